// reading 27 under time skipping: an office ends, and its report goes on at the successor by the same clocks.
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { successionSignal, successionUpdate } from '../../../workflows/messages.ts';
import { beginSuccession } from '../../../db/offices/successions.ts';
import type { Office } from '../../../sop/offices.ts';
import { officeMsBetween } from '../../../sop/time/office-time.ts';
import { shippedCalendar } from '../../../sop/time/shipped-calendar.ts';
import { agency, agencyB, echelon1, echelon1Other } from '../../support/walks/small-ministry.ts';
import { Harness, refusalCode, type Report } from '../harness.ts';

let h: Harness;
beforeAll(async () => {
  h = await Harness.open();
});
afterAll(() => h?.close());

const hour = 3_600_000;
const options = { officers: 'move', templates: 'move', choices: 'move', webhooks: 'move' } as const;
const ends = (officeId: string, successorId: string) =>
  h.sql.begin((tx) =>
    beginSuccession(tx, { officeId, successorId, why: 'Penggabungan', options, total: 0, createdBy: 'ops' }),
  );
const visitsOf = (report: Report) =>
  h.sql<{ visit: number; officeId: string; dueAt: Date; endedAt: Date | null; breachedAt: Date | null }[]>`
    select visit, office_id, due_at, ended_at, breached_at, paused_at from visits
    where number = ${report.number} and step in (3, 4, 6) order by visit`;
const typesOf = async (report: Report) => (await report.events()).map(({ type }) => type);

test('the clocks go on at the successor, the visit splits, and nothing is lost of who was late', async () => {
  const report = await h.file({ agency });
  await report.by(agency, 'receive');
  const { due } = await report.rowClock();
  // Nobody has ended an office: whoever says so moves nothing, and what cannot be read is on record.
  await report.handle.signal(successionSignal, 'a');
  await report.handle.signal('succeed', 7);
  await vi.waitFor(async () => expect((await typesOf(report)).at(-1)).toBe('refused'), 30_000);
  expect((await report.case()).holder?.id).toBe('a');

  await h.until(new Date(Date.parse(due) + hour).toISOString());
  expect((await typesOf(report)).filter((type) => type === 'breached')).toHaveLength(1);
  await ends('a', 'b');
  await report.handle.executeUpdate(successionUpdate, { args: ['a'] });
  expect((await typesOf(report)).at(-1)).toBe('succeeded');
  await report.handle.signal(successionSignal, 'a');
  expect((await report.case()).holder?.id).toBe('b');
  await vi.waitFor(async () => expect((await report.case()).awaits).toEqual({}), 30_000);
  expect(await refusalCode(report.by(agency, 'accept'))).toBe('not-holder');
  const [, old, own] = await visitsOf(report);
  expect([old?.officeId, own?.officeId]).toEqual(['a', 'b']);
  expect([old?.breachedAt, old?.endedAt].every((at) => at instanceof Date)).toBe(true);
  expect([own?.breachedAt, own?.endedAt]).toEqual([null, null]);
  // Makassar is an hour ahead: the same limit ended an hour sooner there.
  expect(own?.dueAt.getTime()).toBe(Date.parse(due) - hour);
  await report.by(agencyB, 'accept');
  expect((await typesOf(report)).filter((type) => type === 'succeeded' || type === 'breached')).toEqual([
    'breached',
    'succeeded',
  ]);
});

test('a disposition that was on its way lands, and moves on by itself', async () => {
  const report = await h.file({ agency: agencyB });
  await report.by(agencyB, 'receive');
  await ends('a1', 'a2');
  // Under way since before the end: the office was still there when it was asked for.
  await report.by(agencyB, 'accept', { target: { ...echelon1, parentId: 'b' } });
  await vi.waitFor(async () => expect((await report.case()).holder?.id).toBe('a2'), 30_000);
  expect(await typesOf(report)).toContain('succeeded');
  await report.by(echelon1Other, 'respond');
  expect(await report.case()).toMatchObject({ step: 7, firstResponseGiven: true });
});

test('while the reporter completes it both offices are charged for their part, and the limit stands still for both', async () => {
  const [old, successor] = ['d', 'e'].map((id) => ({ ...agency, id, name: `Kantor ${id}` })) as [
    Office,
    Office,
  ];
  for (const { id, name } of [old, successor])
    await h.sql`insert into offices (id, name, level, parent_id) values (${id}, ${name}, 'agency', 'nasional')`;
  const report = await h.file({ agency: old });
  await report.by(old, 'receive');
  await report.rowClock();
  await report.by(old, 'request-completion');
  const days = (n: number) =>
    report.events().then((all) => new Date((all[0]?.at.getTime() ?? 0) + n * 24 * hour));
  await h.until((await days(3)).toISOString());
  await ends('d', 'e');
  await report.handle.signal(successionSignal, 'd');
  await vi.waitFor(async () => expect((await report.case()).holder?.id).toBe('e'), 30_000);
  await h.until((await days(6)).toISOString());
  await report.byReporter('completion');
  await report.by(successor, 'accept');
  const at = Object.fromEntries((await report.events()).map((event) => [event.type, event.at.getTime()]));
  const span = (from = 0, to = 0) => officeMsBetween(shippedCalendar, 'Asia/Jakarta', from, to);
  const [theirs, own] = await h.sql<{ pausedMs: number; consumedMs: number }[]>`
    select paused_ms, consumed_ms from visits where number = ${report.number} and step = 4 order by visit`;
  expect(theirs).toEqual({
    pausedMs: span(at['completion-requested'], at.succeeded),
    consumedMs: span(at.received, at['completion-requested']),
  });
  expect(own).toEqual({
    pausedMs: span(at.succeeded, at.completed),
    consumedMs: span(at.completed, at.accepted),
  });
});
