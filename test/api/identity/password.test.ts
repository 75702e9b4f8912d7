// One's own password, and what wrong ones do where and to whom.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Api } from '../../support/api.ts';
import { Visitor } from '../../support/console/visitor.ts';

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
  // Twelve as they are typed, six as they are kept.
  for (const short of ['pendek', 'e\u0301'.repeat(6)])
    expect((await change({ current: 'demo', next: short })).body.errors).toMatchObject([
      { path: 'next', message: expect.stringContaining('12 karakter') },
    ]);
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

describe('ten wrong ones in a row', () => {
  const attempt = (username: string, password = 'salah') =>
    api.send('POST', '/v1/sign-in', { username, password });
  const lock = async (username: string) => {
    for (let n = 0; n < 10; n += 1) expect((await attempt(username)).body.code).toBe('bad-credentials');
  };
  const signedIn = async (username: string) => {
    const visitor = new Visitor(api);
    expect((await visitor.signIn(username)).status).toBe(200);
    return visitor;
  };

  test('by others do not keep the officer out where they signed in before; there they have a count of their own', async () => {
    const own = await signedIn('instansi2');
    const line = own.given.find((one) => one.startsWith('tuntas_browser='));
    expect(line).toMatch(/; Path=\/; Expires=.+; HttpOnly; SameSite=Lax$/);
    await own.send('DELETE', '/v1/session');
    expect(own.cookies.has('tuntas_browser')).toBe(true);
    await lock('instansi2');
    expect((await attempt('instansi2', 'demo')).body.code).toBe('locked');
    expect((await own.signIn('instansi2')).status).toBe(200);
    expect((await attempt('instansi2', 'demo')).body.code).toBe('locked');
    // It is known for that account only, and only while it is as we signed it.
    await lock('upt2');
    expect((await own.signIn('upt2')).body.code).toBe('locked');
    own.cookies.set('tuntas_browser', own.cookies.get('tuntas_session') ?? '');
    expect((await own.signIn('instansi2')).body.code).toBe('locked');
    const another = await signedIn('ops');
    for (let n = 0; n < 10; n += 1) {
      expect((await another.signIn('ops', 'salah')).body.code).toBe('bad-credentials');
    }
    expect((await another.signIn('ops')).body.code).toBe('locked');
    expect((await attempt('ops', 'demo')).status).toBe(200);
  });

  test('are forgotten when ops give a new password', async () => {
    await lock('upt');
    const change = { password: 'kata sandi dari ops' };
    expect((await api.as('ops', 'PATCH', '/v1/users/upt', change)).status).toBe(200);
    expect((await attempt('upt', change.password)).status).toBe(200);
  });
});

test('that ops typed opens nothing but the way to one’s own', async () => {
  const given = 'kata sandi dari ops';
  const made = { username: 'sari', name: 'Sari', role: 'admin', officeId: 'nasional', password: given };
  expect((await api.as('ops', 'POST', '/v1/users', made)).status).toBe(201);
  const taken = await api.as('ops', 'POST', '/v1/users', { ...made, username: 'SARI' });
  expect(taken.body.code).toBe('username-taken');
  const sari = new Visitor(api);
  expect((await sari.signIn('Sari ', given)).body.mustChangePassword).toBe(true);
  const { body } = await api.send('POST', '/v1/sessions', { username: 'sari', password: given });
  const bearer = { authorization: `Bearer ${body.token}` };
  for (const path of ['/v1/inbox', '/v1/complaints', '/v1/users', '/v1/live']) {
    expect([path, (await sari.send('GET', path)).body.code]).toEqual([path, 'password-change-required']);
    const answer = await api.send('GET', path, undefined, bearer);
    expect([path, answer.status, answer.body.code]).toEqual([path, 403, 'password-change-required']);
  }
  const change = (word: string) => sari.send('POST', '/v1/password', { current: given, next: word });
  expect((await change(given)).body.errors[0].path).toBe('next');
  expect((await change(next)).status).toBe(204);
  expect((await sari.send('GET', '/v1/session')).body.mustChangePassword).toBe(false);
  expect((await sari.send('GET', '/v1/inbox')).status).toBe(200);
});

describe('one that is easily guessed', () => {
  test.each([
    ['common', 'password1234'],
    ['a row of keys', 'qwertyuiop12'],
    ['a word of the country and a year', 'jakarta20261'],
    ['the product’s name', 'Tuntas-Lapor-1'],
    ['the user’s name', 'sekretaris.kita'],
    ['the officer’s name', 'Wulandari Ayu!'],
    ['one letter', 'aaaaaaaaaaaaaaaa'],
  ])('is not taken: %s', async (_, password) => {
    const made = { username: 'sekretaris.kita', name: 'Wulandari Ayu', role: 'admin', officeId: 'nasional' };
    const { status, body } = await api.as('ops', 'POST', '/v1/users', { ...made, password });
    expect([status, body.errors?.[0]]).toEqual([
      422,
      { path: 'password', message: expect.stringContaining('mudah ditebak') },
    ]);
  });
});

test('is the same in whatever form its letters come', async () => {
  const composed = 'kata sandi s\u00e9h\u00e1t';
  const visitor = new Visitor(api);
  await visitor.signIn('eselon1b');
  const body = { current: 'demo', next: composed.normalize('NFD') };
  expect((await visitor.send('POST', '/v1/password', body)).status).toBe(204);
  for (const form of ['NFC', 'NFD'] as const) {
    expect((await new Visitor(api).signIn('eselon1b', composed.normalize(form))).status).toBe(200);
  }
});
