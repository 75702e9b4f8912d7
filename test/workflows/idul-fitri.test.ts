// The year as it runs: the whole limit of an oversight report over Idul Fitri (reading 13), and a decree after the fact (16).
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { summarise } from '../../api/figures/summary.ts';
import { spreadMs } from '../../sop/time/spread.ts';
import { shippedDays } from '../../sop/time/shipped-calendar.ts';
import { recomputeSignal } from '../../workflows/messages.ts';
import { agency, echelon1 } from '../support/walks/small-ministry.ts';
import { Harness, type Report } from './harness.ts';

let h: Harness;
beforeAll(async () => {
  h = await Harness.open();
});
afterAll(() => h?.close());

// Received on Monday 18 January 2027. Counted by hand from the 19th: 4 days to the 22nd, 5 to the 29th (9), 4 without
// Imlek leave on 5 February (13), 15 to the 26th (28), 5 to 5 March (33), none 8–12 March (Nyepi, Idul Fitri and its
// leave), 4 without the 15th (37), 3 without 25–26 March (40), then four full weeks: the 60th is Friday 23 April,
// closing at 16:30 WIB.
// All of it is moved by whole weeks to begin on a Monday that still lies ahead, whenever the test runs.
const weekMs = 7 * 86_400_000;
const received = Date.parse('2027-01-18T03:00:00.000Z');
const weeks = Math.ceil((Date.now() + 60_000 - received) / weekMs);
const moved = (at: string) => new Date(Date.parse(at) + weeks * weekMs).toISOString();
const due = moved('2027-04-23T09:30:00.000Z');

/** The days of 2027 and its Ramadan, and no others. */
async function moveCalendar(): Promise<void> {
  const day = (date: string) => moved(date).slice(0, 10);
  const days = shippedDays.filter(({ date }) => date.startsWith('2027-'));
  const moves = days.map(({ date, ...rest }) => ({ date: day(date), ...rest }));
  await h.sql`delete from calendar_days`;
  await h.sql`insert into calendar_days ${h.sql(moves, 'date', 'name', 'kind')}`;
  await h.sql`delete from calendar_hours where name like '%Ramadan%' and name not like '%1448%'`;
  await h.sql`
    update calendar_hours set from_date = from_date + ${weeks * 7}::int, to_date = to_date + ${weeks * 7}::int
    where name like '%1448%'`;
}

async function breaches(report: Report, clock: string) {
  return (await report.events()).filter(
    ({ type, data }) => type === 'breached' && (data.alert as { clock: string }).clock === clock,
  );
}

test('nobody answers for 60 working days: breached at its moment, decided by nobody', async () => {
  await moveCalendar();
  await h.until(moved('2027-01-18T03:00:00.000Z'));
  const report = await h.file({ agency, oversight: true });
  await report.by(agency, 'receive');
  await report.by(agency, 'accept', { target: echelon1 });
  await report.by(echelon1, 'respond');
  expect((await report.case()).clocks.whole?.due).toBe(due);
  // reading 31: the deadline is exact, its alert goes out within ten minutes after, at the report's own moment.
  const rings = Date.parse(due) + spreadMs(report.number);
  await h.until(new Date(rings - 2_000).toISOString());
  expect(await breaches(report, 'whole')).toEqual([]);
  await h.until(new Date(rings + 60_000).toISOString());
  const [breach] = await breaches(report, 'whole');
  expect(Math.abs((breach?.at.getTime() ?? 0) - rings)).toBeLessThan(10_000);
  expect(breach?.data).toMatchObject({ alert: { due } });
  // reading 3: a missed limit alerts and escalates; the report is where it was, each rung fired once.
  expect(await report.case()).toMatchObject({ step: 7, status: 'in-process' });
  expect(await breaches(report, 'row')).toHaveLength(1);
});

test('a decree after the fact undoes a breach in the record, the ledger and the figures (reading 16)', async () => {
  await h.until(moved('2027-05-03T03:00:00.000Z'));
  const report = await h.file({ agency });
  await report.by(agency, 'receive');
  // SOP 4, three days: Friday the 7th, for Thursday the 6th is Ascension Day; without the 7th and 10th, Tuesday.
  await h.until(moved('2027-05-11T01:00:00.000Z'));
  const late = async () =>
    (await h.sql`select breached_at from visits where number = ${report.number} and breached_at is not null`)
      .length;
  expect(await breaches(report, 'row')).toHaveLength(1);
  expect(await late()).toBe(1);
  const off = ['2027-05-07', '2027-05-10'].map((date) => ({
    date: moved(date).slice(0, 10),
    name: 'Cuti',
    kind: 'cuti bersama',
  }));
  await h.sql`insert into calendar_days ${h.sql(off, 'date', 'name', 'kind')}`;
  await report.handle.signal(recomputeSignal, 'Kalender 2027');
  await vi.waitFor(async () => expect((await report.events()).at(-1)?.type).toBe('unbreached'), 30_000);
  // Whoever may signal says why: not in the system's name alone.
  const told = (await report.events()).filter(({ type }) => type === 'recomputed');
  expect(told.map(({ data }) => data.via)).toEqual(['signal']);
  expect((await report.case()).clocks.row?.due).toBe(moved('2027-05-11T09:00:00.000Z'));
  expect(await late()).toBe(0);
  const { clocks } = await summarise(h.sql, {
    officeId: 'a',
    from: moved('2027-05-01T00:00:00.000Z'),
    to: null,
  });
  expect(clocks.row.late).toBe(0);
  // The new deadline has its rungs anew.
  await h.until(moved('2027-05-11T09:11:00.000Z'));
  expect(await breaches(report, 'row')).toHaveLength(2);
  expect(await late()).toBe(1);
});
