// What is told of a question (24), to who follows another report (21), of the calendar's end (30) and of an API key's, as a table; and batches in the Temporal UI.
import { expect, test } from 'vitest';
import type { Alert, Entry } from '../../sop/entry.ts';
import { apiKeyEnds } from '../../sop/notices/to-ops/api-key-ends.ts';
import { calendarEnds } from '../../sop/notices/to-ops/calendar-end.ts';
import { consultationNotice } from '../../sop/notices/consultation-notices.ts';
import type { Facts, Message } from '../../sop/notices/notices.ts';
import { recordSummary } from '../../sop/notices/record-summary.ts';
import { wishedMessage } from '../../sop/notices/facts.ts';
import { toFollower } from '../../sop/notices/to-follower.ts';
import { clockNames, type ClockName, updates } from '../../sop/terms.ts';
import { toRegisterFollower } from '../../sop/texts/own-words.ts';
import { dueIn } from '../../sop/notices/told.ts';
import { agency, echelon1, national } from '../support/walks/small-ministry.ts';
import { by, filed } from '../support/walks/walk.ts';

const number = 'LAP-2026-000001';
const title = 'Lampu jalan padam';

/** Kind and topic, subject, and each part by what it is: a line of ours, its English, or what somebody said. */
function shown(message: (Message & { topic?: string }) | undefined): string {
  if (!message) return 'nothing';
  const { kind, topic, subject, parts } = message;
  const of = parts.map((part) => Object.entries(part).map(([what, text]) => `  ${what}: ${text}`));
  const head = `${kind}${topic ? ` (${topic})` : ''}: ${subject.id} | ${subject.en}`;
  return [head, ...of.flat()].join('\n  ');
}

test('who asks, who is asked, who follows and operations are told what the table says', async () => {
  const due = (provisional: boolean) => dueIn('2026-11-24T08:00:00.000Z', 'Asia/Makassar', provisional);
  const facts = {
    number,
    title,
    from: 'Ditjen Jalan',
    office: 'Balai Jalan',
    deadline: due(false),
    text: 'Sudah dianggarkan?',
  };
  const of = { number, title, original: 'LAP-2026-000009' };
  const table: [string, Parameters<typeof shown>[0]][] = [];
  for (const what of ['asked', 'answered', 'withdrawn', 'ended', 'inherited', 'warned', 'late'] as const)
    for (const side of ['asked', 'asker'] as const)
      table.push([`${what}, to the ${side}`, consultationNotice(`consultation-${what}`, side, facts)]);
  const provisional = { ...facts, deadline: due(true) };
  table.push([
    'asked, before its year is decreed',
    consultationNotice('consultation-asked', 'asked', provisional),
  ]);
  for (const what of ['responded', 'answered', 'ended'] as const)
    for (const text of ['Sudah kami perbaiki', null])
      table.push([
        `the original was ${what}, ${text ? 'for all to read' : 'not for their eyes'}`,
        toFollower[what]({ ...of, text }),
      ]);
  const told = {
    number,
    title,
    office: 'Ditjen Jalan',
    holder: 'Balai Jalan',
    deadline: due(false),
  } as Facts;
  const holder = {
    id: 'balai',
    name: 'Balai Jalan',
    level: 'upt',
    zone: 'Asia/Makassar',
    parentId: null,
  } as const;
  const opens = { visit: 4, step: 9, officeId: 'balai' } as const;
  const breach = (clock: ClockName): Alert => ({
    clock,
    kind: 'breach',
    due: '',
    officeIds: [],
    charged: '',
  });
  const happened: [string, Parameters<typeof wishedMessage>[0]][] = [
    ['disposed', { type: 'disposed', to: 'balai', opens }],
    ['returned', { type: 'returned', to: 'balai', opens }],
    ['received', { type: 'received', to: 'balai', opens }],
    ...clockNames.map((clock): (typeof happened)[number] => [
      `late: ${clock}`,
      { type: 'breached', to: 'balai', alert: breach(clock) },
    ]),
    ['warned', { type: 'warned', to: 'balai', alert: { ...breach('row'), kind: 'warn' } }],
  ];
  for (const [what, entry] of happened) {
    table.push([`${what}, where both are wished for`, wishedMessage(entry, { holder }, told, updates)]);
    expect(wishedMessage(entry, { holder }, told, [])).toBeUndefined();
  }
  for (const what of ['confirm', 'first-response', 'hand-over', 'lateness', 'answer', 'end'] as const)
    table.push([`${what}, to who follows it in the register`, toRegisterFollower(what, number)]);
  const end = { year: 2028, until: '2028-01-05T09:00:00.000Z' };
  table.push(['the calendar ends', calendarEnds(end, 'Asia/Makassar')]);
  const key = {
    name: 'Tiket',
    hint: 'a1B2',
    office: 'Kementerian Contoh',
    until: '2027-01-05T17:00:00.000Z',
  };
  table.push(['an API key ends', apiKeyEnds(key, 'Asia/Jakarta')]);
  const text = table.map(([name, message]) => `${name}\n  ${shown(message)}\n`).join('\n');
  await expect(text).toMatchFileSnapshot('tables/notices.txt');
});

test('of a batch that waited five entries are named, and how many more there are', () => {
  const filing = filed('2026-11-02T02:00:00.000Z');
  const walk = by(by(filing, national, 'dispose', { target: agency }), agency, 'receive');
  const { entries } = by(by(walk, agency, 'accept'), agency, 'dispose', { target: echelon1 });
  const lastOf = (some: readonly Entry[]) => recordSummary(some).split(' → ')[0];
  expect(lastOf(entries.slice(0, 5))).toBe(
    'SOP 1 · laporan dibuat, laporan mendapat nomor dan diteruskan; SOP 2 · didisposisikan; SOP 3 · diterima; SOP 4 · diverifikasi sebagai kewenangan',
  );
  expect(lastOf(entries)).toBe(`${lastOf(entries.slice(0, 5))}, dan 1 lagi`);
  const [last] = entries.slice(-1);
  if (!last) throw new Error('nothing was written');
  expect(lastOf([{ ...last, binding: true }])).toBe('SOP 5 · didisposisikan (mengikat)');
  const refused = { action: 'answer', code: 'not-holder' };
  expect(lastOf([{ ...last, type: 'refused', binding: false, refused }])).toContain('(not-holder)');
  const undone = { clock: 'whole', due: last.at } as const;
  expect(lastOf([{ ...last, type: 'unbreached', binding: false, undone }])).toContain('(batas keseluruhan)');
});
