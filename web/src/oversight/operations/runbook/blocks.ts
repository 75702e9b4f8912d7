// The runbook's text as blocks: what of Markdown it is written in, and no more.

export type Block =
  | { is: 'heading'; text: string; id: string }
  | { is: 'paragraph'; text: string }
  | { is: 'code'; text: string }
  | { is: 'table'; head: string[]; rows: string[][] };

/** As GitHub names the place of a heading. */
export function idOf(heading: string): string {
  return heading
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N} -]/gu, '')
    .replaceAll(' ', '-');
}

const cells = (line: string) =>
  line
    .replaceAll(/^\||\|$/g, '')
    .split('|')
    .map((cell) => cell.trim());

function blockOf(text: string): Block {
  const [, heading] = /^#+ (.+)$/.exec(text) ?? [];
  if (heading !== undefined) return { is: 'heading', text: heading, id: idOf(heading) };
  if (text.startsWith('```')) return { is: 'code', text: text.split('\n').slice(1, -1).join('\n') };
  if (text.startsWith('|')) {
    const [head = '', , ...rows] = text.split('\n');
    return { is: 'table', head: cells(head), rows: rows.map(cells) };
  }
  return { is: 'paragraph', text: text.replaceAll('\n', ' ') };
}

/** In their order. Code may hold empty lines; other blocks end at one. */
export function blocksOf(markdown: string): Block[] {
  const parts = markdown.trim().match(/```[^]*?\n```|(?:(?!```)[^\n]+(?:\n|$))+/g) ?? [];
  return parts.map((part) => blockOf(part.trim()));
}

export interface Piece {
  is: 'text' | 'code' | 'stressed';
  text: string;
}

/** The words of a heading, paragraph or cell. */
export function piecesOf(text: string): Piece[] {
  const found = text
    .split(/(`[^`]+`|(?<!\w)_[^_]+_(?!\w)|\[[^\]]+\]\([^)]+\))/g)
    .filter((part) => part !== '');
  return found.map((part): Piece => {
    if (part.startsWith('`')) return { is: 'code', text: part.slice(1, -1) };
    if (/^_.*_$/.test(part)) return { is: 'stressed', text: part.slice(1, -1) };
    // Other documents are in the repository, and not here.
    const [, linked] = /^\[([^\]]+)\]\([^)]+\)$/.exec(part) ?? [];
    return { is: 'text', text: linked ?? part };
  });
}
