// The tree of categories, without a server.
import { describe, expect, test } from 'vitest';
import { branchCounts, placeFault, usualAgencies } from '../../../api/categories/tree.ts';
import {
  categoryNamed,
  findCategories,
  offered,
} from '../../../web/src/shared/categories/find-categories.ts';

const none = {
  nameEn: null,
  examples: null,
  agencyId: null,
  kind: null,
  legalBasis: null,
  order: 0,
  ended: false,
};
const tree = [
  { ...none, code: 'jalan', parent: null, name: 'Jalan', nameEn: 'Roads', examples: 'lubang, trotoar' },
  { ...none, code: 'lampu', parent: 'jalan', name: 'Lampu jalan', agencyId: 'pln' },
  { ...none, code: 'tiang', parent: 'lampu', name: 'Tiang miring' },
  { ...none, code: 'sampah', parent: null, name: 'Sampah', agencyId: 'dlh', ended: true },
  { ...none, code: 'plastik', parent: 'sampah', name: 'Plastik' },
];

describe('where one may stand', () => {
  test.each([
    ['lampu', null, undefined],
    ['plastik', 'jalan', undefined],
    [undefined, 'tiang', undefined],
    ['sampah', 'tiang', 'Paling banyak 4 tingkat'],
    ['jalan', 'jalan', 'Tidak dapat berada di bawah dirinya sendiri'],
    ['jalan', 'tiang', 'Tidak dapat berada di bawah dirinya sendiri'],
    ['lampu', 'tidak-ada', 'Bukan kategori yang dikenal'],
  ])('%s below %s: %s', (code, parent, fault) => {
    expect(placeFault(tree, code, parent)?.id).toBe(fault);
  });
});

test('who usually has its reports: its own, or the nearest above; a successor instead of who ended, nobody who takes none', () => {
  const office = (id: string, more: object = {}) => ({
    id,
    name: id.toUpperCase(),
    level: 'agency' as const,
    parentId: 'nasional',
    zone: 'Asia/Jakarta' as const,
    officers: 1,
    successorId: null,
    email: null,
    active: true,
    ...more,
  });
  const ids = (offices: ReturnType<typeof office>[]) =>
    Object.fromEntries([...usualAgencies(tree, offices)].map(([code, agency]) => [code, agency?.id ?? null]));
  expect(ids([office('pln'), office('dlh')])).toEqual({
    jalan: null,
    lampu: 'pln',
    tiang: 'pln',
    sampah: 'dlh',
    plastik: 'dlh',
  });
  const moved = [
    office('pln', { successorId: 'esdm', active: false }),
    office('esdm'),
    office('dlh', { officers: 0 }),
  ];
  expect(ids(moved)).toMatchObject({ tiang: 'esdm', sampah: null });
});

test('counts are read by the tree: former names and codes too, capitals or not; the rest stands beside it', () => {
  const codes = new Map(
    Object.entries({
      jalan: 'jalan',
      'jalan raya': 'jalan',
      'lampu jalan': 'lampu',
      tiang: 'tiang',
      sampah: 'sampah',
    }),
  );
  const counts = { Jalan: 2, 'JALAN raya': 1, 'Lampu jalan': 3, tiang: 4, 'Entah apa': 9, '-': 5 };
  expect(
    branchCounts(tree, codes, counts).map(({ code, own, total, words }) => [code, own, total, words]),
  ).toEqual([
    ['jalan', 3, 10, ['Jalan', 'JALAN raya']],
    ['lampu', 3, 7, ['Lampu jalan']],
    ['tiang', 4, 4, ['tiang']],
  ]);
});

describe('what the form offers', () => {
  const open = offered(tree);
  const found = (words: string) => findCategories(open, words).map(({ code }) => code);

  test('nothing that has ended, nor what is below it; each with how deep it stands', () => {
    expect(open.map(({ code, depth, around }) => [code, depth, around])).toEqual([
      ['jalan', 0, ''],
      ['lampu', 1, 'Jalan'],
      ['tiang', 2, 'Jalan › Lampu jalan'],
    ]);
  });

  test.each([
    ['', ['jalan', 'lampu', 'tiang']],
    ['jalan lampu', ['lampu', 'tiang']],
    ['TROTOAR', ['jalan']],
    ['roads', ['jalan']],
    ['mir', ['tiang']],
    ['plastik', []],
    ['lampu lubang', []],
  ])('%j finds %j', (words, codes) => {
    expect(found(words)).toEqual(codes);
  });

  test('one is known by name or code', () => {
    expect(categoryNamed(open, ' LAMPU jalan ')?.code).toBe('lampu');
    expect(categoryNamed(open, 'tiang')?.name).toBe('Tiang miring');
    expect(categoryNamed(open, 'lain')).toBeUndefined();
  });
});
