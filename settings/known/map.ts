// The map on which a reporter shows where it happened.
import { tileUrl } from '../kinds/addresses.ts';
import { text } from '../kinds/plain.ts';
import { setting } from '../setting.ts';

export const map = {
  MAP_TILES_URL: setting(tileUrl, {
    readBy: ['api'],
    otherwise: 'an outline map',
    needs: ['MAP_TILES_ATTRIBUTION'],
    about:
      'streets under the map: square pictures of 256 px in Web Mercator, zoom 3 to 17, best from a server of your own, as it learns which part reporters look at',
  }),
  MAP_TILES_ATTRIBUTION: setting(text, {
    readBy: ['api'],
    otherwise: 'none',
    about: 'whose streets these are, as it stands below the map, such as `© OpenStreetMap`',
  }),
};
