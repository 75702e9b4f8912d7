// Open questions (reading 24) when an office ends (27) and when a decree moves deadlines (16).
import { afterAll, beforeAll, expect, test } from 'vitest';
import { lookAtConsultation } from '../../../activities/consultations/look.ts';
import { recomputeConsultations } from '../../../activities/consultations/recompute-consultations.ts';
import { startLeft } from '../../../activities/start-left.ts';
import { consultationById } from '../../../db/consultations/consultations.ts';
import { firstBrokenAddition } from '../../../db/record/addition-chains.ts';
import { readCalendar } from '../../../db/rules/calendar.ts';
import { consultationClock } from '../../../sop/beside/consultation.ts';
import { calendarOf } from '../../../sop/time/calendar.ts';
import { dayIn } from '../../../sop/time/local-time.ts';
import { Api, type Driven } from '../../support/api.ts';

let api: Api;
beforeAll(async () => {
  api = await Api.open();
});
afterAll(() => api?.close());

async function ask(one: Driven, who: string, officeId: string): Promise<string> {
  const question = 'Apakah izin ini pernah terbit?';
  const { status, body } = await api.as(who, 'POST', `${one.path}/consultations`, { officeId, question });
  expect(status).toBe(201);
  return body.id;
}

/** Held by a UPT, at row 10. */
async function toUpt(who: string, officeId: string): Promise<Driven> {
  const one = await (await api.report()).toRow8();
  await one.decide('eselon1', { action: 'dispose', officeId });
  expect((await one.decide(who, { action: 'receive' })).status).toBe(200);
  return one;
}

async function standing(id: string) {
  const k = await consultationById(api.sql, id);
  return k && [k.status, k.fromId, k.officeId];
}

const typesOf = async (id: string) =>
  (
    await api.sql<{ type: string }[]>`
    select type from consultation_events where consultation_id = ${id} order by nth`
  ).map(({ type }) => type.replace('consultation-', ''));

/** By whom is asked, and the calendar as it is. */
async function reckoned(id: string) {
  const k = await consultationById(api.sql, id);
  if (!k) throw new Error(`${id} is not there.`);
  const calendar = calendarOf(await readCalendar(api.sql), k.officeId);
  const own = consultationClock(k.timeLimit, k.askedAt.toISOString(), 0.75, { zone: k.officeZone, calendar });
  return { own, kept: { due: k.due.toISOString(), warnAt: k.warnAt.toISOString() } };
}

const workflowOf = (id: string) => api.client.workflow.getHandle(id);
const statusOf = async (id: string) => (await workflowOf(id).describe()).status.name;
/** How often it has begun to wait for something. */
const timersOf = async (id: string) =>
  ((await workflowOf(id).fetchHistory()).events ?? []).filter(({ timerStartedEventAttributes }) =>
    Boolean(timerStartedEventAttributes),
  ).length;

test('what an office that ends asked, or was asked, is its successor’s, and nobody asks themselves', {
  timeout: 120_000,
}, async () => {
  const [asks, asksSuccessor] = [await toUpt('upt', 'upt-bandung'), await toUpt('upt', 'upt-bandung')];
  const [above, both] = [await (await api.report()).toRow8(), await (await api.report()).toRow8()];
  const held = await toUpt('upt2', 'upt-makassar');
  const byTheOffice = await ask(asks, 'upt', 'ditjen-prasarana');
  const ofTheSuccessor = await ask(asksSuccessor, 'upt', 'upt-makassar');
  const ofTheOffice = await ask(above, 'eselon1', 'upt-bandung');
  const twice = await ask(both, 'eselon1', 'upt-bandung');
  const already = await ask(both, 'eselon1', 'upt-makassar');
  const byTheSuccessor = await ask(held, 'upt2', 'upt-bandung');
  await expect.poll(() => timersOf(ofTheOffice)).toBe(1);
  const before = (await reckoned(ofTheOffice)).kept;

  const { body } = await api.as('ops', 'POST', '/v1/offices/upt-bandung/succession', {
    successorId: 'upt-makassar',
  });
  const finishedAt = async () => (await api.as('ops', 'GET', `/v1/successions/${body.id}`)).body.finishedAt;
  await expect.poll(finishedAt, { timeout: 60_000 }).not.toBeNull();

  expect(await standing(byTheOffice)).toEqual(['open', 'upt-makassar', 'ditjen-prasarana']);
  expect(await standing(ofTheSuccessor)).toEqual(['ended', 'upt-bandung', 'upt-makassar']);
  expect(await standing(ofTheOffice)).toEqual(['open', 'ditjen-pelayanan', 'upt-makassar']);
  expect(await standing(twice)).toEqual(['ended', 'ditjen-pelayanan', 'upt-bandung']);
  expect(await standing(already)).toEqual(['open', 'ditjen-pelayanan', 'upt-makassar']);
  expect(await standing(byTheSuccessor)).toEqual(['ended', 'upt-makassar', 'upt-bandung']);
  for (const ended of [ofTheSuccessor, twice, byTheSuccessor])
    expect(await typesOf(ended)).toEqual(['asked', 'ended']);
  expect(await typesOf(byTheOffice)).toEqual(['asked', 'inherited']);
  const record = await asks.events();
  // Which office is no more, or will be, is told by its name.
  expect(record.find(({ type }) => type === 'succeeded')).toMatchObject({
    fromName: 'UPT Pelayanan Bandung',
    toName: 'UPT Pelayanan Makassar',
  });
  const types = record.map(({ type }) => type);
  expect(types.indexOf('consultation-inherited')).toBe(types.indexOf('succeeded') + 1);
  // Makassar's day is another than Bandung's: on record, and the clock waits for its end.
  await expect.poll(() => typesOf(ofTheOffice)).toEqual(['asked', 'inherited', 'recomputed']);
  const { own, kept } = await reckoned(ofTheOffice);
  expect(kept).toEqual(own);
  expect(kept.due).not.toBe(before.due);
  await expect.poll(() => timersOf(ofTheOffice)).toBe(2);

  // The successor answers and withdraws; and so it is on record.
  const text = 'Ya, pada 2024.';
  const answered = await api.as('upt2', 'POST', `${above.path}/consultations/${ofTheOffice}/answer`, {
    text,
  });
  expect(answered.body).toMatchObject({ status: 'answered', office: { id: 'upt-makassar' } });
  const withdrawn = await Promise.all([
    api.as('upt2', 'DELETE', `${asks.path}/consultations/${byTheOffice}`),
    api.as('eselon1', 'DELETE', `${both.path}/consultations/${already}`),
  ]);
  expect(withdrawn.map(({ status }) => status)).toEqual([204, 204]);
  await startLeft(api.appSql, api.engine);
  for (const id of [byTheOffice, ofTheSuccessor, ofTheOffice, twice, already, byTheSuccessor])
    await expect.poll(() => statusOf(id)).toBe('COMPLETED');
  expect(await firstBrokenAddition(api.sql)).toBeUndefined();
});

