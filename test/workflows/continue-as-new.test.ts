// A report that lives long goes on in a new run, and loses nothing: on a real server, decisions at once among it.
import type { Client } from '@temporalio/client';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createActivities } from '../../activities/index.ts';
import { type Actor, type Decision, reporter } from '../../sop/case.ts';
import type { Office } from '../../sop/offices.ts';
import { registerSearchAttributes } from '../../engine/search-attributes.ts';
import { bundleWorkflows } from '../../worker/bundle.ts';
import { caseQuery, complaintWorkflow, decideUpdate, taskQueue } from '../../workflows/messages.ts';
import { openRegistry, type Registry, store } from '../support/registry.ts';
import { agency, echelon1, national } from '../support/walks/small-ministry.ts';
import { wordsOf } from '../support/said.ts';
import { openWorker } from '../support/worker.ts';

let close = async () => {};
let client: Client;
let r: Registry;
beforeAll(async () => {
  r = await openRegistry();
  const worker = await openWorker({
    taskQueue,
    workflowBundle: await bundleWorkflows(),
    activities: createActivities({ sql: r.sql }),
  });
  client = worker.client;
  await registerSearchAttributes(worker.connection);
  close = async () => {
    await worker.close();
    await r.close();
  };
});
afterAll(() => close());

test('the case, the clocks and the keys of past decisions go along', async () => {
  const number = 'LAP-PANJANG-1';
  const receivedAt = new Date().toISOString();
  await store(r.sql, number, receivedAt);
  await client.workflow.start(complaintWorkflow, {
    workflowId: number,
    taskQueue,
    // A run as short as before 0.2.0; of those that begin now the next would be 400 events away.
    args: [{ number, kind: 'pengaduan', oversight: false, receivedAt, national, agency, eventsARun: 70 }],
  });
  const open = client.workflow.getHandle(number);
  const send = (decision: Decision, updateId?: string) =>
    open.executeUpdate(decideUpdate, { args: [decision], ...(updateId && { updateId }) });
  const by = (office: Office, action: Decision['action'], target?: Office, key?: string) => {
    const actor: Actor = { role: office.level, officeId: office.id, name: 'Petugas' };
    return send({ action, actor, reason: 'alasan', text: wordsOf(action), ...(target && { target }) }, key);
  };
  const first = await by(agency, 'receive', undefined, 'kunci-lama');
  await by(agency, 'accept', echelon1);
  await by(echelon1, 'respond');
  await by(echelon1, 'accept');
  const before = (await open.query(caseQuery)).revision;
  const runs = new Map<string, number>();
  let said = 0;
  // A busy server takes several decisions in one task, which leaves fewer events: not so many times, but so many runs.
  for (; runs.size < 3 && said < 150; said += 3) {
    await Promise.all([by(echelon1, 'respond'), by(echelon1, 'respond'), by(echelon1, 'respond')]);
    const { runId, historyLength } = await open.describe();
    runs.set(runId, historyLength);
  }
  expect((await open.query(caseQuery)).revision).toBe(before + said);
  expect(runs.size).toBe(3);
  expect(Math.max(...runs.values())).toBeLessThan(90);
  // A key from an earlier run answers as it did then, and does nothing twice.
  expect(await by(agency, 'receive', undefined, 'kunci-lama')).toEqual(first);
  const there = await open.query(caseQuery);
  expect(there).toMatchObject({ step: 8, holder: { id: 'a1' }, clocks: { whole: {}, row: {} } });
  // What ops read of it: the summary given at the start does not outlive its run, the details do.
  const metadata: { currentDetails?: string } = await open.query('__temporal_workflow_metadata');
  expect(metadata.currentDetails).toContain(`**${number}** pengaduan`);
  await by(echelon1, 'answer');
  await send({ action: 'confirmation', actor: reporter });
  expect(await open.result()).toMatchObject({ status: 'closed' });
  const events = await r.sql<{ seq: number; type: string }[]>`
    select seq, type from events where number = ${number} order by seq`;
  expect(events.map(({ seq }) => seq)).toEqual(events.map((_, index) => index + 1));
  expect(events.filter(({ type }) => type === 'received')).toHaveLength(2);
  expect(events.filter(({ type }) => type === 'responded')).toHaveLength(said + 1);
});
