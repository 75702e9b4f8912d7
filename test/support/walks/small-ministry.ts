// A small office tree for rules and workflows: two agencies, three Eselon 1 units, four UPT, three zones.
import type { Office } from '../../../sop/offices.ts';

const office = (
  id: string,
  level: Office['level'],
  parentId: string | null,
  zone: Office['zone'] = 'Asia/Jakarta',
): Office => ({ id, name: `Kantor ${id}`, level, parentId, zone });

export const national = office('nasional', 'national', null);
export const agency = office('a', 'agency', 'nasional');
export const agencyB = office('b', 'agency', 'nasional', 'Asia/Makassar');
export const echelon1 = office('a1', 'echelon1', 'a');
export const echelon1Other = office('a2', 'echelon1', 'a');
const echelon1B = office('b1', 'echelon1', 'b', 'Asia/Makassar');
export const upt = office('a1x', 'upt', 'a1');
export const uptOther = office('a1y', 'upt', 'a1', 'Asia/Jayapura');
export const uptA2 = office('a2x', 'upt', 'a2');
const uptB = office('b1x', 'upt', 'b1', 'Asia/Makassar');

export const allOffices: readonly Office[] = [
  national,
  agency,
  agencyB,
  echelon1,
  echelon1Other,
  echelon1B,
  upt,
  uptOther,
  uptA2,
  uptB,
];

/** Office ids from the office up to national, itself first. */
export function ladderOf(id: string, offices = allOffices): string[] {
  const found = offices.find((candidate) => candidate.id === id);
  if (!found) return [];
  return [found.id, ...(found.parentId ? ladderOf(found.parentId, offices) : [])];
}