test('a decree moves the deadline of an open question, once, though the engine is away meanwhile', {
  timeout: 120_000,
}, async () => {
  const one = await (await api.report()).toRow8();
  const open = await ask(one, 'eselon1', 'ditjen-prasarana');
  const over = await ask(one, 'eselon1', 'upt-jayapura');
  await api.as('eselon1', 'DELETE', `${one.path}/consultations/${over}`);
  await expect.poll(() => timersOf(open)).toBe(1);
  const before = (await reckoned(open)).kept;
  // As its clock finds it once that is past, for all that it is not yet.
  const past = new Date(Date.parse(before.due) + 86_400_000).toISOString();
  await lookAtConsultation(api.appSql, { id: open, at: past }, false);
  const date = dayIn(before.due, 'Asia/Jakarta');
  // The last day of it is none any more. Straight into the record: the batch is another test's (rules.test.ts).
  await api.sql`
    insert into calendar_days (date, name, kind) values (${date}, 'Cuti bersama baru', 'cuti bersama')
    on conflict do nothing`;

  await api.stopWorker();
  await api.stopEngine();
  const why = 'Kalender: cuti bersama baru';
  await expect(recomputeConsultations(api.appSql, api.engine, why)).rejects.toThrow();
  const onRecord = ['asked', 'late', 'recomputed', 'unbreached'];
  expect(await typesOf(open)).toEqual(onRecord);
  const { own, kept } = await reckoned(open);
  expect(kept).toEqual(own);
  expect(kept.due > before.due).toBe(true);
  // What lies ahead again rings anew.
  expect(await consultationById(api.sql, open)).toMatchObject({ warnedAt: null, lateAt: null });
  await api.startEngine();
  await api.startWorker();
  await recomputeConsultations(api.appSql, api.engine, why);
  expect(await typesOf(open)).toEqual(onRecord);
  // It waited for the old deadline, and is told of the new one by whoever comes next.
  expect(await timersOf(open)).toBe(1);
  await startLeft(api.appSql, api.engine);
  await expect.poll(() => timersOf(open)).toBe(2);
  await startLeft(api.appSql, api.engine);
  expect(await api.sql`select from consultations where moved_at is not null`).toHaveLength(0);
  expect(await typesOf(over)).toEqual(['asked', 'withdrawn']);
  // The alert names clock, deadline and addressees (15); of the decree old, new and why; that it was late is undone (16).
  const instant = (text: string) => new Date(text).toISOString();
  const [late, moved, undone] = (await one.events()).slice(-3);
  expect(late.alert).toMatchObject({
    clock: 'consultation',
    to: [{ id: 'ditjen-prasarana' }, { id: 'ditjen-pelayanan' }],
  });
  expect(instant(late.alert.due)).toBe(before.due);
  expect(moved).toMatchObject({ type: 'consultation-recomputed', reason: why, text: null });
  expect(moved.changes).toMatchObject([{ clock: 'consultation' }]);
  expect([moved.changes[0].old, moved.changes[0].new].map(instant)).toEqual([before.due, kept.due]);
  expect(undone).toMatchObject({ type: 'consultation-unbreached', undone: { clock: 'consultation' } });
  expect(instant(undone.undone.due)).toBe(before.due);
  expect(await firstBrokenAddition(api.sql)).toBeUndefined();
});
