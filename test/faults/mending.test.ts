// What one click in the Temporal UI, or a backup, can do to a report: it goes on from its record, or a person is told what to decide.
import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { reconcile } from '../../activities/scheduled/reconcile.ts';
import { firstBreak } from '../../db/record/chain.ts';
import { whyLost } from '../../sop/beside/resume.ts';
import type { Case } from '../../sop/case.ts';
import { caseQuery, courierWorkflow } from '../../workflows/messages.ts';
import { Api, type Driven, report } from '../support/api.ts';
import { backUp } from './older-record.ts';
import { replay } from '../support/replays.ts';
import { goodAnswer, goodFirstResponse } from '../support/said.ts';

let api: Api;
beforeAll(async () => {
  api = await Api.open();
});
afterAll(() => api?.close());

const handleOf = (number: string) => api.client.workflow.getHandle(number);
const caseOf = (number: string): Promise<Case> => handleOf(number).query(caseQuery);
const typesOf = async (one: Driven) => (await one.events()).map(({ type }: { type: string }) => type);
const again = () => reconcile(api.appSql, api.engine);
const refused = { status: 503, body: { code: 'record-behind' } };

async function deleteWorkflow(workflowId: string): Promise<void> {
  const workflowExecution = { workflowId };
  await api.client.workflowService.deleteWorkflowExecution({ namespace: 'default', workflowExecution });
  await expect.poll(() => api.engine.processes.stateOf(workflowId)).toBe('missing');
}

/** To before its `nth` workflow task: the first begins it, the second takes the first decision. Nothing that came after is taken along. */
async function reset(workflowId: string, nth: 1 | 2 | 'last'): Promise<void> {
  const { events } = await handleOf(workflowId).fetchHistory();
  const tasks = events?.filter(({ workflowTaskCompletedEventAttributes: done }) => done);
  const task = tasks?.at(nth === 'last' ? -1 : nth - 1);
  await api.client.workflowService.resetWorkflowExecution({
    namespace: 'default',
    workflowExecution: { workflowId },
    reason: 'uji',
    requestId: randomUUID(),
    workflowTaskFinishEventId: task?.eventId ?? null,
    // Neither signals nor updates; the enum is not ours to import.
    resetReapplyExcludeTypes: [1, 2] as never[],
  });
}

/** Every run of it, whatever came in between. */
async function replays({ number }: Driven): Promise<void> {
  const { dataConverter } = api;
  for await (const { runId } of api.client.workflow.list({ query: `WorkflowId="${number}"` }))
    await replay(
      await api.client.workflow.getHandle(number, runId).fetchHistory(),
      { traced: false, dataConverter },
      number,
    );
}

/** Whoever was told 503 tries again. */
async function decided(one: Driven, who: string, body: object, headers = {}) {
  for (const until = Date.now() + 30_000; ; await sleep(100)) {
    const answer = await one.decide(who, body, headers);
    if (answer.status !== 503 || Date.now() > until) return answer;
  }
}

