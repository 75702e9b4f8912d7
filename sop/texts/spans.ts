// Stretches of a text that are left out of it, and what stands in their place.
import type { Folded } from './fold.ts';

/** Of the folded text. */
export interface Span {
  from: number;
  to: number;
  label: Label;
}

export type Label = (typeof all)[number];
const all = [
  '[nama pelapor]',
  '[surel disamarkan]',
  '[NIK disamarkan]',
  '[nomor disamarkan]',
  '[disembunyikan]',
] as const;

/** The labels that stand in a text already. */
export const labels = new RegExp(all.map((label) => `\\[${label.slice(1, -1)}\\]`).join('|'), 'g');

/** The original with each span's label in its place; what overlaps, and a name of several words, is one. */
export function replaced(original: string, { text, starts }: Folded, spans: Span[]): string {
  const merged: Span[] = [];
  for (const span of spans.toSorted((a, b) => a.from - b.from)) {
    const last = merged.at(-1);
    const overlaps = last !== undefined && span.from < last.to;
    if (last && (overlaps || goesOn(text, last, span))) last.to = Math.max(last.to, span.to);
    else merged.push({ ...span });
  }
  let out = '';
  let at = 0;
  for (const { from, to, label } of merged) {
    out += original.slice(at, starts[from]) + label;
    at = starts[to] ?? original.length;
  }
  return out + original.slice(at);
}

function goesOn(text: string, last: Span, next: Span): boolean {
  const names = last.label === '[nama pelapor]' && next.label === last.label;
  return names && /^\s+$/u.test(text.slice(last.to, next.from));
}
