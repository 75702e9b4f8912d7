// Web Mercator, as tiles of streets are cut: degrees (WGS 84) and pixels of the world at a zoom.
import type { Point } from '../../../api/types.ts';

export interface Pixel {
  x: number;
  y: number;
}

/** Pixels of a tile's side; at zoom 0 it holds the world. */
export const tileSide = 256;
/** The outline is drawn in pixels of this zoom. */
export const outlineZoom = 8;

const sideOf = (zoom: number) => tileSide * 2 ** zoom;
const radians = Math.PI / 180;

/** Counted from the world's north-western corner. */
export function pixelOf({ latitude, longitude }: Point, zoom: number): Pixel {
  const north = Math.log(Math.tan(Math.PI / 4 + (latitude * radians) / 2));
  return {
    x: ((longitude + 180) / 360) * sideOf(zoom),
    y: (0.5 - north / (2 * Math.PI)) * sideOf(zoom),
  };
}

export function pointOf({ x, y }: Pixel, zoom: number): Point {
  const north = (0.5 - y / sideOf(zoom)) * 2 * Math.PI;
  return {
    latitude: (2 * Math.atan(Math.exp(north)) - Math.PI / 2) / radians,
    longitude: (x / sideOf(zoom)) * 360 - 180,
  };
}

/** What the outline's own pixels are counted from: numbers that drawing by single precision keeps apart. */
export const outlineOrigin: Pixel = pixelOf({ latitude: 8, longitude: 94 }, outlineZoom);

const kmOfDegree = 111.2;
/** As the crow flies, in kilometres; good to a per cent within some hundreds of them. */
export function kmBetween(a: Point, b: Point): number {
  const east = (a.longitude - b.longitude) * Math.cos(((a.latitude + b.latitude) / 2) * radians);
  return kmOfDegree * Math.hypot(a.latitude - b.latitude, east);
}
