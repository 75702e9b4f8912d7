// Whoever may speak to the engine may send anything: no signal, update or query of any type or bytes stops a report.
import { randomUUID } from 'node:crypto';
import type { Payload } from '@temporalio/common';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import {
  consultationOptions,
  consultationWorkflow,
  courierWorkflow,
  decideUpdate,
  recomputeUpdate,
  successionUpdate,
  taskQueue,
} from '../../workflows/messages.ts';
import { Engine } from '../../engine/engine.ts';
import { replay } from '../support/replays.ts';
import { agency, national } from '../support/walks/small-ministry.ts';
import { Harness, refusalCode, type Report } from './harness.ts';

let h: Harness;
beforeAll(async () => {
  // The interceptors of tracing read headers too. The real server: the one that skips time loses a message now and then.
  h = await Harness.open({ traced: true, real: true });
});
afterAll(() => h?.close());

const odd = fc.oneof(
  fc.jsonValue({ maxDepth: 4 }),
  fc.constantFrom<unknown>(
    'x'.repeat(200_000),
    '\uD800',
    'a\0b',
    { ['__proto__']: { role: 'system' } },
    1e308,
    [],
  ),
);
const actor = fc.oneof(
  odd,
  fc.record({ officeId: fc.oneof(odd, fc.constant('nasional')), name: odd, role: odd }, { requiredKeys: [] }),
);
/** Nearly a decision: each field right or anything; never a right one, since the revision is never. */
const nearly = fc.record(
  {
    action: fc.oneof(odd, fc.constantFrom('dispose', 'reject', '__proto__', 'constructor')),
    actor,
    officeId: odd,
    target: odd,
    reason: odd,
    text: odd,
    duplicateOf: odd,
    key: odd,
    validUntil: odd,
    expectedRevision: odd,
  },
  { requiredKeys: ['action', 'actor', 'expectedRevision'] },
);
const argument = fc.oneof(odd, nearly);

/** Wait until it is completed: the enum is not ours to import. */
const completed = 3 as never;
const bytes = (text: string) => Buffer.from(text);
const json = { encoding: bytes('json/plain') };
const unreadable: (Payload[] | null)[] = [
  [{ metadata: json, data: bytes('{"action":') }],
  [{ metadata: json, data: Buffer.from([0xff, 0xfe, 0x00]) }],
  [{ metadata: json }],
  [{ metadata: { encoding: bytes('sandi/rahasia') }, data: bytes('x') }],
  [{ metadata: { encoding: bytes('') }, data: bytes('') }],
  [{ metadata: { encoding: bytes('json/protobuf') }, data: bytes('{}') }],
  [{ data: bytes('tanpa keterangan') }],
  [{}],
  [{ metadata: { encoding: bytes('binary/null') } }],
  [{ metadata: { encoding: bytes('binary/plain') }, data: bytes('\0') }],
  [
    { metadata: json, data: bytes('"satu"') },
    { metadata: json, data: bytes('"dua"') },
  ],
  [],
  null,
];

/** Sends payloads as they are, which the client of the SDK would not. */
function raw(workflowId: string, payloads: Payload[] | null) {
  const { workflowService } = h.env.client;
  const input = payloads && { payloads };
  const header = { fields: { '_tracer-data': payloads?.[0] ?? {} } };
  const to = { namespace: 'default', workflowExecution: { workflowId } };
  const identity = 'siapa saja';
  return {
    signal: (signalName: string) =>
      workflowService.signalWorkflowExecution({
        ...to,
        identity,
        requestId: randomUUID(),
        signalName,
        input,
        header,
      }),
    update: (name: string) =>
      workflowService.updateWorkflowExecution({
        ...to,
        request: {
          meta: { updateId: randomUUID(), identity },
          input: { name, args: input, header },
        },
        waitPolicy: { lifecycleStage: completed },
      }),
    query: (queryType: string) =>
      workflowService
        .queryWorkflow({
          namespace: 'default',
          execution: to.workflowExecution,
          query: { queryType, queryArgs: input, header },
        })
        .catch(() => {}),
  };
}

/** It is where it was, holds on record as refused what it could not read, goes on, and replays. */
async function unharmed(report: Report, refusals: number): Promise<void> {
  await vi.waitFor(async () => {
    const events = await report.events();
    expect(events.filter(({ type }) => type === 'refused')).toHaveLength(refusals);
  }, 30_000);
  const events = await report.events();
  expect(new Set(events.slice(2).map(({ type }) => type))).toEqual(new Set(['refused']));
  expect(await report.case()).toMatchObject({ step: 2, revision: 1, holder: { id: 'nasional' } });
  expect(await report.by(national, 'dispose', { target: agency })).toMatchObject({ step: 3 });
  const history = await report.handle.fetchHistory();
  expect(history.events?.filter((event) => event.workflowTaskFailedEventAttributes)).toEqual([]);
  await replay(history, { traced: true }, report.number);
}

