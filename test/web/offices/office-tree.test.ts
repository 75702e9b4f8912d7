// The office tree as pages read it from the API's list.
import { expect, test } from 'vitest';
import type { Office } from '../../../web/src/api/types.ts';
import { chainAbove, depthOf, matching, partUnder } from '../../../web/src/shared/officers/office-tree.ts';

const office = (id: string, level: Office['level'], parentId: string | null, name = id): Office => ({
  id,
  name,
  level,
  parentId,
  timeZone: 'Asia/Jakarta',
});
const tree = [
  office('nasional', 'national', null, 'Admin Nasional'),
  office('kementerian', 'agency', 'nasional', 'Kementerian Contoh'),
  office('ditjen', 'echelon1', 'kementerian', 'Direktorat Jenderal'),
  office('upt', 'upt', 'ditjen', 'UPT Bandung'),
  office('badan', 'agency', 'nasional', 'Badan Lain'),
];
const ids = (offices: Office[]) => offices.map(({ id }) => id);

test('the part under an office is itself and all below it', () => {
  expect(ids(partUnder(tree, 'kementerian'))).toEqual(['kementerian', 'ditjen', 'upt']);
  expect(ids(partUnder(tree, 'upt'))).toEqual(['upt']);
  expect(partUnder(tree, 'tidak-ada')).toEqual([]);
});

test('the chain above an office begins with itself, and ends at the door or where the list does', () => {
  expect(ids(chainAbove(tree, 'upt'))).toEqual(['upt', 'ditjen', 'kementerian', 'nasional']);
  expect(ids(chainAbove(tree.slice(2), 'upt'))).toEqual(['upt', 'ditjen']);
  expect(chainAbove(tree, 'tidak-ada')).toEqual([]);
  const circle = [office('a', 'upt', 'b'), office('b', 'upt', 'a')];
  expect(ids(chainAbove(circle, 'a'))).toEqual(['a', 'b']);
});

test('what is sought by name or code is shown with all above it', () => {
  expect(ids(matching(tree, 'bandung'))).toEqual(['nasional', 'kementerian', 'ditjen', 'upt']);
  expect(ids(matching(tree, 'badan'))).toEqual(['nasional', 'badan']);
  expect(ids(matching(tree, ''))).toEqual(ids(tree));
  expect(ids(matching(tree, 'upt contoh'))).toEqual(['nasional', 'kementerian', 'ditjen', 'upt']);
  expect(matching(tree, 'zzz')).toEqual([]);
});

test('each level is one further down from the national door', () => {
  expect(tree.map((one) => depthOf(one))).toEqual([0, 1, 2, 3, 1]);
});