test('terminated, deleted or never begun: it goes on with its clocks, keys and questions', async () => {
  const stopped = await (await api.report()).toRow8();
  const key = { 'idempotency-key': 'kunci-lama' };
  const respond = { action: 'respond', text: goodFirstResponse };
  const first = await stopped.decide('eselon1', respond, key);
  const question = { officeId: 'ditjen-prasarana', question: 'Apakah izin ini pernah terbit?' };
  const { body: asked } = await api.as('eselon1', 'POST', `${stopped.path}/consultations`, question);
  await expect.poll(() => api.engine.consultations.open()).toContain(asked.id);
  const deleted = await api.report();
  await deleted.decide('nasional', { action: 'dispose', officeId: 'kementerian-contoh' });
  const unbegun = 'LAP-2026-900002';
  await api.sql`
    insert into complaints (number, kind, title, description, channel, confidentiality, access_key_hash, received_at, started_at)
    values (${unbegun}, 'pengaduan', 'Tertinggal', 'Uraian', 'web', 'terbuka', '', now(), now())`;
  const before = await caseOf(stopped.number);
  await handleOf(stopped.number).terminate('uji');
  await handleOf(asked.id).terminate('uji');
  await deleteWorkflow(deleted.number);

  expect(await stopped.decide('eselon1', { action: 'answer', text: goodAnswer })).toMatchObject(refused);
  expect(await deleted.decide('instansi', { action: 'receive' })).toMatchObject(refused);
  // What was answered stays answered.
  expect((await stopped.decide('eselon1', respond, key)).body).toEqual(first.body);

  const { mended, differences } = await again();
  const did = (number: string) => mended.find((one) => one.number === number);
  expect([stopped.number, deleted.number, unbegun].map(did)).toMatchObject([
    { found: 'stopped', did: 'resumed' },
    { found: 'missing', did: 'resumed' },
    { found: 'missing', did: 'resumed' },
  ]);
  expect(differences).toEqual([]);
  await expect.poll(async () => (await caseOf(stopped.number)).seq).toBe(before.seq + 1);
  expect(await caseOf(stopped.number)).toEqual({ ...before, seq: before.seq + 1 });
  const event = (await stopped.events()).at(-1);
  expect(event).toMatchObject({ type: 'resumed', reason: whyLost.stopped, actor: { role: 'system' } });
  const { body: followed } = await stopped.followed();
  expect(followed.timeline.map(({ type }: { type: string }) => type)).not.toContain('resumed');
  expect((await stopped.decide('eselon1', respond, key)).body).toEqual(first.body);
  const said = await api.as('eselon1b', 'POST', `${stopped.path}/consultations/${asked.id}/answer`, {
    text: 'Ya, pada 2024.',
  });
  expect(said.status).toBe(200);
  await expect.poll(async () => (await handleOf(asked.id).describe()).status.name).toBe('COMPLETED');
  expect((await decided(stopped, 'eselon1', { action: 'answer', text: goodAnswer })).body.step).toBe(11);
  expect((await decided(deleted, 'instansi', { action: 'receive' })).body.step).toBe(4);
  await expect.poll(async () => (await caseOf(unbegun)).step).toBe(2);
  await expect.poll(again).toEqual({ started: 0, mended: [], differences: [] });
  expect(await firstBreak(api.sql)).toBeUndefined();
});

test('reset to an earlier point: what it takes then is not answered, and it goes on from the record', async () => {
  const [one, quiet, anew, silent] = (await Promise.all(
    [1, 2, 3, 4].map(async () => (await api.report()).toRow8()),
  )) as [Driven, Driven, Driven, Driven];
  const before = await typesOf(one);
  const correction = { action: 'correct', reason: 'Salah ketik', changes: { place: 'Pasar Baru' } };
  expect((await silent.decide('eselon1', correction)).status).toBe(200);
  await reset(one.number, 2);
  await reset(quiet.number, 2);
  await reset(anew.number, 1);
  // Row, status and office are those of its record.
  await reset(silent.number, 'last');

  // It takes this, which the record has otherwise; whoever asked is told that nothing was done.
  const elsewhere = { action: 'dispose', officeId: 'badan-contoh' };
  expect(await one.decide('nasional', elsewhere)).toMatchObject(refused);
  expect((await decided(one, 'eselon1', { action: 'answer', text: goodAnswer })).body.step).toBe(11);
  expect(await typesOf(one)).toEqual([...before, 'resumed', 'answered']);
  expect((await one.decide('nasional', elsewhere)).body.code).toBe('not-holder');

  // Who begins anew finds it out at once; who says nothing is found.
  await expect.poll(() => typesOf(anew)).toEqual([...before, 'resumed']);
  const found: unknown[] = [];
  const isBehind = ({ number }: Driven) => ({ number, found: 'behind', did: 'resumed' });
  const lookedAgain = async () => {
    found.push(...(await again()).mended);
    return found;
  };
  await expect.poll(lookedAgain).toEqual(expect.arrayContaining([isBehind(quiet), isBehind(silent)]));
  for (const each of [quiet, anew, silent])
    expect((await decided(each, 'eselon1', { action: 'answer', text: goodAnswer })).status).toBe(200);
  for (const each of [one, quiet, anew, silent]) await replays(each);
  expect(await firstBreak(api.sql)).toBeUndefined();
});

