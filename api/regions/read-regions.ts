// The regions of Indonesia under their official codes, as the package `idn-area-data` has them: read once, at first need.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { foldLines } from './fold.ts';

const require = createRequire(import.meta.url);
const home = dirname(require.resolve('idn-area-data/package.json'));

/** Of which release of the package these are. */
export const regionsVersion = (
  JSON.parse(readFileSync(join(home, 'package.json'), 'utf8')) as { version: string }
).version;

const regionLevels = ['province', 'regency', 'district', 'village'] as const;
export type RegionLevel = (typeof regionLevels)[number];

/** Of a code of the right form: each level has a part more. */
export function levelOfCode(code: string): RegionLevel {
  return regionLevels[code.split('.').length - 1] ?? 'village';
}

/** The code of the region around it; null of a province. */
export function codeAbove(code: string): string | null {
  const end = code.lastIndexOf('.');
  return end < 0 ? null : code.slice(0, end);
}

/** All villages: 83,000 lines stay two texts, in which a line is found by its number. */
interface Villages {
  count: number;
  code: (line: number) => string;
  name: (line: number) => string;
  /** The lines of a district, from the first to before the last; they stand together. */
  of: (district: string) => { from: number; to: number };
  /** The lines with a word that begins so. `word` is folded. */
  withWord: (word: string) => number[];
}

export interface Regions {
  /** Of provinces, regencies and districts, in the order of their codes. */
  names: ReadonlyMap<string, string>;
  /** The codes directly below them; of '' the provinces. Of districts there are none here. */
  below: ReadonlyMap<string, readonly string[]>;
  villages: Villages;
}

let kept: Regions | undefined;

/** Takes some 50 ms the first time. */
export function regions(): Regions {
  kept ??= readRegions();
  return kept;
}

function readRegions(): Regions {
  const names = new Map<string, string>();
  const below = new Map<string, string[]>();
  for (const file of ['provinces', 'regencies', 'districts']) {
    for (const line of linesOf(file)) {
      const code = line.slice(0, line.indexOf(','));
      names.set(code, nameIn(line));
      const above = codeAbove(code) ?? '';
      const siblings = below.get(above);
      if (siblings) siblings.push(code);
      else below.set(above, [code]);
    }
  }
  return { names, below, villages: readVillages() };
}

function readVillages(): Villages {
  const lines = linesOf('villages');
  const text = lines.join('\n');
  // Each name on a line of its own, a blank before each word: so that a word is found where it begins.
  const folded = foldLines(lines.map((line) => ` ${nameIn(line)}`).join('\n'));
  const [starts, foldedStarts] = [startsIn(text, lines.length), startsIn(folded, lines.length)];
  const lineOf = (line: number) => text.slice(starts[line], (starts[line + 1] ?? text.length + 1) - 1);
  const districts = new Map<string, { from: number; to: number }>();
  for (const [at, line] of lines.entries()) {
    const district = line.slice(0, line.indexOf(',')).slice(0, 8);
    const known = districts.get(district);
    if (known) known.to = at + 1;
    else districts.set(district, { from: at, to: at + 1 });
  }
  return {
    count: lines.length,
    code: (line) => text.slice(starts[line], text.indexOf(',', starts[line])),
    name: (line) => nameIn(lineOf(line)),
    of: (district) => districts.get(district) ?? { from: 0, to: 0 },
    withWord: (word) => {
      const found: number[] = [];
      for (let at = folded.indexOf(` ${word}`); at >= 0; ) {
        const line = lastAtOrBefore(foldedStarts, at);
        found.push(line);
        const next = foldedStarts[line + 1];
        at = next === undefined ? -1 : folded.indexOf(` ${word}`, next);
      }
      return found;
    },
  };
}

/** The last line whose beginning is at that place, or before it. */
function lastAtOrBefore(starts: Int32Array, place: number): number {
  let [low, high] = [0, starts.length - 1];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle] ?? 0) <= place) low = middle;
    else high = middle - 1;
  }
  return low;
}

function startsIn(text: string, count: number): Int32Array {
  const starts = new Int32Array(count);
  for (let line = 1, at = 0; line < count; line += 1) {
    at = text.indexOf('\n', at) + 1;
    starts[line] = at;
  }
  return starts;
}

/** Without their header. */
function linesOf(file: string): string[] {
  return readFileSync(join(home, `data/${file}.csv`), 'utf8')
    .trimEnd()
    .split(/\r?\n/)
    .slice(1);
}

/** The last field; in quotes it may hold commas, and two of them for what is an apostrophe on the map. */
function nameIn(line: string): string {
  const name = line.replace(/^[\d.]+,(?:[\d.]+,)?/, '');
  return name.startsWith('"') ? name.slice(1, -1).replaceAll('""', '’') : name;
}
