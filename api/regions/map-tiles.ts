// The pictures of streets that may lie under the map, and what pages may load for them.
import type { Settings } from '../../settings/known.ts';

export interface MapTiles {
  /** With `{z}`, `{x}` and `{y}`. */
  url: string;
  /** Whose they are. */
  attribution: string;
}

/** Undefined: the map is an outline. */
export function tilesOf({
  MAP_TILES_URL: url,
  MAP_TILES_ATTRIBUTION: attribution,
}: Settings<'api'>): MapTiles | undefined {
  return url !== undefined && attribution !== undefined ? { url, attribution } : undefined;
}

/** From where a page loads them. */
export const originOf = ({ url }: MapTiles) => new URL(url).origin;
