// With tracing on, histories hold the same: each replays on the workflows with and without it.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { decideSignal, recomputeSignal } from '../../../workflows/messages.ts';
import { replay } from '../../support/replays.ts';
import { agency, echelon1, national, upt } from '../../support/walks/small-ministry.ts';
import { Harness, refusalCode, type Report } from '../harness.ts';

let h: Harness;
beforeAll(async () => {
  h = await Harness.open({ traced: true });
});
afterAll(() => h?.close());

async function replays(report: Report): Promise<void> {
  const history = await report.handle.fetchHistory();
  // The interceptors were there: they leave a flag.
  const flags = history.events?.flatMap(
    ({ workflowTaskCompletedEventAttributes: task }) => task?.sdkMetadata?.langUsedFlags ?? [],
  );
  expect(flags).toEqual(expect.arrayContaining([5]));
  for (const traced of [false, true]) await replay(history, { traced }, report.number);
}

test('a report through all rows, objected to, confirmed', async () => {
  const report = await h.file();
  await h.downToUpt(report);
  await report.by(upt, 'answer');
  await report.byReporter('objection');
  await report.by(upt, 'answer');
  await report.byReporter('confirmation');
  await replays(report);
});

test('ten decisions at once, signals good and bad, a recomputation', async () => {
  const report = await h.file();
  const { revision: expectedRevision } = await report.case();
  await Promise.all(
    Array.from({ length: 10 }, () =>
      refusalCode(report.by(national, 'dispose', { target: agency, expectedRevision })),
    ),
  );
  const actor = { role: 'agency', officeId: 'a', name: 'Operator' } as const;
  await report.handle.signal(decideSignal, { action: 'receive', actor, key: 's' });
  await report.handle.signal(decideSignal, { action: 'answer', actor });
  await report.handle.signal(recomputeSignal, 'uji');
  await h.env.sleep(1_000);
  await replays(report);
});

test('completion, warnings, breaches and escalations', async () => {
  const report = await h.file({ agency });
  await report.by(agency, 'receive');
  await report.by(agency, 'request-completion');
  await report.byReporter('completion');
  await report.by(agency, 'accept', { target: echelon1 });
  await h.env.sleep('12 days');
  await replays(report);
});

test('decided while the database was away, and gone on in a new run', async () => {
  const away = await h.file();
  h.proxy.cut();
  await away.by(national, 'dispose', { target: agency });
  await away.by(agency, 'receive');
  h.proxy.mend();
  await away.by(agency, 'accept', { target: echelon1 });
  await replays(away);
  const long = await h.file({ agency, eventsARun: 70 });
  await long.by(agency, 'receive');
  await long.by(agency, 'accept', { target: echelon1 });
  for (let n = 0; n < 12; n += 1) await long.by(echelon1, 'respond');
  expect((await long.handle.describe()).runId).not.toBe(long.handle.firstExecutionRunId);
  await replays(long);
});
