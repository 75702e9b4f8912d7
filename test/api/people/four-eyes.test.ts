// Accounts by two of ops (decision 50): asked, told, approved once, checked again; nothing of it needs the engine.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { buildApp } from '../../../api/app.ts';
import type { App } from '../../../api/services.ts';
import { appRole } from '../../../db/schema/app-role.ts';
import { openDatabase, type Sql } from '../../../db/connection/client.ts';
import { Engine } from '../../../engine/engine.ts';
import { FileStore } from '../../../store/file-store.ts';
import { secret } from '../../support/api.ts';
import { type FreshDatabase, freshDatabase } from '../../support/database.ts';
import { recording } from '../../support/examples/recorder.ts';
import { identityKeys } from '../../support/runner/identity-keys.ts';

let database: FreshDatabase;
let appSql: Sql;
let app: App;
let alone: App;
beforeAll(async () => {
  database = await freshDatabase();
  appSql = openDatabase(database.url, { role: appRole, keys: identityKeys });
  const parts = { sql: appSql, engine: Engine.fromEnvironment(), store: new FileStore('/nowhere'), secret };
  const options = { ...parts, mailing: true, demoPeople: true, logLevel: 'silent', ...recording() };
  app = await buildApp({ ...options, fourEyes: true });
  alone = await buildApp(options);
});
afterAll(async () => {
  await app?.close();
  await alone?.close();
  await appSql?.end({ timeout: 1 });
  await database?.close();
});

const tokens = new Map<string, string>();
async function ask(
  who: string,
  method: 'GET' | 'POST' | 'PUT' | 'PATCH',
  url: string,
  payload?: object,
  { at = app, password = 'demo' } = {},
) {
  const signIn = { method: 'POST', url: '/v1/sessions', payload: { username: who, password } } as const;
  const token = tokens.get(who) ?? (await app.inject(signIn)).json<{ token: string }>().token;
  tokens.set(who, token);
  const headers = { authorization: `Bearer ${token}` };
  const answer = await at.inject({ method, url, headers, ...(payload && { payload }) });
  // What came, as a client without our types sees it.
  return { status: answer.statusCode, body: answer.json() };
}
const change = (who: string, username: string, body: object) =>
  ask(who, 'PATCH', `/v1/users/${username}`, body);
const approve = (who: string, id: number) => ask(who, 'POST', `/v1/account-requests/${id}/approval`);
const refuse = (who: string, id: number, body: object = {}) =>
  ask(who, 'POST', `/v1/account-requests/${id}/refusal`, body);
const listed = async (who: string) => (await ask(who, 'GET', '/v1/account-requests')).body;
const requestOf = async (who: string, id: number) =>
  (await listed(who)).items.find((one: { id: number }) => one.id === id);
const told = async (kind: string) =>
  (await database.sql`select username from notifications where kind = ${kind} order by id`).map(
    ({ username }) => username,
  );
const notes = async (subject: string) =>
  (await database.sql`select by, change from admin_changes where subject = ${subject} order by id`).map(
    (row) => ({ ...row }),
  );
const hashes = async () =>
  (await database.sql`select from account_requests where password_hash is not null`).length;

const password = 'kata sandi panjang';
const rina = { username: 'rina', name: 'Rina Wati', role: 'admin', officeId: 'nasional', password };
const why = 'Menggantikan Nadia mulai Senin';

