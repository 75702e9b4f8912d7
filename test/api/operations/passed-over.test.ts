// One bad item holds up nothing behind it: each job goes on, ops see what it passed over, and it is tried again.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { sendDigests } from '../../../activities/scheduled/digest.ts';
import { reconcile } from '../../../activities/scheduled/reconcile.ts';
import { closeOfWorkingDay } from '../../../sop/time/office-time.ts';
import { shippedCalendar } from '../../../sop/time/shipped-calendar.ts';
import { Api, type Driven, report } from '../../support/api.ts';
import { sweep } from '../../../worker/sweep.ts';
import { decreeDay } from '../../support/clock/decree-day.ts';

let api: Api;
beforeAll(async () => {
  api = await Api.open();
});
afterAll(() => api?.close());

const listed = async (job: string): Promise<{ item: string; times: number; error: string }[]> =>
  (await api.as('ops', 'GET', '/v1/passed-over')).body.items.filter(
    (one: { job: string }) => one.job === job,
  );
const tryAgainNow = () => api.sql`update passed_over set next_at = now()`;

/** Filed a minute ago and not started. */
async function unstarted(number: string): Promise<string> {
  await api.sql`
    insert into complaints (number, kind, title, description, channel, confidentiality, access_key_hash, received_at, filed_at)
    values (${number}, 'pengaduan', 'Judul', 'Uraian', 'web', 'terbuka', '', now(), now() - interval '1 minute')`;
  await api.sql`insert into identities (number, name) values (${number}, 'Siti')`;
  return number;
}
const startedOf = async (number: string) =>
  (await api.sql`select started_at from complaints where number = ${number}`)[0]?.startedAt;

test('a backlog reaches back as far as the policy says, and no further', async () => {
  const ago = (days: number) => new Date(Date.now() - days * 86_400_000).toISOString();
  const file = (receivedAt: string) =>
    api.as('nasional', 'POST', '/v1/complaints', { ...report, receivedAt });
  for (const receivedAt of [
    '0000-01-01T00:00:00Z',
    '0023-01-01T00:00:00Z',
    '1970-01-01T00:00:00Z',
    ago(1827),
    '9999-12-31T23:59:59Z',
  ]) {
    const answer = await file(receivedAt);
    expect([receivedAt, answer.status, answer.body.errors?.[0]?.path]).toEqual([
      receivedAt,
      422,
      'receivedAt',
    ]);
  }
  expect((await file(ago(1825))).status).toBe(201);
  await expect(
    api.sql`update complaints set received_at = '0023-01-01' where number is not null`,
  ).rejects.toThrow('received_in_our_time');
});

test('a row of another age, from before that bound, breaks nobody’s page', async () => {
  const r = await api.report();
  await api.sql`alter table complaints drop constraint received_in_our_time`;
  await api.sql`update complaints set received_at = '0023-05-01T00:00:00Z' where number = ${r.number}`;
  expect((await r.seenBy('nasional')).body.receivedAt).toBe('0023-05-01T07:00:00.000+07:00');
  expect((await r.followed()).status).toBe(200);
  for (const path of ['/v1/complaints?limit=200', '/v1/inbox', '/v1/reports/complaints.csv']) {
    expect([path, (await api.as('nasional', 'GET', path)).status]).toEqual([path, 200]);
  }
});

test('the sweep and the reconciliation start what stands behind a report or a batch that cannot start', async () => {
  // More than the engine takes of one, which is no absent engine.
  const [batch] = await api.sql<{ id: number }[]>`
    insert into recomputations (why, created_by)
    select string_agg(md5(g::text), ''), 'ops' from generate_series(1, 150_000) g returning id`;
  // The engine refuses so long an id.
  const bad = await unstarted('X'.repeat(1_500));
  const behind = await unstarted('LAP-2026-900001');
  const stop = sweep(api.sql, api.engine, api.app.log);
  await expect.poll(() => startedOf(behind)).toBeInstanceOf(Date);
  await stop();
  expect(await startedOf(bad)).toBeNull();
  expect(await listed('start')).toEqual([
    expect.objectContaining({ item: `recompute-${batch?.id}`, times: 1 }),
    expect.objectContaining({ item: bad, times: 1 }),
  ]);
  await api.sql`delete from recomputations where id = ${batch?.id ?? 0}`;
  await api.sql`delete from passed_over where item = ${`recompute-${batch?.id}`}`;

  const next = await unstarted('LAP-2026-900002');
  await tryAgainNow();
  const { started } = await reconcile(api.sql, api.engine);
  expect([started, await startedOf(next)]).toEqual([1, expect.any(Date)]);
  expect(await listed('start')).toEqual([expect.objectContaining({ item: bad, times: 2 })]);
  const { body } = await api.send('GET', '/v1/passed-over');
  expect(body.code).toBe('unauthenticated');

  await api.sql`update complaints set started_at = now() where number = ${bad}`;
});

test('a decree moves every deadline but the one that cannot be reckoned, and that one once it can', async () => {
  const [bad, good] = [await api.report(), await api.report()];
  const deadlineOf = async (r: Driven): Promise<string> => (await r.seenBy('nasional')).body.deadline;
  const before = await deadlineOf(good);
  await api.sql`
    update complaints set state = jsonb_set(state, '{clocks,row,request,from}', '"entah"') where number = ${bad.number}`;
  const date = decreeDay();
  const path = `/v1/calendar/${date.slice(0, 4)}`;
  const { days } = (await api.as('ops', 'GET', path)).body;
  const changed = await api.as('ops', 'PUT', path, [...days, { date, name: 'Cuti', kind: 'cuti bersama' }]);
  expect(changed.status).toBe(200);
  await expect.poll(() => deadlineOf(good)).not.toBe(before);
  await expect
    .poll(() => listed('recompute'))
    .toEqual([expect.objectContaining({ item: bad.number, error: 'RangeError' })]);

  await api.sql`
    update complaints set state = jsonb_set(state, '{clocks,row,request,from}', to_jsonb(received_at))
    where number = ${bad.number}`;
  await tryAgainNow();
  await reconcile(api.sql, api.engine);
  await expect.poll(() => deadlineOf(bad)).toBe(await deadlineOf(good));
  expect(await listed('recompute')).toEqual([]);
});

test('the digest leaves out what it cannot tell, and tells the rest', async () => {
  const [bad, good] = [await api.report(), await api.report()];
  await api.sql`update complaints set deadline = '2026-11-03' where number = ${good.number}`;
  await api.sql`update complaints set deadline = '-infinity' where number = ${bad.number}`;
  // Eight o'clock of the last working day in WIB.
  const close = closeOfWorkingDay(shippedCalendar, 'Asia/Jakarta', Date.now() - 86_400_000, 1);
  const scheduledAt = `${new Date(close).toISOString().slice(0, 10)}T01:00:00.000Z`;
  expect(await sendDigests(api.sql, false, { zone: 'Asia/Jakarta', scheduledAt })).toBeGreaterThan(0);
  const [digest] =
    await api.sql`select body from notifications where kind = 'digest' and office_id = 'nasional'`;
  expect(digest?.body).toContain(good.number);
  expect(await listed('digest')).toEqual([
    expect.objectContaining({ item: bad.number, error: 'RangeError' }),
  ]);
});
