// The documents of which parts are written by what they tell of, and those parts: the procedure's and the settings'.
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { example, tables } from '../../settings/document.ts';
import { procedurePages } from '../../sop/texts/pages.ts';

/** Each from the project's root, as it is to be, but for how a formatter aligns tables. Throws when a mark is nowhere. */
export function documents(): Map<string, string> {
  const files = new Map(['README.md', 'docs/sop-map.md'].map((file) => [file, read(file)]));
  for (const [mark, part] of Object.entries({ ...procedurePages(), settings: tables() })) {
    const [begin, end] = [`<!-- ${mark} -->`, `<!-- /${mark} -->`];
    const [file, text = ''] = [...files].find((one) => one[1].includes(begin) && one[1].includes(end)) ?? [];
    if (file === undefined) throw new Error(`No document has a place for ${mark}.`);
    const [from, to] = [text.indexOf(begin), text.indexOf(end)];
    files.set(file, `${text.slice(0, from)}${begin}\n\n${part}\n\n${text.slice(to)}`);
  }
  return files.set('.env.example', example());
}

function read(file: string): string {
  return readFileSync(fileURLToPath(new URL(`../../${file}`, import.meta.url)), 'utf8');
}
