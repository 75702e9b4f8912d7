// The map's own reckoning: degrees and pixels, what is in sight, and how a point moves.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readTowns } from '../../../web/building/land.ts';
import { labelsInSight } from '../../../web/src/shared/regions/map/labels.ts';
import type { Land } from '../../../web/src/shared/regions/map/land.ts';
import { pixelOf, pointOf, tileSide } from '../../../web/src/shared/regions/map/projection.ts';
import { tilesInSight } from '../../../web/src/shared/regions/map/tiles.ts';
import {
  firstView,
  isInSight,
  nearestTown,
  nudged,
  pixelIn,
  pointAt,
  shifted,
  type View,
  type Way,
  zoomed,
  zooms,
} from '../../../web/src/shared/regions/map/view.ts';
import { isInIndonesia, rounded } from '../../../web/src/shared/regions/point.ts';

const land: Land = { outline: '', provinces: { '32': [106.4, -7.8, 108.8, -5.9] }, towns: readTowns() };
const size = { width: 320, height: 260 };
const somewhere = fc.record({
  latitude: fc.double({ min: -12, max: 7, noNaN: true }),
  longitude: fc.double({ min: 94, max: 142, noNaN: true }),
});
const someZoom = fc.integer({ min: zooms.least, max: zooms.most });
const someView = fc.record({ centre: somewhere, zoom: someZoom });

test('degrees become pixels as tiles are cut, and back', () => {
  // The tile of Jakarta's Monas at zoom 15, as every server of streets has it.
  const { x, y } = pixelOf({ latitude: -6.1754, longitude: 106.8272 }, 15);
  expect([Math.floor(x / tileSide), Math.floor(y / tileSide)]).toEqual([26107, 16947]);
  fc.assert(
    fc.property(somewhere, someView, (point, view) => {
      const back = pointOf(pixelOf(point, view.zoom), view.zoom);
      expect(back.latitude).toBeCloseTo(point.latitude, 6);
      expect(back.longitude).toBeCloseTo(point.longitude, 6);
      const seen = pointAt(pixelIn(point, view, size), view, size);
      expect(seen.latitude).toBeCloseTo(point.latitude, 6);
      expect(seen.longitude).toBeCloseTo(point.longitude, 6);
      expect(pixelIn(view.centre, view, size)).toEqual({ x: size.width / 2, y: size.height / 2 });
    }),
  );
});

test('a point moves the way it is sent, by 100 metres from close up and as far as one sees from afar, in the country', () => {
  const point = { latitude: -6.917, longitude: 107.619 };
  const to = (way: Way, zoom: number) => nudged(point, way, zoom);
  expect([to('north', 17), to('east', 17)]).toEqual([
    { latitude: -6.916, longitude: 107.619 },
    { latitude: -6.917, longitude: 107.62 },
  ]);
  expect([to('south', 13), to('west', 13)]).toEqual([
    { latitude: -6.918, longitude: 107.619 },
    { latitude: -6.917, longitude: 107.618 },
  ]);
  expect(to('north', 5).latitude).toBeGreaterThan(-6.7);
  fc.assert(
    fc.property(somewhere, someZoom, (from, zoom) => {
      const start = rounded(from);
      for (const way of ['north', 'south', 'west', 'east'] as const) {
        const moved = nudged(start, way, zoom);
        expect(isInIndonesia(moved)).toBe(true);
        expect(moved).toEqual(rounded(moved));
        const [north, east] = [moved.latitude - start.latitude, moved.longitude - start.longitude];
        const other = way === 'north' || way === 'south' ? east : north;
        expect(other).toBe(0);
        const along = { north, south: -north, west: -east, east }[way];
        // At its end the country stops it.
        const atEnd = !isInIndonesia({
          latitude: start.latitude + { north: 0.001, south: -0.001, west: 0, east: 0 }[way],
          longitude: start.longitude + { north: 0, south: 0, west: -0.001, east: 0.001 }[way],
        });
        expect(atEnd || along > 0.000_9).toBe(true);
      }
      const view = shifted({ centre: start, zoom }, { x: 4_000, y: -4_000 });
      expect(isInIndonesia(view.centre)).toBe(true);
    }),
  );
});

