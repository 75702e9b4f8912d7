// Which pictures of streets are in sight, and where they lie in the picture.
import { pixelOf, tileSide } from './projection.ts';
import type { Size } from '../use-size.ts';
import type { View } from './view.ts';

export interface Tile {
  href: string;
  x: number;
  y: number;
}

/** `url` has `{z}`, `{x}` and `{y}`; the world ends above and below. */
export function tilesInSight(url: string, { centre, zoom }: View, { width, height }: Size): Tile[] {
  const middle = pixelOf(centre, zoom);
  const [left, top] = [middle.x - width / 2, middle.y - height / 2];
  const last = 2 ** zoom - 1;
  const first = (start: number) => Math.max(0, Math.floor(start / tileSide));
  const found: Tile[] = [];
  for (let row = first(top); row <= last && row * tileSide < top + height; row += 1) {
    for (let column = first(left); column <= last && column * tileSide < left + width; column += 1) {
      const parts: Record<string, number> = { z: zoom, x: column, y: row };
      found.push({
        href: url.replaceAll(/\{([zxy])\}/g, (_, part: string) => String(parts[part])),
        // Whole pixels, else seams show between them.
        x: Math.round(column * tileSide - left),
        y: Math.round(row * tileSide - top),
      });
    }
  }
  return found;
}
