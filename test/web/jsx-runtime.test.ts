// Text beside elements becomes an element of its own; all else is drawn as it was written.
import type { ReactElement } from 'react';
import { expect, test } from 'vitest';
import { Fragment, jsx, jsxs } from '../../web/src/jsx-runtime.ts';

/** As markup, without drawing it. */
function drawn(node: unknown): string {
  if (typeof node === 'string' || typeof node === 'number') return String(node);
  if (Array.isArray(node)) return node.map(drawn).join('|');
  if (typeof node !== 'object' || node === null) return '';
  const { type, props } = node as ReactElement<{ children?: unknown }>;
  return `<${type === Fragment ? '' : String(type)}>${drawn(props.children)}</>`;
}
const icon = jsx('i', {});

test.each([
  ['text alone stays text', jsx('p', { children: 'satu' }), '<p>satu</>'],
  ['several texts are one', jsxs('p', { children: ['LAP', ' · ', 3, false] }), '<p>LAP · 3</>'],
  ['text beside an element', jsxs('p', { children: [icon, ' ', 'satu'] }), '<p><i></>|<span> satu</>|</>'],
  ['each run for itself', jsxs('p', { children: ['a', icon, 'b'] }), '<p><span>a</>|<i></>|<span>b</></>'],
  ['a run over nothing', jsxs('p', { children: [icon, 'a', null, 'b'] }), '<p><i></>|<span>ab</>||</>'],
  ['no element for blanks', jsxs('p', { children: [icon, ' ', icon] }), '<p><i></>| |<i></></>'],
  ['nothing to read', jsxs('p', { children: [icon, '', false] }), '<p><i></>||</>'],
  ['what only groups', jsx(Fragment, { children: 'satu' }), '<><span>satu</></>'],
  ['texts of what only groups', jsxs(Fragment, { children: ['a', 'b'] }), '<><span>ab</>|</>'],
  ['what takes no elements', jsxs('text', { children: [icon, 'a'] }), '<text><i></>|a</>'],
])('%s', (_, node, expected) => {
  expect(drawn(node)).toBe(expected);
});
