// What the map draws: written when the console is built (`web/building/land.ts`).
import type { Point } from '../../../api/types.ts';

/** Of degrees: [west, south, east, north]. */
export type Box = readonly [west: number, south: number, east: number, north: number];

export interface Town extends Point {
  name: string;
}

export interface Land {
  /** Coasts and the borders of provinces, as one path in pixels of `outlineZoom` from `outlineOrigin`. */
  outline: string;
  /** By the code of each province. */
  provinces: Readonly<Record<string, Box>>;
  /** Capitals first, then by how many live there. */
  towns: readonly Town[];
}