test('one of ops asks, another approves: everybody concerned hears, both names stand, and twice is once', async () => {
  // Nobody could approve it: said at once, and nothing waits for good.
  const none = await ask('ops', 'POST', '/v1/users', { ...rina, why });
  expect([none.status, none.body.code]).toEqual([409, 'no-second-ops']);
  await database.sql`
    insert into users (username, name, role, office_id, password_hash, email)
    select v.username, v.name, 'ops', office_id, password_hash, v.username || '@example.org'
    from users, (values ('ops2', 'Olga'), ('ops3', 'Oscar')) v (username, name) where users.username = 'ops'`;

  const unsaid = await ask('ops', 'POST', '/v1/users', rina);
  expect([unsaid.status, unsaid.body.errors[0].path]).toEqual([422, 'why']);
  const asked = await ask('ops', 'POST', '/v1/users', { ...rina, why });
  expect(asked).toMatchObject({
    status: 202,
    body: {
      account: { username: 'rina', name: 'Rina Wati', isNew: true },
      change: { role: 'admin', officeId: 'nasional', password: true },
      why,
      state: 'open',
      mayDecide: false,
    },
  });
  expect(JSON.stringify(asked.body)).not.toMatch(/argon2|panjang/);
  expect(await database.sql`select from users where username = 'rina'`).toHaveLength(0);
  expect(await told('account-asked')).toEqual(['ops2', 'ops3']);
  // By mail, too, whatever they chose to be told.
  const mails = await database.sql`
    select d.username from deliveries d join notifications n on n.id = d.notification_id
    where n.kind = 'account-asked' order by d.id`;
  expect(mails.map(({ username }) => username)).toEqual(['ops2', 'ops3']);

  const { id } = asked.body;
  expect(await listed('ops2')).toMatchObject({ wanted: true, items: [{ id, mayDecide: true }] });
  expect((await ask('nasional', 'GET', '/v1/account-requests')).status).toBe(403);
  expect((await approve('ops', id)).body.code).toBe('second-eyes');
  const both = await Promise.all([approve('ops2', id), approve('ops2', id)]);
  expect(both.map(({ status, body }) => [status, body.state, body.decidedBy.username])).toEqual([
    [200, 'approved', 'ops2'],
    [200, 'approved', 'ops2'],
  ]);
  expect((await approve('ops3', id)).body.code).toBe('request-over');
  expect((await refuse('ops2', id)).body.code).toBe('request-over');
  expect((await approve('ops2', 999)).status).toBe(404);
  expect(await hashes()).toBe(0);
  expect(await notes('rina')).toEqual([
    { by: 'ops', change: expect.objectContaining({ asked: id, password: true }) },
    { by: 'ops2', change: expect.objectContaining({ request: id, askedBy: 'ops', password: true }) },
  ]);
  expect(await told('account-done')).toEqual(['ops', 'ops3']);
  expect(await told('account-changed')).toEqual(['rina']);
  // The password is the one that was asked for, and is to be changed first.
  expect((await ask('rina', 'GET', '/v1/session', undefined, { password })).body.mustChangePassword).toBe(
    true,
  );
});

test('a password: its owner hears of it and goes on; refused, everybody hears, and nothing of it is kept', async () => {
  const asked = await change('ops', 'nasional', { password, why: 'Lupa kata sandi' });
  const { id } = asked.body;
  expect(asked.status).toBe(202);
  expect(await told('account-change-asked')).toEqual(['nasional']);
  expect((await ask('nasional', 'GET', '/v1/inbox')).status).toBe(200);
  expect(await hashes()).toBe(1);
  const refused = await refuse('ops3', id, { why: 'Nadia tidak memintanya' });
  expect(refused.body).toMatchObject({ state: 'refused', decidedWhy: 'Nadia tidak memintanya' });
  expect((await refuse('ops3', id)).status).toBe(200);
  expect((await approve('ops3', id)).body.code).toBe('request-over');
  expect(await told('account-refused')).toEqual(['ops', 'ops2', 'nasional']);
  expect(await hashes()).toBe(0);
  expect((await ask('nasional', 'GET', '/v1/inbox')).status).toBe(200);
  expect(await notes('nasional')).toMatchObject([{ by: 'ops' }, { by: 'ops3', change: { refused: id } }]);
});

