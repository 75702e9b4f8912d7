// What ops read in the Temporal UI, on a server as they run it: timelines that read like the SOP, and the views that the README names.
import { readFileSync } from 'node:fs';
import { defaultPayloadConverter } from '@temporalio/common';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { isSummary } from '../../../sop/notices/summary.ts';
import { type Case, deadlineOfCase } from '../../../sop/case.ts';
import { decisionSignal } from '../../../workflows/messages.ts';
import { agency, agencyB, echelon1, national, upt } from '../../support/walks/small-ministry.ts';
import { textOf } from '../../support/payloads.ts';
import { Harness, type Report } from '../harness.ts';

let h: Harness;
beforeAll(async () => {
  h = await Harness.open({ real: true });
});
afterAll(() => h?.close());

interface Local {
  activity_type?: string;
}

/** The lines of a timeline in their order: what bears a name, and what has a summary. */
async function timelineOf({ handle }: Report): Promise<string[]> {
  const { events } = await handle.fetchHistory();
  return (events ?? []).flatMap((event) => {
    const said = event.userMetadata?.summary;
    const summary = said ? String(defaultPayloadConverter.fromPayload(said)) : 'without a summary';
    if (said) expect([summary, isSummary(summary)]).toEqual([summary, true]);
    const update = event.workflowExecutionUpdateAcceptedEventAttributes?.acceptedRequest?.input?.name;
    const signal = event.workflowExecutionSignaledEventAttributes?.signalName;
    const local = event.markerRecordedEventAttributes?.details?.data?.payloads?.[0];
    // The timeline shows its name, the list of events its summary too.
    const { activity_type: name } = local ? defaultPayloadConverter.fromPayload<Local>(local) : {};
    if (name?.startsWith('SOP')) expect(summary.startsWith(`${name} · `)).toBe(true);
    if (update) return `update ${update}`;
    if (signal) return `signal ${signal}`;
    if (name === 'lookUp' || name?.startsWith('SOP') || event.activityTaskScheduledEventAttributes)
      return summary;
    if (event.timerStartedEventAttributes)
      return summary.replace(/\d{4}-\d\d-\d\d \d\d:\d\d WI(B|T|TA)/g, '…');
    return [];
  });
}

test('the timeline of a report names each decision, record and timer, and says nobody’s words', async () => {
  const report = await h.file({ agency });
  await report.rowClock();
  const words = { reason: 'Alasan rahasia', text: 'Perkataan rahasia' };
  await report.by(agency, 'receive');
  await report.byReporter('message', words.text);
  await report.by(agency, 'accept', { target: echelon1, ...words });
  await report.by(echelon1, 'respond', words);
  await report.by(agency, 'recall', words);
  const actor = { officeId: agency.id, name: 'Petugas rahasia' };
  await report.handle.signal(decisionSignal('return'), { actor, ...words });
  await vi.waitFor(async () => expect((await report.case()).step).toBe(2), 30_000);
  await report.byReporter('withdrawal', words.text);
  await report.handle.result();
  expect(await timelineOf(report)).toEqual([
    'SOP 1 · laporan dibuat, laporan mendapat nomor dan diteruskan → 3 Kantor a',
    'SOP 3 · peringatan … · batas langkah sampai …',
    'update receive',
    'SOP 3 · diterima → 4 Kantor a',
    'update message',
    'SOP 4 · pesan pelapor',
    'update accept',
    'SOP 4 · diverifikasi sebagai kewenangan; SOP 5 · didisposisikan → 6 Kantor a1',
    'update respond',
    'SOP 6 · diterima; SOP 7 · respon kepada pelapor → 7 Kantor a1',
    'update recall',
    'SOP 7 · ditarik kembali → 4 Kantor a',
    'signal return',
    'Sinyal: mencari kantor dan kuncinya',
    'SOP 4 · dikembalikan → 2 Kantor nasional',
    'update withdrawal',
    'SOP 2 · berakhir tanpa jawaban → selesai: ditarik pelapor',
  ]);
  const { events } = await report.handle.fetchHistory();
  const summaries = events?.map(({ userMetadata }) => userMetadata);
  expect(await textOf(summaries)).not.toMatch(/rahasia|Siti/);
});

test('the views of the README are answered, each with the reports that it is named for', async () => {
  const day = 86_400_000;
  const file = async (way: (report: Report) => Promise<unknown>, filing = {}) => {
    const report = await h.file(filing);
    await way(report);
    return report;
  };
  const reports = await Promise.all([
    file(async () => {}),
    file((report) => report.by(national, 'request-completion')),
    file((report) => h.downToUpt(report), { kind: 'informasi' }),
    file(async (report) => {
      await h.downToUpt(report);
      await report.by(upt, 'answer');
    }),
    file(async () => {}, { agency: agencyB, receivedAt: new Date(Date.now() - 60 * day).toISOString() }),
  ]);
  const late = async () => (await reports[4]?.events())?.map(({ type }) => type).join(' ');
  await vi.waitFor(async () => expect(await late()).toMatch(/breached|escalated/), 30_000);
  const soon = new Date(Date.now() + 30 * day).toISOString();
  const isLate = ({ clocks }: Case) => Object.values(clocks).some(({ due }) => Date.parse(due) < Date.now());
  const views: Record<string, (c: Case) => boolean> = {
    'Late now': isLate,
    'Held by an office': ({ holder }) => holder?.id === upt.id,
    'Waiting at national': ({ step }) => step === 2,
    'Due before an instant': (c) => (deadlineOfCase(c) ?? '9') < soon,
    'Waiting for the reporter': ({ status }) => status === 'awaiting-completion',
    'Answered, closing soon': ({ step }) => step === 11,
    'Information requests': ({ kind }) => kind === 'informasi',
  };
  const readme = readFileSync(new URL('../../../README.md', import.meta.url), 'utf8');
  const queries = [...readme.matchAll(/^\| ([^|]+?) +\| `([^`]*Tuntas[^`]*)` +\|$/gm)];
  expect(queries.map(([, view]) => view)).toEqual(Object.keys(views));
  const cases = await Promise.all(reports.map((report) => report.case()));
  for (const [, view = '', written = ''] of queries) {
    const query = written.replace('ditjen-pelayanan', upt.id).replace('2026-12-01T00:00:00Z', soon);
    const wanted = cases.filter((c) => views[view]?.(c)).map(({ number }) => number);
    expect(wanted.length, view).toBeGreaterThan(0);
    const found = async () => {
      const ids: string[] = [];
      for await (const { workflowId } of h.env.client.workflow.list({ query })) ids.push(workflowId);
      return ids
        .filter((id) => wanted.includes(id) || reports.some(({ number }) => number === id))
        .toSorted();
    };
    await expect.poll(found, { timeout: 30_000, message: view }).toEqual(wanted.toSorted());
  }
});