test('it begins around the point, else at the region, else with the country; a zoom keeps the point', () => {
  const at = (given: Partial<Parameters<typeof firstView>[0]>) =>
    firstView({ point: null, region: '', names: [], ...given }, land, size);
  const point = { latitude: 3.595, longitude: 98.672 };
  expect(at({ point, region: '32' })).toEqual({ centre: point, zoom: 11 });
  const country = at({});
  for (const corner of [
    { latitude: 5.8, longitude: 96 },
    { latitude: -8, longitude: 140 },
  ])
    expect(isInSight(corner, country, { width: 700, height: 380 })).toBe(true);
  const province = at({ region: '32.73' });
  expect([province.zoom, isInSight({ latitude: -6.917, longitude: 107.619 }, province, size)]).toEqual([
    7,
    true,
  ]);
  const bandung = land.towns.find(({ name }) => name === 'Bandung');
  const names = ['Kecamatan Sukajadi', 'Kota Bandung', 'Provinsi Jawa Barat'];
  expect(at({ region: '32.73.07', names })).toEqual({ centre: bandung, zoom: 10 });
  // A town of that name in another province is another.
  expect(at({ region: '32.73', names: ['Kota Medan'] })).toEqual(province);
  expect(zoomed(country, 1, null, size, 13)).toEqual({ ...country, zoom: country.zoom + 1 });
  const nearer = zoomed(province, 1, { latitude: -6.917, longitude: 107.619 }, size, 13);
  expect(nearer).toEqual({ centre: { latitude: -6.917, longitude: 107.619 }, zoom: 8 });
  // What is out of sight is not jumped to.
  expect(zoomed(province, 1, point, size, 13).centre).toEqual(province.centre);
  expect([
    zoomed({ ...country, zoom: 13 }, 1, null, size, 13).zoom,
    zoomed({ ...country, zoom: 3 }, -1, null, size, 13).zoom,
  ]).toEqual([13, 3]);
  expect(nearestTown({ latitude: -6.9, longitude: 107.61 }, land)?.name).toBe('Bandung');
});

test('tiles cover all that is in sight, each once, under the address that its server knows', () => {
  const url = 'https://peta.example/{z}/{x}/{y}.png?sisi={x}';
  const address = /^https:\/\/peta\.example\/(\d+)\/(\d+)\/(\d+)\.png\?sisi=\2$/;
  fc.assert(
    fc.property(someView, (view: View) => {
      const tiles = tilesInSight(url, view, size);
      expect(new Set(tiles.map(({ href }) => href)).size).toBe(tiles.length);
      for (const x of [0, 160, size.width - 1])
        for (const y of [0, 130, size.height - 1]) {
          const over = tiles.find(
            (tile) => x >= tile.x - 1 && x < tile.x + tileSide && y >= tile.y - 1 && y < tile.y + tileSide,
          );
          const world = pixelOf(pointAt({ x, y }, view, size), view.zoom);
          const [, z, column, row] = address.exec(over?.href ?? '') ?? [];
          expect(Number(z)).toBe(view.zoom);
          expect(Math.abs(Number(column) - Math.floor(world.x / tileSide))).toBeLessThanOrEqual(1);
          expect(Math.abs(Number(row) - Math.floor(world.y / tileSide))).toBeLessThanOrEqual(1);
        }
    }),
  );
});

test('names of towns stand free of each other, the larger town first', () => {
  const java: View = { centre: { latitude: -7, longitude: 108 }, zoom: 7 };
  const labels = labelsInSight(land.towns, java, size, null);
  expect(labels.length).toBeGreaterThan(8);
  expect(labels.map(({ name }) => name)).toContain('Bandung');
  expect(labels.map(({ name }) => name)).not.toContain('Cimahi');
  const spanOf = ({ name, x, isLeft }: (typeof labels)[number]) => {
    const wide = name.length * 8;
    return isLeft ? ([x - wide, x] as const) : ([x, x + wide] as const);
  };
  for (const [nth, one] of labels.entries())
    for (const other of labels.slice(nth + 1)) {
      const [[from, to], [start, end]] = [spanOf(one), spanOf(other)];
      expect(Math.abs(one.y - other.y) >= 18 || to < start || end < from).toBe(true);
    }
});

test('a name that the pin would cover stands left of its dot', () => {
  const view: View = { centre: { latitude: -6.92, longitude: 107.6 }, zoom: 9 };
  const named = (pin: Parameters<typeof labelsInSight>[3]) =>
    labelsInSight(land.towns, view, size, pin).find(({ name }) => name === 'Bandung');
  const alone = named(null);
  expect(alone?.isLeft).toBe(false);
  const { x = 0, y = 0 } = alone ?? {};
  expect(named({ x: x + 25, y: y + 20 })?.isLeft).toBe(true);
  // At the town itself the head is above the name.
  expect(named({ x, y })).toEqual(alone);
});
