// Regions as people write them, in the list that we ship.
import { describe, expect, test } from 'vitest';
import { findRegions } from '../../../api/regions/find-regions.ts';
import { regions } from '../../../api/regions/read-regions.ts';
import { regionOf, regionsBelow, shownRegion } from '../../../api/regions/region-names.ts';

describe('what words find first', () => {
  test.each([
    ['kota bandung', '32.73'],
    ['bandung kota', '32.73'],
    ['kab bandung', '32.04'],
    ['kecamatan sukajadi bandung', '32.73.07'],
    ['bandung kec sukajadi', '32.73.07'],
    ['SUKAJADI, jawa barat', '32.73.07'],
    ['sukajadi pekanbaru', '14.71.01'],
    ['pasteur', '32.73.07.1001'],
    ['kel pasteur', '32.73.07.1001'],
    ['jakarta', '31'],
    ['papua', '91'],
    ['papua barat', '92'],
    ['Imaan', '35.25.01.2018'],
    ["ima'an gresik", '35.25.01.2018'],
    ['lubuk pakam i,ii', '12.07.28.1007'],
    ['desa regapuu', '53.07.01.2021'],
  ])('%s: %s', (words, code) => {
    expect(findRegions(words, 1).map((one) => one.code)).toEqual([code]);
  });

  test.each(['', '  ', 'kecamatan sukajadi makassar', 'tidakada', 'kota', '%', '..'])(
    'nothing: %j',
    (words) => {
      expect(findRegions(words, 20).filter(({ name }) => !/kota./i.test(name))).toEqual([]);
    },
  );

  test('only inside a region, and no more than are wanted', () => {
    const codes = (words: string, most: number, within?: string) =>
      findRegions(words, most, within).map(({ code }) => code);
    expect(codes('sukajadi', 20, '14')).toContain('14.71.01');
    expect(codes('sukajadi', 20, '14').every((code) => code.startsWith('14.'))).toBe(true);
    expect(codes('suka', 7)).toHaveLength(7);
  });
});

test('every region lies in the one above it, down to 80,000 villages', () => {
  expect(regionsBelow('')).toHaveLength(38);
  const { villages } = regions();
  expect(villages.count).toBeGreaterThan(80_000);
  const inside = (code: string): string[] =>
    regionsBelow(code).flatMap((one) => {
      expect(one.code.startsWith(`${code}.`)).toBe(true);
      return [one.code, ...inside(one.code)];
    });
  // Yogyakarta: 5 regencies and cities, 78 districts, 438 villages.
  expect(inside('34')).toHaveLength(5 + 78 + 438);
});

test('a region in words; a code that is no more stays as it is', () => {
  expect(shownRegion('32.73.07.1001')?.words).toBe(
    'Kelurahan Pasteur, Kecamatan Sukajadi, Kota Bandung, Jawa Barat',
  );
  expect(shownRegion('35.25.01.2018')?.words).toMatch(/^Desa Ima’an, Kecamatan Dukun/);
  expect(shownRegion('11')?.words).toBe('Provinsi Aceh');
  expect(shownRegion('99.99')?.words).toBe('99.99');
  expect([regionOf('99'), regionOf('32.73.07.9999'), shownRegion(null)]).toEqual([
    undefined,
    undefined,
    null,
  ]);
});
