// Where and when it happened, in English.
import type { where as indonesian } from '../../id/form/where.ts';

export const where: typeof indonesian = {
  optional: 'Fill in what you know; all of it may stay empty.',
  regionWord: 'Region',
  region: 'Find the region',
  regionWhy: 'Type the name of a village, district, regency or city; words in any order.',
  searching: 'Searching …',
  noneFound: 'No region of that name; choose from the lists below.',
  found: (count) => `${count} regions found`,
  choose: 'Or choose from the lists',
  levels: {
    province: 'Province',
    regency: 'Regency or city',
    district: 'District',
    village: 'Village',
  },
  notChosen: 'Not chosen',
  chosen: (words) => `Chosen: ${words}`,
  away: 'The list of regions cannot be loaded now; write the place in words.',
  place: 'The place in words',
  placeWhy: 'Such as “in front of Pasar Baru”, or the name of the street.',
  point: 'Point',
  pointWhy:
    'Only if you wish. Rounded to about 100 metres, seen only by offices that may know who you are, and never in the public register.',
  useMine: 'Use my location',
  locating: 'Looking for your location …',
  pointAt: (latitude, longitude) => `Point: ${latitude}, ${longitude} (about 100 m)`,
  removePoint: 'Remove the point',
  showMap: 'Show it on a map',
  seeMap: 'See it on a map',
  closeMap: 'Close the map',
  refused: 'The browser does not give your location. Allow it in its settings, or write the place.',
  outside: 'That location is outside Indonesia and is not used.',
  dayWhy: 'Such as 12/11/2026 (day first) or 12 November 2026. If you do not know, leave it empty.',
  dayRead: (day) => `Read as ${day}`,
};
