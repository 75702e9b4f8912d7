// Which part of the map is in sight, and how it moves.
import type { Point } from '../../../api/types.ts';
import { rounded, step, withinIndonesia } from '../point.ts';
import type { Size } from '../use-size.ts';
import type { Box, Land } from './land.ts';
import { kmBetween, type Pixel, pixelOf, pointOf } from './projection.ts';

export interface View {
  centre: Point;
  zoom: number;
}

/** An outline says nothing more from up close. */
export const zooms = { least: 3, most: 17, mostOfOutline: 13 };
const indonesia: Box = [95, -11, 141, 6];
/** From here a point's surroundings are known. */
const aroundPoint = 11;
const aroundTown = 10;

const middleOf = ([west, south, east, north]: Box): Point => ({
  latitude: (south + north) / 2,
  longitude: (west + east) / 2,
});

/** The nearest from which all of it is in sight. */
function viewOf(box: Box, size: Size): View {
  const [west, south, east, north] = box;
  const centre = middleOf(box);
  for (let zoom = aroundTown; zoom > zooms.least; zoom -= 1) {
    const corner = pixelOf({ latitude: north, longitude: west }, zoom);
    const other = pixelOf({ latitude: south, longitude: east }, zoom);
    if (other.x - corner.x <= size.width && other.y - corner.y <= size.height) return { centre, zoom };
  }
  return { centre, zoom: zooms.least };
}

const isWithin = ({ latitude, longitude }: Point, [west, south, east, north]: Box) =>
  latitude >= south && latitude <= north && longitude >= west && longitude <= east;

/** Without what kind of region it is. */
const bare = (name: string) =>
  name.replace(/^(Kabupaten|Kota|Kecamatan|Kelurahan|Desa)( Administrasi)? /, '');

interface Where {
  point: Point | null;
  /** The code of the region that was chosen; empty: none. */
  region: string;
  /** Its names, the smallest first. */
  names: readonly string[];
}

/** Around the point, else the smallest of the regions that the map knows, else all of it. */
export function firstView({ point, region, names }: Where, { provinces, towns }: Land, size: Size): View {
  if (point) return { centre: point, zoom: aroundPoint };
  const province = provinces[region.slice(0, 2)];
  if (!province) return viewOf(indonesia, size);
  const inside = towns.filter((town) => isWithin(town, province));
  for (const name of names) {
    const town = inside.find((one) => one.name === bare(name));
    if (town) return { centre: town, zoom: aroundTown };
  }
  return viewOf(province, size);
}

/** Where a pixel of the picture lies. */
export function pointAt({ x, y }: Pixel, { centre, zoom }: View, size: Size): Point {
  const middle = pixelOf(centre, zoom);
  return pointOf({ x: middle.x + x - size.width / 2, y: middle.y + y - size.height / 2 }, zoom);
}

/** Where a point lies in the picture. */
export function pixelIn(point: Point, { centre, zoom }: View, size: Size): Pixel {
  const [middle, at] = [pixelOf(centre, zoom), pixelOf(point, zoom)];
  return { x: at.x - middle.x + size.width / 2, y: at.y - middle.y + size.height / 2 };
}

export type Way = 'north' | 'south' | 'west' | 'east';
export const ways: Record<Way, Pixel> = {
  north: { x: 0, y: -1 },
  west: { x: -1, y: 0 },
  east: { x: 1, y: 0 },
  south: { x: 0, y: 1 },
};

/** By that many pixels, not out of the country. */
export function shifted(view: View, { x, y }: Pixel): View {
  const middle = pixelOf(view.centre, view.zoom);
  const centre = withinIndonesia(pointOf({ x: middle.x + x, y: middle.y + y }, view.zoom));
  return { ...view, centre };
}

/** By one zoom in (1) or out (-1), around the point where it is in sight. */
export function zoomed(view: View, by: 1 | -1, point: Point | null, size: Size, most: number): View {
  const zoom = Math.min(most, Math.max(zooms.least, view.zoom + by));
  return { zoom, centre: point && isInSight(point, view, size) ? point : view.centre };
}

const nudge = 8;
/** As kept, a little that way: what can be seen at this zoom, and never less than what is kept apart. */
export function nudged(point: Point, way: Way, zoom: number): Point {
  const at = pixelOf(point, zoom);
  const to = pointOf({ x: at.x + ways[way].x * nudge, y: at.y + ways[way].y * nudge }, zoom);
  const moved = rounded(to);
  const stays = moved.latitude === point.latitude && moved.longitude === point.longitude;
  const least = {
    latitude: point.latitude - ways[way].y * step,
    longitude: point.longitude + ways[way].x * step,
  };
  return rounded(withinIndonesia(stays ? least : moved));
}

/** Not at its very edge. */
export function isInSight(point: Point, view: View, size: Size): boolean {
  const edge = 24;
  const { x, y } = pixelIn(point, view, size);
  return x >= edge && y >= edge && x <= size.width - edge && y <= size.height - edge;
}

/** The nearest town, and how far it is, in kilometres. */
export function nearestTown(point: Point, { towns }: Land): { name: string; km: number } | undefined {
  let found: { name: string; km: number } | undefined;
  for (const { name, ...at } of towns) {
    const km = kmBetween(point, at);
    if (!found || km < found.km) found = { name, km };
  }
  return found;
}
