// A notification keeps our lines apart from what somebody said, so that nobody's text becomes a line of ours.
import { expect, test } from 'vitest';
import { bodyIn, partIn, said, told } from '../../sop/notices/told.ts';

test('lines, lists and somebody’s words in order, apart by empty lines, without what is empty', () => {
  expect(
    told(
      { id: 'Laporan dijawab.', en: 'Report answered.' },
      said('Sudah\n\n- selesai'),
      undefined,
      said(''),
      {
        list: [
          { id: 'satu', en: 'one' },
          { id: 'dua', en: 'two' },
        ],
      },
      { list: [] },
    ),
  ).toEqual({
    body: 'Laporan dijawab.\n\nSudah\n\n- selesai\n\n- satu\n- dua',
    parts: [
      { line: 'Laporan dijawab.', en: 'Report answered.' },
      { said: 'Sudah\n\n- selesai' },
      { list: ['satu', 'dua'], en: ['one', 'two'] },
    ],
  });
});

test('in English what is ours is English, what somebody said stands, and what was kept before there was any is as it was', () => {
  const parts = [
    { line: 'Dijawab.', en: 'Answered.' },
    { said: 'Sudah' },
    { line: 'Lama.' },
    { list: ['a'] },
  ];
  expect(bodyIn(parts, 'en')).toBe('Answered.\n\nSudah\n\nLama.\n\n- a');
  expect(partIn(parts[0] ?? { said: '' }, 'id')).toEqual({ line: 'Dijawab.' });
});
