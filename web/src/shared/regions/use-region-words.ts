// A region that was chosen, in words.
import { chainOf, useRegionsBelow } from './use-regions.ts';

/** The smallest first, once its lists are there; empty for none. */
export function useRegionWords(region: string): string {
  const chain = chainOf(region);
  const [province = '', regency = '', district = '', village = ''] = chain;
  const lists = [
    useRegionsBelow('', province !== ''),
    useRegionsBelow(province, regency !== ''),
    useRegionsBelow(regency, district !== ''),
    useRegionsBelow(district, village !== ''),
  ];
  const all = lists.flatMap(({ data }) => data?.items ?? []);
  return chain
    .map((code) => all.find((one) => one.code === code)?.name ?? '')
    .filter(Boolean)
    .toReversed()
    .join(', ');
}
