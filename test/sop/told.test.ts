// A notification keeps our lines apart from what somebody said, so that nobody's text becomes a line of ours.
import { expect, test } from 'vitest';
import { said, told } from '../../sop/notices/told.ts';

test('lines, lists and somebody’s words in order, apart by empty lines, without what is empty', () => {
  expect(
    told('Laporan dijawab.', said('Sudah\n\n- selesai'), '', said(''), { list: ['LAP-1', 'LAP-2'] }),
  ).toEqual({
    body: 'Laporan dijawab.\n\nSudah\n\n- selesai\n\n- LAP-1\n- LAP-2',
    parts: [{ line: 'Laporan dijawab.' }, { said: 'Sudah\n\n- selesai' }, { list: ['LAP-1', 'LAP-2'] }],
  });
});
