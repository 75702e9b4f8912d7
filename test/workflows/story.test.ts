// The SOP as it runs: eleven rows, clocks that climb, silence that closes, under time skipping with the real record.
import { Worker } from '@temporalio/worker';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { officeMsBetween } from '../../sop/time/office-time.ts';
import { shippedCalendar } from '../../sop/time/shipped-calendar.ts';
import { spreadMs } from '../../sop/time/spread.ts';
import { bundleWorkflows } from '../../worker/bundle.ts';
import { agency, national, upt } from '../support/walks/small-ministry.ts';
import { Harness, type Report } from './harness.ts';
import { goodAnswer } from '../support/said.ts';

let h: Harness;
beforeAll(async () => {
  h = await Harness.open();
});
afterAll(() => h?.close());

async function replays(report: Report): Promise<number> {
  const history = await report.handle.fetchHistory();
  await Worker.runReplayHistory({ workflowBundle: await bundleWorkflows() }, history, report.number);
  return history.events?.length ?? 0;
}

describe('one report', () => {
  test('goes through all eleven rows; record, ledger and history agree', async () => {
    const report = await h.file();
    await h.downToUpt(report);
    const answered = await report.by(upt, 'answer', { text: goodAnswer });
    expect(answered).toMatchObject({ step: 11, status: 'answered', holder: { level: 'system' } });
    expect(answered.deadline).not.toBeNull();
    const confirmed = await report.byReporter('confirmation');
    expect(confirmed).toMatchObject({ status: 'closed', deadline: null, options: [] });
    expect(await report.handle.result()).toMatchObject({ status: 'closed' });
    const events = await report.events();
    expect(events.map(({ seq }) => seq)).toEqual(events.map((_, index) => index + 1));
    expect(events.map(({ step }) => step)).toEqual([1, 1, 2, 3, 4, 5, 6, 7, 7, 9, 10, 11]);
    const visits =
      await h.sql`select step, office_id, ended_at from visits where number = ${report.number} order by visit`;
    expect(visits.map(({ step }) => step)).toEqual([1, 2, 3, 4, 5, 6, 7, 9, 10, 11]);
    expect(visits.every(({ endedAt }) => endedAt !== null)).toBe(true);
    // In one run: a new one costs nine events more.
    expect(await replays(report)).toBeLessThan(80);
  });

  test('nobody acts: the holder is warned, then each office above hears of it, one a working day', async () => {
    const report = await h.file({ agency });
    const { rungs } = await report.rowClock();
    await h.until(new Date(Date.parse(rungs.at(-1)?.at ?? '') + 60_000).toISOString());
    const alerts = (await report.events()).filter(
      ({ data }) => (data.alert as { clock?: string })?.clock === 'row',
    );
    expect(alerts.map(({ type, data }) => [type, (data.alert as { officeIds: string[] }).officeIds])).toEqual(
      [
        ['warned', ['a']],
        ['breached', ['a', 'nasional']],
      ],
    );
    const told =
      await h.sql`select office_id from notifications where number = ${report.number} and office_id = 'nasional'`;
    expect(told.length).toBeGreaterThan(0);
    expect((await report.case()).step).toBe(3);
    await replays(report);
  });

  test('silence after the answer closes by the system after 10 hari kerja (SOP 11)', async () => {
    const report = await h.file();
    await h.downToUpt(report);
    const { deadline } = await report.by(upt, 'answer');
    expect(await report.handle.result()).toMatchObject({ status: 'closed' });
    const end = (await report.events()).at(-1);
    expect(end).toMatchObject({ type: 'closed', actorRole: 'system', status: 'closed' });
    const rings = Date.parse(deadline ?? '') + spreadMs(report.number);
    expect(Math.abs((end?.at.getTime() ?? 0) - rings)).toBeLessThan(5_000);
    const [row] = await h.sql`select closed_by from complaints where number = ${report.number}`;
    expect(row?.closedBy).toBe('system');
  });

  test('a request for completion stops the clock; silence withdraws, completion goes on (reading 11)', async () => {
    const silent = await h.file();
    await silent.by(national, 'request-completion');
    const completed = await h.file();
    await completed.by(national, 'request-completion', { reason: 'Alamat?' });
    expect((await completed.case()).clocks.row).toBeUndefined();
    await h.env.sleep('2 days');
    expect(await completed.byReporter('completion', 'Jalan Melati 7')).toMatchObject({
      step: 2,
      status: 'in-process',
    });
    expect(await silent.handle.result()).toMatchObject({ status: 'withdrawn' });
    expect((await completed.case()).step).toBe(2);
    await replays(completed);
  });

  test('the whole limit stands still while the reporter completes, and the clocks of a backlog ring once (readings 13, 15)', async () => {
    const waiting = await h.file({ agency, kind: 'informasi' });
    await waiting.by(agency, 'receive');
    const { whole } = (await waiting.case()).clocks;
    const from = await h.nowMs();
    await waiting.by(agency, 'request-completion');
    const old = new Date(from - 100 * 86_400_000).toISOString();
    const backlog = await h.file({ agency, receivedAt: old });
    await h.env.sleep('9 days');
    expect((await waiting.events()).map(({ type }) => type)).not.toContain('warned');
    const to = await h.nowMs();
    await waiting.byReporter('completion');
    const { whole: after } = (await waiting.case()).clocks;
    // By as much office time as it stood still, up to the close of a day, however many of those days were worked.
    const officeMs = (...span: [number, number]) => officeMsBetween(shippedCalendar, agency.zone, ...span);
    const later = officeMs(Date.parse(whole?.due ?? ''), Date.parse(after?.due ?? '')) - officeMs(from, to);
    expect(later).toBeGreaterThan(-60_000);
    expect(later).toBeLessThan(10 * 3_600_000);
    const rung = (await backlog.events()).filter(({ data }) => data.alert);
    expect(rung.map(({ type, data }) => [type, (data.alert as { clock: string }).clock])).toEqual([
      ['breached', 'row'],
      ['breached', 'whole'],
    ]);
    const [visit] =
      await h.sql`select breached_at from visits where number = ${backlog.number} and visit = 2`;
    expect(visit?.breachedAt).toEqual(rung[0]?.at);
    await replays(waiting);
    await replays(backlog);
  });
});
