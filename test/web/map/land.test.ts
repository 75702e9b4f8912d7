// What the map draws lies where it is: coasts, provinces and towns, against each other and against what is known.
import { expect, test } from 'vitest';
import { landModule, readProvinces, readTowns } from '../../../web/building/land.ts';
import type { Point } from '../../../web/src/api/types.ts';
import type { Land } from '../../../web/src/shared/regions/map/land.ts';
import { kmBetween } from '../../../web/src/shared/regions/map/projection.ts';
import { regions } from '../../../api/regions/read-regions.ts';

const provinces = readProvinces();
const towns = readTowns();

function isInside(rings: Point[][], { latitude, longitude }: Point): boolean {
  let inside = false;
  for (const ring of rings) {
    for (const [nth, one] of ring.entries()) {
      const other = ring.at(nth - 1) ?? one;
      if (one.latitude > latitude === other.latitude > latitude) continue;
      const part = (latitude - one.latitude) / (other.latitude - one.latitude);
      if (longitude < one.longitude + part * (other.longitude - one.longitude)) inside = !inside;
    }
  }
  return inside;
}

/** A few kilometres off a coast: inside with one of its neighbours. */
const isAt = (rings: Point[][], { latitude, longitude }: Point, km: number) =>
  [0, 1, 2, 3, 4, 5, 6, 7, 8].some((turn) => {
    const degrees = turn === 0 ? 0 : km / 111.2;
    const angle = (turn * Math.PI) / 4;
    const near = {
      latitude: latitude + degrees * Math.sin(angle),
      longitude: longitude + degrees * Math.cos(angle),
    };
    return isInside(rings, near);
  });

const capitals: Record<string, string> = {
  11: 'Banda Aceh',
  12: 'Medan',
  13: 'Padang',
  14: 'Pekanbaru',
  15: 'Jambi',
  16: 'Palembang',
  17: 'Bengkulu',
  18: 'Bandar Lampung',
  19: 'Pangkalpinang',
  21: 'Tanjung Pinang',
  31: 'Jakarta',
  32: 'Bandung',
  33: 'Semarang',
  34: 'Yogyakarta',
  35: 'Surabaya',
  36: 'Serang',
  51: 'Denpasar',
  52: 'Mataram',
  53: 'Kupang',
  61: 'Pontianak',
  62: 'Palangkaraya',
  63: 'Banjarmasin',
  64: 'Samarinda',
  65: 'Tanjung Selor',
  71: 'Manado',
  72: 'Palu',
  73: 'Makassar',
  74: 'Kendari',
  75: 'Gorontalo',
  76: 'Mamuju',
  81: 'Ambon',
  82: 'Sofifi',
  91: 'Jayapura',
  92: 'Manokwari',
};

test('each province of today has its outline, with its capital in it, within five kilometres', () => {
  const codes = [...provinces.keys()].flatMap((all) => all.split(' '));
  expect(codes.toSorted()).toEqual([...(regions().below.get('') ?? [])].toSorted());
  const wrong = Object.entries(capitals).filter(([code, name]) => {
    const rings = [...provinces].find(([all]) => all.includes(code))?.[1] ?? [];
    const town = towns.find((one) => one.name === name);
    return !town || !isAt(rings, town, 5);
  });
  expect(wrong).toEqual([]);
});

test('the outline is where the country is: a few kilometres to any side, and fewer towns are on land', () => {
  const some = towns.filter((_, nth) => nth % 8 === 0);
  const all = [...provinces.values()].flat();
  const onLand = (north: number, east: number) =>
    some.filter((town) =>
      isInside(all, { latitude: town.latitude + north, longitude: town.longitude + east }),
    ).length / some.length;
  const here = onLand(0, 0);
  expect(here).toBeGreaterThan(0.92);
  for (const [north, east] of [
    [0.05, 0],
    [-0.05, 0],
    [0, 0.05],
    [0, -0.05],
  ] as const)
    expect([north, east, here - onLand(north, east) > 0.02]).toEqual([north, east, true]);
});

test('the module of the build has all of it, small enough for a phone that asks for it', async () => {
  const code = landModule();
  expect(code.length).toBeLessThan(110_000);
  const made = (await import(`data:text/javascript,${encodeURIComponent(code)}`)) as { land: Land };
  expect(made.land.towns).toEqual(towns);
  expect(made.land.outline.match(/M/g)?.length).toBe([...provinces.values()].flat().length);
  expect(made.land.towns[0]?.name).toBe('Jakarta');
  expect(towns.filter(({ name }) => /City|South|North|East|West/.test(name))).toEqual([]);
  const [bandung, cimahi] = ['Bandung', 'Cimahi'].map((name) => towns.find((one) => one.name === name));
  expect(bandung && cimahi && Math.round(kmBetween(bandung, cimahi))).toBe(9);
  // Where the map begins: the islands of a province, too, and nothing of another.
  for (const [code, [west, south, east, north]] of Object.entries(made.land.provinces)) {
    expect([code, [west, south, east, north].every(Number.isFinite)]).toEqual([code, true]);
    expect([code, east > west && north > south && east - west < 10]).toEqual([code, true]);
  }
  expect(made.land.provinces['21']?.[3]).toBeGreaterThan(4);
  expect(made.land.provinces['31']?.[0]).toBeGreaterThan(106);
});
