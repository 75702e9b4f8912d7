// The office tree: national → agency → echelon1 → upt. A disposition goes one level down, a return one level up.
import { type Level, levels } from './terms.ts';

/** IANA zones of Indonesia: WIB, WITA, WIT. None has daylight saving. */
export const zones = ['Asia/Jakarta', 'Asia/Makassar', 'Asia/Jayapura'] as const;
export type Zone = (typeof zones)[number];

/** An office as the workflow carries it. */
export interface Office {
  id: string;
  name: string;
  level: Level;
  /** The office above; null for the national door. */
  parentId: string | null;
  zone: Zone;
}

/** The level one below, or undefined under a UPT. */
function levelBelow(level: Level): Level | undefined {
  return levels[levels.indexOf(level) + 1];
}

/** An office that does not exist is below none: the rules say so, after what matters more. */
export function nowhere(id: string): Office {
  return { id, name: id, level: 'upt', parentId: null, zone: 'Asia/Jakarta' };
}

/** Whether a disposition from `holder` may go to `target`: directly below it in the tree. */
export function isDirectlyBelow(target: Office, holder: Office): boolean {
  return target.parentId === holder.id && target.level === levelBelow(holder.level);
}
