// The texts of the map; they come with it.
import { map } from '../id/form/map.ts';
import { besideTexts } from '../texts.tsx';

export const useMapTexts = besideTexts('map', map);
