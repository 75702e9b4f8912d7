// Offices are found as people write them, the right one first; the field offers what is likely before all others.
import { expect, test } from 'vitest';
import type { Office } from '../../../web/src/api/types.ts';
import { codeOf } from '../../../web/src/oversight/people/offices/code-of.ts';
import { usernameOf } from '../../../web/src/oversight/people/users/username-of.ts';
import { officeFinder } from '../../../web/src/shared/finding/find-offices.ts';
import { firstOf, groupsOf } from '../../../web/src/shared/officers/picking/groups.ts';

const office = (id: string, name: string, parentId: string | null = 'nasional'): Office => ({
  id,
  name,
  parentId,
  level: parentId === 'nasional' ? 'agency' : 'echelon1',
  timeZone: 'Asia/Jakarta',
});
const agencies = [
  'Badan Nasional Penanggulangan Bencana',
  'Badan Perencanaan Pembangunan Nasional',
  'Badan Pusat Statistik',
  'Kejaksaan Agung',
  'Kementerian Agama',
  'Kementerian Dalam Negeri',
  'Kementerian Hukum dan Hak Asasi Manusia',
  'Kementerian Kesehatan',
  'Kementerian Ketenagakerjaan',
  'Kementerian Komunikasi dan Digital',
  'Kementerian Luar Negeri',
  'Kementerian Pekerjaan Umum dan Perumahan Rakyat',
  'Kementerian Pendayagunaan Aparatur Negara dan Reformasi Birokrasi',
  'Kementerian Pendidikan, Kebudayaan, Riset, dan Teknologi',
  'Kementerian Pertahanan',
  'Pemerintah Kota Bandung',
  'Pemerintah Kota Jayapura',
  ...Array.from({ length: 640 }, (_, n) => `Pemerintah Kabupaten Papua ${n + 1}`),
].map((name, at) => office(`kode-${String.fromCodePoint(97 + (at % 26))}${at}x`, name));
const units = [
  office('ditjen-pelayanan', 'Direktorat Jenderal Pelayanan', agencies[7]?.id),
  office('itjen', 'Inspektorat Jenderal', agencies[7]?.id),
  office('jumat', 'Balai Jum’at Séhat', agencies[7]?.id),
];
const all = [...agencies, ...units];
const find = officeFinder(all);
const first = (words: string) => find(words)[0]?.name;

test.each([
  ['kab papua 17', 'Pemerintah Kabupaten Papua 17'],
  ['17 PAPUA kab', 'Pemerintah Kabupaten Papua 17'],
  ['pemkab papua 640', 'Pemerintah Kabupaten Papua 640'],
  ['pemkot jaya', 'Pemerintah Kota Jayapura'],
  ['kemenkes', 'Kementerian Kesehatan'],
  ['menkes', 'Kementerian Kesehatan'],
  ['Kementrian', undefined],
  ['kemenag', 'Kementerian Agama'],
  ['kemendagri', 'Kementerian Dalam Negeri'],
  ['kemenlu', 'Kementerian Luar Negeri'],
  ['kemenhan', 'Kementerian Pertahanan'],
  ['kemenkumham', 'Kementerian Hukum dan Hak Asasi Manusia'],
  ['kemnaker', 'Kementerian Ketenagakerjaan'],
  ['komdigi', 'Kementerian Komunikasi dan Digital'],
  ['kemendikbudristek', 'Kementerian Pendidikan, Kebudayaan, Riset, dan Teknologi'],
  ['kemenpan-rb', 'Kementerian Pendayagunaan Aparatur Negara dan Reformasi Birokrasi'],
  ['pupr', 'Kementerian Pekerjaan Umum dan Perumahan Rakyat'],
  ['bps', 'Badan Pusat Statistik'],
  ['BNPB', 'Badan Nasional Penanggulangan Bencana'],
  ['bappenas', 'Badan Perencanaan Pembangunan Nasional'],
  ['kejagung', 'Kejaksaan Agung'],
  ['ditjen', 'Direktorat Jenderal Pelayanan'],
  ['dirjen pel', 'Direktorat Jenderal Pelayanan'],
  ['itjen', 'Inspektorat Jenderal'],
  ['itjen kemenkes', undefined],
  ['inspektorat kesehatan', 'Inspektorat Jenderal'],
  ['jumat sehat', 'Balai Jum’at Séhat'],
  ["jum'at", 'Balai Jum’at Séhat'],
  ['kode-c2x', 'Badan Pusat Statistik'],
  ['statistik zzz', undefined],
])('“%s” finds %s', (words, name) => {
  expect(first(words)).toBe(name);
});

test('nothing said, all are there in their order; where two fit alike, their order stays', () => {
  expect(find('  ')).toEqual(all);
  expect(find('jenderal').map(({ id }) => id)).toEqual(['ditjen-pelayanan', 'itjen']);
  expect(
    find('papua 6')
      .slice(0, 3)
      .map(({ name }) => name.split(' ').at(-1)),
  ).toEqual(['6', '60', '61']);
});

test('the empty field offers what the record suggests, what was chosen of late, then the rest, each once', () => {
  const ids = (groups: ReturnType<typeof groupsOf>) =>
    groups.map(({ of, offices }) => [of, offices.map(({ id }) => id)]);
  const some = ['a', 'b', 'c', 'd'].map((id) => office(id, id));
  expect(ids(groupsOf(some, ['c', 'gone'], ['c', 'd', 'elsewhere']))).toEqual([
    ['suggested', ['c']],
    ['recent', ['d']],
    ['rest', ['a', 'b']],
  ]);
  expect(ids(groupsOf(some, [], []))).toEqual([['rest', ['a', 'b', 'c', 'd']]]);
  const many = groupsOf(agencies, ['kode-a0x'], []);
  expect(firstOf(many, 40).map(({ offices }) => offices.length)).toEqual([1, 39]);
});

test.each([
  ['Direktorat Jenderal Bina Marga', 'ditjen-bina-marga'],
  ['Pemerintah Kabupaten Papua 17', 'pemkab-papua-17'],
  ['UPT Pelayanan Jum’at', 'upt-pelayanan-jumat'],
  ['Deputi Bidang Data dan Informasi', 'deputi-data-informasi'],
  ['UPT Bandung', 'upt-bandung-3'],
  ['東京', ''],
  ['Balai '.repeat(30), Array.from({ length: 10 }, () => 'balai').join('-')],
])('the code proposed for %s', (name, code) => {
  expect(codeOf(name, new Set(['upt-bandung', 'upt-bandung-2']))).toBe(code);
});

test.each([
  ['Rina Wati', 'rina.wati'],
  ['Dr. Ir. H. Budi Santoso Wijaya, M.Sc.', 'budi.santoso'],
  ['Ujang Suparman', 'ujang.suparman3'],
  ['Nurul’aini', 'nurulaini'],
  ['Ñ', ''],
])('the username proposed for %s', (name, username) => {
  expect(usernameOf(name, new Set(['ujang.suparman', 'ujang.suparman2']))).toBe(username);
});
