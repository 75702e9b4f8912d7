// The clock of a question to another office (reading 24), under time skipping: warned, late, and over when the report goes on.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { spreadMs } from '../../../sop/time/spread.ts';
import { consultationSignals } from '../../../workflows/messages.ts';
import { agency, national } from '../../support/walks/small-ministry.ts';
import { Harness } from '../harness.ts';
import { ask } from './question.ts';

let h: Harness;
beforeAll(async () => {
  h = await Harness.open();
});
afterAll(() => h?.close());

test('warns both offices, is late at its limit, climbs no further, decides nothing; ends as the report leaves', async () => {
  const report = await h.file();
  const { number } = report;
  const { id, clock, handle } = await ask(h, report);
  const record = async () =>
    (
      await h.sql<{ type: string; at: Date }[]>`
      select type, at from consultation_events where number = ${number} order by nth`
    ).map(({ type }) => type);
  const rings = (due: string) => Date.parse(due) + spreadMs(number);
  await h.until(new Date(rings(clock.warnAt) - 2_000).toISOString());
  expect(await record()).toEqual(['consultation-asked']);
  await handle.cancel();
  await h.until(new Date(rings(clock.warnAt) + 30_000).toISOString());
  expect(await record()).toEqual(['consultation-asked', 'consultation-warned']);
  // The report's own first days are not over yet, and its case is as it was.
  const before = await report.case();
  await h.until(new Date(rings(clock.due) - 2_000).toISOString());
  expect(await record()).toHaveLength(2);
  await h.until(new Date(rings(clock.due) + 30_000).toISOString());
  expect((await record()).at(-1)).toBe('consultation-late');
  const after = await report.case();
  expect([after.revision, after.clocks.row?.due]).toEqual([before.revision, before.clocks.row?.due]);
  const told = await h.sql`
    select kind, office_id from notifications where key like ${`${id}:%`} order by kind, office_id`;
  expect(told.map(({ kind, officeId }) => `${kind} ${officeId}`)).toEqual([
    `consultation-asked ${agency.id}`,
    `consultation-late ${agency.id}`,
    `consultation-late ${national.id}`,
    `consultation-warned ${agency.id}`,
    `consultation-warned ${national.id}`,
  ]);
  // Days later nothing more has rung.
  await h.until(new Date(Date.parse(clock.due) + 6 * 86_400_000).toISOString());
  expect(await record()).toHaveLength(3);

  await report.by(national, 'dispose', { target: agency });
  expect((await record()).at(-1)).toBe('consultation-ended');
  await handle.signal(consultationSignals.look);
  await handle.result();
  expect((await handle.fetchHistory()).events?.length).toBeLessThan(50);
  // Cancellation ends none, and it looked for the last time after the end.
  const [row] = await h.sql`select status, closed_at from consultations where id = ${id}`;
  expect(row).toMatchObject({ status: 'ended', closedAt: expect.any(Date) });
});
