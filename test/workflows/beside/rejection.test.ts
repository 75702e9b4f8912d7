// A rejection under time skipping (readings 21, 22): silence makes it final; a duplicate waits for its original's end, and has its time from then.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { originalSignal } from '../../../workflows/messages.ts';
import { replay } from '../../support/replays.ts';
import { agency, national } from '../../support/walks/small-ministry.ts';
import { Harness, type Report, refusalCode } from '../harness.ts';

let h: Harness;
beforeAll(async () => {
  h = await Harness.open();
});
afterAll(() => h?.close());

const rowOf = async ({ number }: Report) =>
  (
    await h.sql`
      select status, closed_by, ended_at, duplicate_of, holder_id, deadline from complaints where number = ${number}`
  )[0];
const typesOf = async (report: Report) => (await report.events()).map(({ type }) => type);
const replays = async (report: Report) =>
  replay(await report.handle.fetchHistory(), { traced: false }, report.number);

test('without an objection a rejection is final after its time, and its workflow ends', {
  timeout: 120_000,
}, async () => {
  const report = await h.file();
  const { deadline } = await report.by(national, 'reject');
  expect(await rowOf(report)).toMatchObject({ status: 'rejected', endedAt: null, holderId: null });
  expect(await refusalCode(report.by(national, 'dispose', { target: agency }))).toBe('closed');
  await report.byReporter('message');
  expect(await report.handle.result()).toMatchObject({ status: 'rejected' });
  expect(await typesOf(report)).toEqual(['filed', 'acknowledged', 'rejected', 'messaged', 'rejection-final']);
  const { endedAt, closedBy } = (await rowOf(report)) as { endedAt: Date; closedBy: string };
  // Within ten minutes of the exact deadline (31).
  const late = endedAt.getTime() - Date.parse(deadline ?? '');
  expect([closedBy, late >= 0 && late < 600_000 + 60_000]).toEqual(['office', true]);
  await replays(report);
});

test('an objection brings it back, and the ledger has a visit for each stay', {
  timeout: 120_000,
}, async () => {
  const report = await h.file();
  await report.by(national, 'reject');
  expect(await report.byReporter('objection')).toMatchObject({ step: 2, status: 'in-process' });
  await report.by(national, 'reject');
  await report.handle.result();
  const visits = await h.sql`
    select step, office_id, ended_at is not null as ended from visits where number = ${report.number} order by visit`;
  expect(visits.map(({ step, ended }) => [step, ended])).toEqual([
    [1, true],
    [2, true],
    [2, true],
  ]);
  await replays(report);
});

test('a duplicate has no clock until its original has ended, and is told once', {
  timeout: 120_000,
}, async () => {
  const original = await h.file();
  const report = await h.file();
  await report.by(national, 'reject', { duplicateOf: original.number });
  // The original is a duplicate itself: the process moves on to the original of that.
  const first = await h.file();
  await original.by(national, 'reject', { duplicateOf: first.number });
  const owed = () => h.sql`select number from original_changes order by id`;
  expect((await owed()).map(({ number }) => number)).toEqual([report.number]);
  await report.handle.signal(originalSignal);
  await expect.poll(async () => (await rowOf(report))?.duplicateOf).toBe(first.number);
  expect(await rowOf(report)).toMatchObject({ endedAt: null, deadline: null });
  await h.downToUpt(first);
  await first.byReporter('withdrawal');
  // For who follows it now, however often it is looked at.
  expect(new Set((await owed()).map(({ number }) => number))).toEqual(
    new Set([report.number, original.number]),
  );
  for (let n = 0; n < 3; n += 1) await report.handle.signal(originalSignal);
  await original.handle.signal(originalSignal);
  // While nothing waits for a timer the server skips years.
  for (const one of [report, original]) {
    await expect.poll(async () => (await one.case()).clocks.rejection).toBeDefined();
  }
  for (const one of [report, original]) await one.handle.result();
  expect(await typesOf(report)).toEqual([
    'filed',
    'acknowledged',
    'rejected',
    'followed',
    'original-ended',
    'rejection-final',
  ]);
  expect(await typesOf(original)).not.toContain('followed');
  for (const one of [report, original, first]) await replays(one);
});
