// One's own password.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Api } from '../support/api.ts';
import { Visitor } from '../support/visitor.ts';

let api: Api;
beforeAll(async () => {
  api = await Api.open();
});
afterAll(() => api?.close());

const next = 'kata sandi yang baru';

test('is changed with the old one, ends every other session, and leaves no word of itself', async () => {
  const [here, there] = [new Visitor(api), new Visitor(api)];
  await here.signIn('upt');
  await there.signIn('upt');
  const bearer = { authorization: `Bearer ${await api.tokenOf('upt')}` };
  const change = (body: object) => here.send('POST', '/v1/password', body);
  expect((await change({ current: 'salah', next })).body.errors).toEqual([
    { path: 'current', message: expect.any(String) },
  ]);
  expect((await change({ current: 'demo', next: 'pendek' })).body.errors[0].path).toBe('next');
  expect((await there.send('GET', '/v1/session')).status).toBe(200);
  expect((await change({ current: 'demo', next })).status).toBe(204);
  expect((await here.send('GET', '/v1/session')).body.csrf).toBe(here.csrf);
  expect((await here.send('GET', '/v1/inbox')).status).toBe(200);
  expect((await there.send('GET', '/v1/session')).status).toBe(401);
  expect((await api.send('GET', '/v1/inbox', undefined, bearer)).status).toBe(401);
  expect((await new Visitor(api).signIn('upt', 'demo')).status).toBe(401);
  expect((await new Visitor(api).signIn('upt', next)).status).toBe(200);
  const changes = await api.sql`select by, what, subject, change from admin_changes`;
  expect([...changes]).toEqual([{ by: 'upt', what: 'user', subject: 'upt', change: { password: true } }]);
  await expect(api.sql`delete from admin_changes`).rejects.toThrow(/append-only/);
});

test('guessed at by whoever found a session open is locked after ten', async () => {
  const found = new Visitor(api);
  await found.signIn('eselon1');
  const guess = () => found.send('POST', '/v1/password', { current: 'salah', next });
  for (let n = 0; n < 10; n += 1) expect((await guess()).status).toBe(422);
  expect((await guess()).body.code).toBe('locked');
});
