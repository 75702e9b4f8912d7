// The map on which a point is shown, in English.
import type { map as indonesian } from '../../id/form/map.ts';

export const map: typeof indonesian = {
  name: 'Map: where it happened',
  how: 'Tap the map to put the point there, drag it to see what lies around.',
  keys: 'By keyboard: arrow keys move, Enter puts the point in the middle, + and − zoom in and out, Delete removes the point.',
  rough:
    'This map has coasts and names of places only, and may be about 5 km off. Write the place in words, too.',
  put: 'Put the point in the middle',
  nearer: 'Zoom in',
  further: 'Zoom out',
  pointTo: {
    north: 'Point north',
    west: 'Point west',
    east: 'Point east',
    south: 'Point south',
  },
  mapTo: {
    north: 'Map north',
    west: 'Map west',
    east: 'Map east',
    south: 'Map south',
  },
  near: (km, town) => `About ${km} km from ${town}`,
  within: (town) => `Near ${town}`,
  outline: 'Outline map (simplified): Bashir Arrohman/MapSVG; names of places: GeoNames.',
  licence: 'CC BY 4.0',
  streets: (whose) => `Streets: ${whose}.`,
  asked: (host) => `Pictures of streets come from ${host}, which so learns what part is looked at.`,
};
