// PostgreSQL away: decisions are taken and answered within two seconds; the record catches up in order, once.
import { Worker } from '@temporalio/worker';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { bundleWorkflows } from '../../worker/bundle.ts';
import { mend } from '../../activities/mending/mend.ts';
import { KeptRules } from '../../db/rules/kept-rules.ts';
import { addPolicy } from '../../db/rules/policies.ts';
import { Engine } from '../../engine/engine.ts';
import { policies } from '../../sop/policy/policy.ts';
import { replay } from '../support/replays.ts';
import { agency, echelon1, national } from '../support/walks/small-ministry.ts';
import { Harness, refusalCode } from './harness.ts';

let h: Harness;
beforeAll(async () => {
  h = await Harness.open();
});
afterAll(() => h?.close());

test.each(['cut', 'silence'] as const)('%s', async (how) => {
  const report = await h.file();
  await report.by(national, 'dispose', { target: agency });
  h.proxy[how]();
  const begun = Date.now();
  const under = { key: 'kunci', request: 'terima' };
  const received = await report.by(agency, 'receive', { under });
  // The engine answers in its own time; what the decision did is known, its deadline is not yet.
  expect(Date.now() - begun).toBeLessThan(2_500);
  expect(received).toMatchObject({ step: 4, deadline: null });
  // The key is known though nothing of it is on record yet.
  expect(await report.by(agency, 'receive', { under })).toEqual(received);
  const other = report.by(agency, 'accept', { under: { ...under, request: 'lain' } });
  expect(await refusalCode(other)).toBe('idempotency-key-reused');
  const again = Date.now();
  expect(await report.by(agency, 'accept', { target: echelon1 })).toMatchObject({
    step: 6,
    holder: { id: 'a1' },
  });
  expect(Date.now() - again).toBeLessThan(2_500);
  expect((await report.events()).map(({ type }) => type)).toEqual(['filed', 'acknowledged', 'disposed']);
  // The original of a duplicate cannot be claimed now: that decision waits, and holds up no other report.
  const repeated = await h.file();
  const duplicate = repeated.by(national, 'reject', { duplicateOf: report.number });
  await new Promise((resolve) => setTimeout(resolve, 200));
  h.proxy.mend();
  const responded = await report.by(echelon1, 'respond');
  expect(responded.step).toBe(7);
  for (const until = Date.now() + 60_000; (await report.events()).length < 8 && Date.now() < until; ) {
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  const events = await report.events();
  expect(events.map(({ seq }) => seq)).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
  expect(events.map(({ type }) => type).slice(3)).toEqual([
    'received',
    'accepted',
    'disposed',
    'received',
    'responded',
  ]);
  // What was answered without its deadline is kept without it: the same key, the same answer.
  expect(await h.sql`select key, request, outcome from kept_answers where number = ${report.number}`).toEqual(
    [{ ...under, outcome: received }],
  );
  expect(await duplicate).toMatchObject({ status: 'rejected' });
  await replay(await repeated.handle.fetchHistory(), { traced: false }, repeated.number);
  // The clocks that could not be computed then run now.
  await report.rowClock();
  const { clocks } = await report.case();
  expect(Object.keys(clocks).toSorted()).toEqual(['row', 'whole']);
  await Worker.runReplayHistory(
    { workflowBundle: await bundleWorkflows() },
    await report.handle.fetchHistory(),
    report.number,
  );
});

test('reading 19: a row that is corrected while its limit is not reckoned yet goes by the kind that it is', async () => {
  const rows = {
    ...policies.sop.rows,
    8: { default: { workingDays: 3 }, informasi: { workingDays: 1 } },
  };
  await addPolicy(h.sql, { ...policies.sop, name: 'uji', rows }, 'uji');
  const report = await h.file();
  await report.by(national, 'dispose', { target: agency });
  await report.by(agency, 'receive');
  await report.by(agency, 'accept', { target: echelon1 });
  await report.by(echelon1, 'receive');
  await report.rowClock();

  h.proxy.cut();
  expect(await report.by(echelon1, 'accept')).toMatchObject({ step: 8, deadline: null });
  await report.by(echelon1, 'correct', { changes: { kind: 'informasi' } });
  h.proxy.mend();

  const { request, due } = await report.rowClock();
  const [entered, corrected] = (await report.events()).slice(-2);
  expect([entered?.type, corrected?.type]).toEqual(['accepted', 'corrected']);
  expect(request).toMatchObject({ step: 8, kind: 'informasi', from: entered?.at.toISOString() });
  expect(await report.case()).toMatchObject({ kind: 'informasi', awaits: {} });
  const [visit] = await h.sql`
    select due_at from visits where number = ${report.number} and step = 8 and ended_at is null`;
  expect(visit?.dueAt.toISOString()).toBe(due);
  // A day, not three: it rings by the limit of the kind.
  await h.until(new Date(Date.parse(due) + 3_600_000).toISOString());
  const breach = (await report.events()).find(({ type }) => type === 'breached');
  expect(breach?.data.alert).toMatchObject({ clock: 'row', due });
  await replay(await report.handle.fetchHistory(), { traced: false }, report.number);
});

test('what was answered meanwhile, and the record has otherwise since, is written over by nobody and named for a person', async () => {
  const report = await h.file();
  await report.by(national, 'dispose', { target: agency });
  h.proxy.cut();
  expect(await report.by(agency, 'receive')).toMatchObject({ step: 4 });
  // Another database came back, in which something else happened.
  await h.sql.begin(async (tx) => {
    await tx`
      insert into events select (jsonb_populate_record(null::events, to_jsonb(e) || '{"seq": 4, "type": "returned"}')).*
      from events e where number = ${report.number} and seq = 3`;
    await tx`
      update complaints set seq = 4, state = state || '{"seq": 4}' where number = ${report.number}`;
  });
  h.proxy.mend();
  await expect
    .poll(() => refusalCode(report.by(agency, 'accept', { target: echelon1 })), { timeout: 30_000 })
    .toBe('out-of-step');
  const engine = new Engine(h.env.client);
  const { entries } = await engine.processes.written(report.number);
  expect(entries.find(({ seq }) => seq === 4)?.type).toBe('received');
  const mending = { sql: h.sql, engine, keptRules: new KeptRules(), mailing: false };
  expect(await mend(mending, report.number)).toEqual({
    difference: { number: report.number, what: 'workflow-parted' },
  });
  expect((await report.events()).map(({ type }) => type)).toEqual([
    'filed',
    'acknowledged',
    'disposed',
    'returned',
  ]);
  await replay(await report.handle.fetchHistory(), { traced: false }, report.number);
});
