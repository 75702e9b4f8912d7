// A page as a screen reader goes through it: role, name and state of all that Chromium's accessibility tree has, in reading order.
import type { Page } from 'playwright-core';

interface Node {
  nodeId: string;
  parentId?: string;
  ignored: boolean;
  role?: { value?: string };
  name?: { value?: string };
  properties?: readonly { name: string; value: { value?: string | number | boolean } }[];
  childIds?: string[];
}

/** What says nothing by itself; its words come with what it holds. */
const silent = new Set([
  'none',
  'generic',
  'InlineTextBox',
  'LineBreak',
  'paragraph',
  'ListMarker',
  'Section',
  'strong',
]);
const states = new Set([
  'focused',
  'checked',
  'disabled',
  'expanded',
  'selected',
  'required',
  'invalid',
  'modal',
]);

/** One line each: `heading 2: Keputusan Anda`, `checkbox: Pilih LAP-… (checked)`. */
export async function readAloud(page: Page): Promise<string[]> {
  const session = await page.context().newCDPSession(page);
  const { nodes } = (await session.send('Accessibility.getFullAXTree')) as { nodes: Node[] };
  await session.detach();
  const byId = new Map(nodes.map((node) => [node.nodeId, node]));
  const lines: string[] = [];
  const read = (node: Node) => {
    if (!node.ignored && !silent.has(node.role?.value ?? '')) lines.push(lineOf(node));
    for (const id of node.childIds ?? []) {
      const child = byId.get(id);
      if (child) read(child);
    }
  };
  for (const node of nodes) if (node.parentId === undefined) read(node);
  return lines;
}

function lineOf({ role, name, properties = [] }: Node): string {
  const valueOf = (wanted: string) => properties.find((one) => one.name === wanted)?.value.value;
  const said = properties
    .filter((one) => states.has(one.name) && one.value.value !== false && one.value.value !== 'false')
    .map((one) =>
      one.value.value === true || one.value.value === 'true' ? one.name : `${one.name} ${one.value.value}`,
    );
  const level = valueOf('level');
  const what = [role?.value, level].filter((part) => part !== undefined).join(' ');
  return `${what}: ${name?.value ?? ''}${said.length > 0 ? ` (${said.join(', ')})` : ''}`;
}

/** What of `wanted` does not come, each after the one before. */
export function missing(lines: readonly string[], wanted: readonly (string | RegExp)[]): (string | RegExp)[] {
  let from = 0;
  return wanted.filter((one) => {
    const at = lines.findIndex(
      (line, n) => n >= from && (typeof one === 'string' ? line === one : one.test(line)),
    );
    if (at >= 0) from = at + 1;
    return at < 0;
  });
}
