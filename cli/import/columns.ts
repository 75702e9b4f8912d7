// The columns an import may have: those of POST /v1/complaints, `reporter.name` for nested ones. Others are never dropped silently.
import { closest, distance } from 'fastest-levenshtein';
import { filing } from '../../contract/reporter/public.ts';

const { reporter, ...fields } = filing.shape;
/** Every column by its name in a file. */
export const columns: readonly string[] = [
  ...Object.keys(fields),
  ...Object.keys(reporter.shape).map((name) => `reporter.${name}`),
];
const required = ['kind', 'title', 'description', 'reporter.name'];

/** What is wrong with these columns, a sentence each; nothing when they can be imported. */
export function columnFaults(names: readonly string[]): string[] {
  return [
    ...names.filter((name) => !columns.includes(name)).map(unknownColumn),
    ...names.filter((name, n) => names.indexOf(name) !== n).map((name) => `column "${name}" is there twice`),
    ...required.filter((name) => !names.includes(name)).map((name) => `column "${name}" is missing`),
  ];
}

/** An unknown column or field, with the known one that was probably meant. */
export function unknownColumn(name: string): string {
  const plain = (text: string) => text.toLowerCase().replaceAll(/[^a-z]/g, '');
  const known = columns.map(plain);
  const near = closest(plain(name), known);
  const meant = distance(plain(name), near) <= 3 ? columns[known.indexOf(near)] : undefined;
  return `unknown column "${name}"${meant ? `; did you mean "${meant}"?` : ''}`;
}

/** How many of these are columns, whatever their letters' case: tells which sign separates a header. */
export function familiar(names: readonly string[]): number {
  const known = new Set(columns.map((name) => name.toLowerCase()));
  return names.filter((name) => known.has(name.toLowerCase())).length;
}
