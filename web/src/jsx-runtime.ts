// Every element is made through here: text never stands loose beside others, for browsers that translate replace text nodes.
import * as react from 'react/jsx-runtime';

type Make = typeof react.jsx;

/** Whether React would draw it as a text node. */
const isText = (child: unknown): child is string | number =>
  typeof child === 'number' || (typeof child === 'string' && child !== '');
const isNothing = (child: unknown) => child == null || typeof child === 'boolean' || child === '';
/** They take text, and no elements in it. */
const textOnly = new Set<unknown>(['option', 'text', 'textarea', 'title', 'tspan']);

/**
 * What React moves, removes or rewrites must be an element of its own. A translated page has its text nodes replaced
 * (facebook/react#11538): React then throws when it removes one or inserts before it, and writes what changed into a
 * node that nobody sees. So a run of text beside elements becomes one span, text alone stays the element's only child,
 * which React replaces whole. Making `Node.removeChild` tolerant would leave the old words on the page beside the new.
 */
export function settled(type: unknown, children: unknown): unknown {
  if (type === react.Fragment && isText(children)) return react.jsx('span', { children });
  if (!Array.isArray(children) || !children.some(isText)) return children;
  const alone = children.every((child) => isText(child) || isNothing(child));
  if (alone && type !== react.Fragment) return children.filter(isText).join('');
  if (textOnly.has(type)) return children;
  // A run stands at the place of its first text, so that its neighbours keep theirs.
  const placed: unknown[] = children.map((child) => (isText(child) ? null : child));
  let run: string[] = [];
  let start = -1;
  const close = () => {
    const children = run.join('');
    // Blanks between elements are not translated.
    if (start >= 0)
      placed[start] = children.trim() ? react.jsx('span', { children }, `text-${start}`) : children;
    [run, start] = [[], -1];
  };
  children.forEach((child, index) => {
    if (isText(child)) {
      if (start < 0) start = index;
      run.push(String(child));
    } else if (!isNothing(child)) close();
  });
  close();
  return placed;
}

const through =
  (make: Make): Make =>
  (type, props, key) => {
    const given = props as { children?: unknown };
    const children = settled(type, given.children);
    if (children === given.children) return make(type, props, key);
    return (Array.isArray(children) ? make : react.jsx)(type, { ...given, children }, key);
  };

export const { Fragment } = react;
export const jsx = through(react.jsx);
export const jsxs = through(react.jsxs);
