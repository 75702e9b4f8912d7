// Where a point is, in words: for who hears the map, and for who knows no degrees.
import type { Point } from '../../../api/types.ts';
import { useLocale } from '../../../texts/format.ts';
import { useMapTexts } from '../../../texts/form/map.ts';
import type { Land } from './land.ts';
import { nearestTown } from './view.ts';

/** From the nearest town; empty without a point. */
export function useNearText(point: Point | null, land: Land): string {
  const texts = useMapTexts();
  const whole = new Intl.NumberFormat(useLocale(), { maximumFractionDigits: 0 });
  const town = point && nearestTown(point, land);
  if (!town) return '';
  return town.km < 1.5 ? texts.within(town.name) : texts.near(whole.format(town.km), town.name);
}
