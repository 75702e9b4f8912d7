// A point as it is kept: to a thousandth of a degree, inside Indonesia.
import type { Point } from '../../api/types.ts';

/** Degrees, about 100 metres: enough to find a place, too little to know a house. */
export const step = 0.001;
const toStep = (degrees: number) => Math.round(degrees * 1_000) / 1_000;

export const rounded = ({ latitude, longitude }: Point): Point => ({
  latitude: toStep(latitude),
  longitude: toStep(longitude),
});

/** As people copy it into any other map. */
export const writtenPoint = ({ latitude, longitude }: Point) => `${latitude}, ${longitude}`;

/** As the API takes it, in degrees. */
const box = { south: -12, north: 7, west: 94, east: 142 };
export const isInIndonesia = ({ latitude, longitude }: Point) =>
  latitude >= box.south && latitude <= box.north && longitude >= box.west && longitude <= box.east;

const between = (least: number, value: number, most: number) => Math.min(most, Math.max(least, value));
/** The nearest point that the API takes. */
export const withinIndonesia = ({ latitude, longitude }: Point): Point => ({
  latitude: between(box.south, latitude, box.north),
  longitude: between(box.west, longitude, box.east),
});
