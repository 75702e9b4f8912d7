// A region as people read it: what kind of place it is, its name, and where that is.
import type { Words } from '../../sop/texts/language.ts';
import { codeAbove, levelOfCode, type RegionLevel, type Regions, regions } from './read-regions.ts';

export interface Region {
  code: string;
  level: RegionLevel;
  /** E.g. `Kecamatan Sukajadi`; of a regency or a city its name says what it is. */
  name: string;
  /** Where it lies, the nearest first: `Kota Bandung, Jawa Barat`; null of a province. */
  within: string | null;
}

/** The ninth digit of a village's code. */
const villageKinds: Record<string, string> = { 1: 'Kelurahan', 2: 'Desa', 3: 'Desa adat' };

/** What stands before the name. */
export function kindOf(code: string): string {
  const kinds = { province: 'Provinsi', regency: '', district: 'Kecamatan', village: 'Desa' };
  const level = levelOfCode(code);
  return level === 'village' ? (villageKinds[code[9] ?? ''] ?? kinds.village) : kinds[level];
}

/** Of a region around others nobody asks what it is, but for districts. */
function nameAround(all: Regions, code: string): string {
  const name = all.names.get(code) ?? code;
  return levelOfCode(code) === 'district' ? `${kindOf(code)} ${name}` : name;
}

/** `bare`: its name in the list. */
export function regionNamed(all: Regions, code: string, bare: string): Region {
  const around: string[] = [];
  for (let above = codeAbove(code); above !== null; above = codeAbove(above))
    around.push(nameAround(all, above));
  return {
    code,
    level: levelOfCode(code),
    name: `${kindOf(code)} ${bare}`.trim(),
    within: around.join(', ') || null,
  };
}

function bareNameOf(all: Regions, code: string): string | undefined {
  if (levelOfCode(code) !== 'village') return all.names.get(code);
  const { of, code: codeOf, name } = all.villages;
  const { from, to } = of(codeAbove(code) ?? '');
  for (let line = from; line < to; line += 1) if (codeOf(line) === code) return name(line);
  return undefined;
}

const inOrder = new Intl.Collator('id');

/** To people, of a code that nothing has. */
export const noRegion: Words = { id: 'Bukan wilayah yang dikenal', en: 'Not a region that is known' };

/** Undefined: there is none of that code. */
export function regionOf(code: string): Region | undefined {
  const all = regions();
  const bare = bareNameOf(all, code);
  return bare === undefined ? undefined : regionNamed(all, code, bare);
}

/** Directly below it, in the order of their names; of '' the provinces. */
export function regionsBelow(code: string): Region[] {
  const all = regions();
  const below =
    levelOfCode(code) === 'district'
      ? villagesOf(all, code)
      : (all.below.get(code) ?? []).map((one) => regionNamed(all, one, all.names.get(one) ?? ''));
  return below.toSorted((a, b) => inOrder.compare(a.name, b.name));
}

function villagesOf(all: Regions, district: string): Region[] {
  const { of, code, name } = all.villages;
  const { from, to } = of(district);
  return Array.from({ length: to - from }, (_, n) => regionNamed(all, code(from + n), name(from + n)));
}

/** In words, from the smallest: `Kecamatan Sukajadi, Kota Bandung, Jawa Barat`; the code where the list has it no more. */
export function regionWords(code: string): string {
  const region = regionOf(code);
  return region ? [region.name, region.within].filter(Boolean).join(', ') : code;
}

/** The same as it is shown beside a report. */
export function shownRegion(code: string | null): { code: string; words: string } | null {
  return code === null ? null : { code, words: regionWords(code) };
}