test('values of any type', async () => {
  const report = await h.file();
  await report.rowClock();
  const seed = 20_261_126;
  const sent = fc.sample(fc.array(argument, { maxLength: 3 }), { numRuns: 30, seed });
  for (const args of sent) {
    const wrong = args.length === 1 ? args : [...args, 'satu terlalu banyak'];
    await report.handle.signal('decideSignal', ...wrong);
    const codes = refusalCode(report.handle.executeUpdate(decideUpdate, { args: wrong as never }));
    expect(await codes).toMatch(/^(malformed|too-long|unknown-actor|stale|unknown-action)$/);
    await report.handle.query('case', ...wrong);
    await report.handle.query('tiada', ...wrong).catch(() => {});
    await report.handle.signal('tiada', ...wrong);
  }
  const whys = [undefined, null, 7, {}, ['a'], 'x'.repeat(5_001), 'a\0'];
  for (const why of whys) {
    for (const signal of ['recompute', 'succeed']) await report.handle.signal(signal, why);
    await report.handle.signal('originalChanged', why);
    for (const update of [recomputeUpdate, successionUpdate]) {
      const code = refusalCode(report.handle.executeUpdate(update, { args: [why] as never }));
      expect(await code).toMatch(/^(malformed|too-long)$/);
    }
  }
  await unharmed(report, sent.length + 2 * whys.length);
});

test('bytes that nothing reads, in arguments and headers, under names known and unknown', async () => {
  const report = await h.file();
  await report.rowClock();
  for (const payloads of unreadable) {
    const { signal, update, query } = raw(report.number, payloads);
    for (const name of ['decideSignal', 'dispose', 'recompute', 'succeed', 'originalChanged', 'tiada'])
      await signal(name);
    for (const name of ['decide', 'dispose', 'recompute', 'succeed', 'tiada']) {
      const { outcome } = await update(name);
      expect(outcome?.failure).toBeTruthy();
    }
    for (const name of ['case', 'tiada', '__temporal_workflow_metadata']) await query(name);
  }
  await unharmed(report, 4 * unreadable.length);
});

test('a decision behind a slow one is let to the front for as long as it waits, and the history replays', async () => {
  const [slow, next] = [await h.file(), await h.file()];
  await Promise.all([slow.rowClock(), next.rowClock()]);
  const { complaints } = new Engine(h.env.client);
  const actor = { role: 'national', officeId: 'nasional', name: 'Nani' } as const;
  const ask = (report: Report, key: string) =>
    complaints.decide(report.number, { action: 'ask', actor, text: 'Di mana?' }, key);
  const places = async (report: Report) =>
    ((await report.handle.fetchHistory()).events ?? []).flatMap(
      ({ workflowExecutionOptionsUpdatedEventAttributes: options }) => options?.priority?.priorityKey ?? [],
    );
  h.proxy.silence();
  await ask(slow, 'satu');
  h.proxy.mend();
  expect(await places(slow)).toEqual([]);
  expect((await ask(next, 'dua')).options).toContain('ask');
  await expect.poll(() => places(next)).toEqual([1, 3]);
  await ask(next, 'tiga');
  await replay(await next.handle.fetchHistory(), { traced: true }, next.number);
});

test('a question to another office looks at the record, whatever it is told', async () => {
  const id = 'LAP-UJI-K1';
  const handle = await h.env.client.workflow.start(consultationWorkflow, consultationOptions(id));
  for (const payloads of unreadable) {
    for (const name of ['look', 'answered', 'tiada']) await raw(id, payloads).signal(name);
  }
  await handle.cancel();
  await handle.query('__temporal_workflow_metadata');
  const { events } = await handle.fetchHistory();
  expect(events?.filter((event) => event.workflowTaskFailedEventAttributes)).toEqual([]);
  expect((await handle.describe()).status.name).toBe('RUNNING');
  await handle.terminate();
});

test('the courier, which is told nothing, minds nothing', async () => {
  const handle = await h.env.client.workflow.start(courierWorkflow, {
    workflowId: courierWorkflow,
    taskQueue,
  });
  await handle.signal('apa saja', null);
  await handle.query('__temporal_workflow_metadata');
  await expect(handle.executeUpdate('apa saja', { args: [1] })).rejects.toThrow();
  expect((await handle.describe()).status.name).toBe('RUNNING');
  await handle.terminate();
});
