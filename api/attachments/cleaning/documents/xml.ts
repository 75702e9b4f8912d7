// The XML of documents: who wrote and when is emptied where it stands, everything else stays as it is.
import { CannotClean } from '../cannot-clean.ts';

/** As text without comments. Throws `CannotClean` when it is not UTF-8, or declares what it may not. */
export function xmlOf(part: Buffer): string {
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(part);
  } catch (cause) {
    throw new CannotClean('XML that is not in UTF-8', { cause });
  }
  if (text.includes('<!DOCTYPE')) throw new CannotClean('XML that declares its own words');
  return text.replace(/<!--[^]*?-->/g, '');
}

/** With those attributes (of whatever prefix) saying `value`; undefined: without them. */
export function withAttributes(text: string, names: readonly string[], value: string | undefined): string {
  const attribute = new RegExp(`(\\s(?:[\\w.-]+:)?(?:${names.join('|')})\\s*=\\s*)("[^"]*"|'[^']*')`, 'g');
  return text.replace(/<[^!?/][^<>]*>/g, (tag) =>
    tag.replace(attribute, value === undefined ? '' : `$1"${value}"`),
  );
}

/** With nothing in those elements (of whatever prefix). */
export function withEmpty(text: string, names: readonly string[]): string {
  const element = new RegExp(
    `(<((?:[\\w.-]+:)?(?:${names.join('|')}))(?:\\s[^<>]*)?(?<!/)>)[^<]*(</\\2\\s*>)`,
    'g',
  );
  return text.replace(element, '$1$3');
}

/** Without those elements, given that none lies in another. */
export function without(text: string, names: readonly string[]): string {
  const name = `(?:[\\w.-]+:)?(?:${names.join('|')})`;
  return text.replace(new RegExp(`<(${name})(?:\\s[^<>]*)?(?:/>|>[^]*?</\\1\\s*>)`, 'g'), '');
}
