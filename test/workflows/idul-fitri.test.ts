// reading 13: the whole limit of an oversight report, 60 hari kerja over Idul Fitri, as it runs.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { agency, echelon1 } from '../support/small-ministry.ts';
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
const due = '2027-04-23T09:30:00.000Z';

async function breaches(report: Report, clock: string) {
  return (await report.events()).filter(
    ({ type, data }) => type === 'breached' && (data.alert as { clock: string }).clock === clock,
  );
}

test('nobody answers for 60 working days: breached to the minute, decided by nobody', async () => {
  await h.until('2027-01-18T03:00:00.000Z');
  const report = await h.file({ agency, oversight: true });
  await report.by(agency, 'receive');
  await report.by(agency, 'accept', { target: echelon1 });
  await report.by(echelon1, 'respond');
  expect((await report.case()).clocks.whole?.due).toBe(due);
  await h.until('2027-04-23T09:29:00.000Z');
  expect(await breaches(report, 'whole')).toEqual([]);
  await h.until('2027-04-23T09:31:00.000Z');
  const [breach] = await breaches(report, 'whole');
  expect(Math.abs((breach?.at.getTime() ?? 0) - Date.parse(due))).toBeLessThan(10_000);
  // reading 3: a missed limit alerts and escalates; the report is where it was, each rung fired once.
  expect(await report.case()).toMatchObject({ step: 7, status: 'in-process' });
  expect(await breaches(report, 'row')).toHaveLength(1);
});
