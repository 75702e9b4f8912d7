// What was said and done as one stream, and two texts side by side.
import { expect, test } from 'vitest';
import type { Attachment, RecordEvent, Report } from '../../../web/src/api/types.ts';
import { piecesOf } from '../../../web/src/office/duplicates/pieces.ts';
import { foldedOf, linesOf } from '../../../web/src/office/report/stream/lines.ts';

const at = (minute: number) => new Date(Date.UTC(2026, 10, 26, 2, minute)).toISOString();

const event = (seq: number, type: string, minute: number, reason: string | null = null) =>
  ({ seq, type, at: at(minute), reason, consultation: null }) as RecordEvent;
const note = (minute: number, text: string) =>
  ({
    at: at(minute),
    name: 'Indra',
    office: 'Kementerian Contoh',
    text,
    via: null,
  }) as Report['notes'][number];
const file = (id: string, minute: number, by = 'Siti') =>
  ({ id, at: at(minute), by, office: null, visibility: 'reporter' }) as Attachment;

test('two hundred alerts are one line, and stand where they came; nothing said is lost, a remark is said once', () => {
  const alerts = Array.from({ length: 200 }, (_, n) => event(n + 3, n % 2 ? 'breached' : 'warned', 10));
  const events = [
    event(1, 'filed', 0),
    event(2, 'disposed', 1, 'Wilayah Anda.'),
    ...alerts,
    event(203, 'answered', 30),
  ];
  const notes = [note(1, 'Wilayah Anda.'), note(20, 'Sudah ditelepon.')];
  const files = [file('a', 2), file('b', 3), file('c', 40), file('d', 41, 'Budi')];
  const blocks = foldedOf(linesOf(events, notes, files));
  const what = blocks.map((block) => {
    if (block.kind === 'event') return block.event.type;
    if (block.kind === 'note') return block.note.text;
    return block.kind === 'files'
      ? block.files.map(({ id }) => id).join('+')
      : `${block.events.length} by the system`;
  });
  expect(what).toEqual([
    'filed',
    'disposed',
    'a+b',
    '200 by the system',
    'Sudah ditelepon.',
    'answered',
    'c',
    'd',
  ]);
  expect(new Set(blocks.map(({ kind, key }) => `${kind} ${key}`)).size).toBe(blocks.length);
});

test('of two texts the words are marked that only one has, whatever their order and capitals', () => {
  const own = 'Lampu jalan padam, di Jalan Melati No. 5.';
  const other = 'di jalan melati LAMPU padam sejak Senin';
  const marked = (text: string, beside: string) =>
    piecesOf(text, beside)
      .filter(({ alone }) => alone)
      .map(({ words }) => words);
  expect(marked(own, other)).toEqual(['No. 5.']);
  expect(marked(other, own)).toEqual(['sejak Senin']);
  expect(
    piecesOf(own, other)
      .map(({ words }) => words)
      .join(''),
  ).toBe(own);
  expect(piecesOf(' Satu\n\ndua ', '').map(({ words }) => words)).toEqual([' ', 'Satu\n\ndua', ' ']);
  expect(piecesOf('', own)).toEqual([]);
});
