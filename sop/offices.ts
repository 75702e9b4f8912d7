// The office tree: national → agency → echelon1 → upt. A disposition goes one level down, a return one level up.
import { type Level, levels } from './terms.ts';

/** The zones of Indonesia by their IANA names, with hours ahead of UTC. None has daylight saving. */
export const zones = {
  'Asia/Jakarta': { name: 'WIB', hours: 7 },
  'Asia/Makassar': { name: 'WITA', hours: 8 },
  'Asia/Jayapura': { name: 'WIT', hours: 9 },
} as const;
export type Zone = keyof typeof zones;
export const zoneIds = Object.keys(zones) as Zone[];

/** What the public reads, and what counts where no office is concerned. */
export const publicZone: Zone = 'Asia/Jakarta';

/** As instants are written: `+07:00`. */
export function offsetOf(zone: Zone): string {
  return `+0${zones[zone].hours}:00`;
}

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
  return { id, name: id, level: 'upt', parentId: null, zone: publicZone };
}

/** Whether a disposition from `holder` may go to `target`: directly below it in the tree. */
export function isDirectlyBelow(target: Office, holder: Office): boolean {
  return target.parentId === holder.id && target.level === levelBelow(holder.level);
}
