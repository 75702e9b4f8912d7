// The code that is proposed for an office by its name: short, and free.
import { folded } from '../../../shared/finding/find-offices.ts';

/** As codes are written by hand. */
const short: readonly [string, string][] = [
  ['direktorat jenderal', 'ditjen'],
  ['inspektorat jenderal', 'itjen'],
  ['sekretariat jenderal', 'setjen'],
  ['pemerintah kabupaten', 'pemkab'],
  ['pemerintah kota', 'pemkot'],
  ['pemerintah provinsi', 'pemprov'],
  ['unit pelaksana teknis', 'upt'],
];
const small = /\b(?:atau|bidang|dan|dari|di|pada|serta|untuk|yang)\b/g;
/** As the API takes it, with room for a number. */
const longest = 60;

/** Small letters, digits and dashes; with a number where it is taken; empty for a name that has no Latin letter or digit. */
export function codeOf(name: string, taken: ReadonlySet<string>): string {
  const words = short
    .reduce((text, [long, brief]) => text.replace(long, brief), folded(name))
    .replaceAll(small, ' ')
    .match(/[a-z0-9]+/g);
  let code = '';
  for (const word of words ?? []) {
    const next = code ? `${code}-${word}` : word;
    if (next.length > longest) break;
    code = next;
  }
  if (code.length < 2 || !taken.has(code)) return code.length < 2 ? '' : code;
  for (let n = 2; ; n += 1) if (!taken.has(`${code}-${n}`)) return `${code}-${n}`;
}