test('an older database: what the engine still knows is written, and the rest is for a person', async () => {
  const one = await api.report();
  await one.decide('nasional', { action: 'dispose', officeId: 'kementerian-contoh' });
  const yesterday = await backUp(api.sql, one.number);
  await one.decide('instansi', { action: 'receive' });
  await one.decide('instansi', { action: 'accept', officeId: 'ditjen-pelayanan' });
  await one.decide('eselon1', { action: 'respond', text: goodFirstResponse });
  const today = await typesOf(one);
  await yesterday();
  expect(await typesOf(one)).not.toEqual(today);
  // The record would take it, the workflow does not; and what the workflow takes does not follow on the record.
  expect(await one.decide('instansi', { action: 'receive' })).toMatchObject(refused);
  expect(await one.decide('instansi', { action: 'recall', reason: 'Salah unit.' })).toMatchObject(refused);
  const { mended } = await again();
  expect(mended).toContainEqual({ number: one.number, found: 'ahead', did: 'recorded' });
  expect((await decided(one, 'eselon1', { action: 'accept' })).body.step).toBe(8);
  expect(await typesOf(one)).toEqual([...today, 'resumed', 'accepted']);

  // It had ended; its last run still says how.
  const answered = await backUp(api.sql, one.number);
  await one.decide('eselon1', { action: 'answer', text: goodAnswer });
  await one.reply({ type: 'confirmation' });
  await answered();
  expect(await one.decide('eselon1', { action: 'answer', text: goodAnswer })).toMatchObject(refused);
  expect((await again()).mended).toContainEqual({ number: one.number, found: 'ahead', did: 'recorded' });
  expect((await one.followed()).body.status).toBe('closed');

  // Of what an earlier run wrote the engine knows nothing any more.
  const other = await api.report();
  const begun = await backUp(api.sql, other.number);
  await other.decide('nasional', { action: 'dispose', officeId: 'kementerian-contoh' });
  await handleOf(other.number).terminate('uji');
  await again();
  expect((await decided(other, 'instansi', { action: 'receive' })).body.step).toBe(4);
  await begun();
  const dispose = { action: 'dispose', officeId: 'badan-contoh' };
  expect(await other.decide('nasional', dispose)).toMatchObject(refused);
  const named = { number: other.number, what: 'workflow-ahead' };
  expect((await again()).differences).toContainEqual(named);
  expect(await other.decide('nasional', dispose)).toMatchObject(refused);
  const going = await api.as('ops', 'POST', `${other.path}/process`, {
    reason: 'Cadangan semalam dipakai; diputuskan Kepala Biro.',
  });
  expect(going.status).toBe(204);
  expect((await decided(other, 'nasional', dispose)).body.step).toBe(3);
  expect((await other.events()).map(({ reason }: { reason: string | null }) => reason)).toContain(
    'Cadangan semalam dipakai; diputuskan Kepala Biro.',
  );
  await expect.poll(async () => (await again()).differences).toEqual([]);
  expect((await api.as('ops', 'POST', `${one.path}/process`, { reason: 'x' })).body.code).toBe('closed');
  expect(await firstBreak(api.sql)).toBeUndefined();
});

test('a number that an older database gives again is another report’s at the engine: a person decides, and none is given a third time', async () => {
  const lost = await api.report();
  await api.sql.begin(async (tx) => {
    await tx`set local session_replication_role = replica`;
    for (const table of ['complaints', 'events', 'visits', 'identities', 'identity_keys', 'notifications'])
      await tx.unsafe(`delete from ${table} where number = $1`, [lost.number]);
    await tx`select setval('complaint_numbers', ${Number(lost.number.slice(-6))}, false)`;
  });
  const filed = await api.send('POST', '/v1/complaints', { ...report, title: 'Pohon tumbang' });
  expect(filed.body).toMatchObject({ number: lost.number, step: 1 });
  const named = { number: lost.number, what: 'number-taken' };
  await expect.poll(async () => (await again()).differences).toContainEqual(named);
  const dispose = { action: 'dispose', officeId: 'kementerian-contoh' };
  expect(await lost.decide('nasional', dispose)).toMatchObject(refused);
  expect(await api.sql`select from events where number = ${lost.number}`).toHaveLength(0);
  const going = await api.as('ops', 'POST', `${lost.path}/process`, { reason: 'Nomor terpakai dua kali.' });
  expect(going.status).toBe(204);
  await expect.poll(async () => (await lost.seenBy('nasional')).body.step).toBe(2);
  expect((await decided(lost, 'nasional', dispose)).body.step).toBe(3);
  expect(await typesOf(lost)).toEqual(['filed', 'acknowledged', 'disposed']);
});

test('a batch under way, and the courier, begin again when they were lost', async () => {
  const [batch] = await api.sql<{ id: number }[]>`
    insert into recomputations (why, created_by, started_at) values ('Dekret', 'ops', now()) returning id`;
  await handleOf(courierWorkflow).terminate('uji');
  await again();
  const statusOf = async (id: string) => (await handleOf(id).describe()).status.name;
  expect(await statusOf(courierWorkflow)).toBe('RUNNING');
  await expect.poll(() => statusOf(`recompute-${batch?.id}`)).toBe('COMPLETED');
  expect(
    await api.sql`select from recomputations where id = ${batch?.id ?? 0} and finished_at is not null`,
  ).toHaveLength(1);
});