test('a second factor that was lost is taken away by two, and its owner hears of it', async () => {
  await database.sql`
    insert into passkeys (id, username, public_key, counter, transports, name)
    values ('kunci', 'nasional', 'x', 0, '{}', 'Ponsel')`;
  const left = async () => (await database.sql`select from passkeys where username = 'nasional'`).length;
  const asked = await change('ops', 'nasional', { withoutSecondFactor: true, why: 'Ponselnya hilang' });
  expect([asked.status, await left()]).toEqual([202, 1]);
  const before = (await told('account-changed')).length;
  expect((await approve('ops2', asked.body.id)).status).toBe(200);
  expect([await left(), (await told('account-changed')).slice(before)]).toEqual([0, ['nasional']]);
  const [notice] = await database.sql`
    select body from notifications where kind = 'account-changed' order by id desc limit 1`;
  expect(notice?.body).toContain('semua faktor kedua dihapus');
  expect((await ask('nasional', 'GET', '/v1/inbox')).status).toBe(401);
  tokens.delete('nasional');
});

test('neither who asked nor whom it concerns; not of one who is of ops no more, not too late, not of another account', async () => {
  const idOf = async (who: string, username: string, body: object) =>
    (await change(who, username, { why, ...body })).body.id as number;
  const code = async (answer: Promise<{ body: { code?: string } }>) => (await answer).body.code;

  const own = await idOf('ops', 'ops2', { role: 'admin' });
  expect(await code(approve('ops2', own))).toBe('second-eyes');
  expect(await code(refuse('ops2', own))).toBe('second-eyes');
  expect((await requestOf('ops2', own)).mayDecide).toBe(false);
  expect((await refuse('ops', own)).body.state).toBe('withdrawn');

  // Meanwhile another of ops did what needs nobody else.
  const moved = await idOf('ops', 'upt', { officeId: 'upt-makassar' });
  for (const single of [{ name: 'Ujang S.' }, { email: 'ujang@example.org' }, { active: false }])
    expect((await change('ops3', 'upt', single)).status).toBe(200);
  expect(await code(approve('ops2', moved))).toBe('account-changed');
  const [upt] = await database.sql`select office_id from users where username = 'upt'`;
  expect(upt?.officeId).toBe('upt-bandung');
  const back = await idOf('ops', 'upt', { active: true });
  expect((await approve('ops3', back)).body.state).toBe('approved');

  const late = await idOf('ops', 'upt2', { password });
  await database.sql`update account_requests set good_until = now() where id = ${late}`;
  expect(await code(approve('ops2', late))).toBe('request-over');
  expect((await requestOf('ops2', late)).state).toBe('expired');
  expect(await hashes()).toBe(0);

  const gone = await idOf('ops3', 'upt2', { role: 'ops' });
  await database.sql`update users set role = 'admin' where username = 'ops3'`;
  expect(await code(approve('ops2', gone))).toBe('asker-gone');
  // Whatever a process does, the database lets nobody be both.
  await expect(
    database.sql`update account_requests set outcome = 'approved', decided_by = 'ops3', decided_at = now() where id = ${gone}`,
  ).rejects.toThrow(/check constraint/);
  expect((await change('ops', 'upt2', { why })).status).toBe(422);
});

test('where one is enough it holds at once, and everybody concerned hears of it; nobody is national and ops', async () => {
  const body = { password: 'kata sandi yang lain' };
  const changed = await ask('ops', 'PATCH', '/v1/users/eselon1', body, { at: alone });
  expect([changed.status, changed.body.username]).toEqual([200, 'eselon1']);
  expect((await told('account-changed')).at(-1)).toBe('eselon1');
  expect((await told('account-done')).at(-1)).toBe('ops2');
  expect((await ask('ops', 'GET', '/v1/account-requests', undefined, { at: alone })).body.wanted).toBe(false);
  // The same mailbox, however it is spelled.
  const email = { email: 'OPS2@example.org' };
  for (const at of [app, alone]) {
    const both = await ask('ops', 'PATCH', '/v1/users/nasional', email, { at });
    expect([both.status, both.body.code]).toEqual([409, 'national-and-ops']);
  }
  // Nor by one's own choice.
  const own = await ask('nasional', 'PUT', '/v1/notification-choices', { email: 'ops2@example.org' });
  expect([own.status, own.body.code]).toEqual([409, 'national-and-ops']);
});
