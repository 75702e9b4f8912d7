// Cookie sessions beside the Bearer tokens: CSRF, signing out here and everywhere, lock-out, one's own password.
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addressOf } from '../../../api/http/limits/address.ts';
import { proxies } from '../../../settings/kinds/addresses.ts';
import { Tokens } from '../../../api/identity/tokens.ts';
import { Api, secret } from '../../support/api.ts';
import { Visitor } from '../../support/console/visitor.ts';

let api: Api;
beforeAll(async () => {
  api = await Api.open();
});
afterAll(() => api?.close());

async function signedIn(username: string, password?: string): Promise<Visitor> {
  const visitor = new Visitor(api);
  expect((await visitor.signIn(username, password)).status).toBe(200);
  return visitor;
}

const hours = (n: number) => n * 3_600_000;

/** A cookie as it would be had `username` signed in `ago` milliseconds ago and used it last then. */
async function olderCookie(username: string, ago: number, lifetime = hours(8)): Promise<Visitor> {
  const visitor = new Visitor(api);
  const since = new Date(Date.now() - ago);
  const signed = await new Tokens(secret).sign({
    username,
    id: randomUUID(),
    epoch: 1,
    kind: 'cookie',
    since,
    issuedAt: since,
    expiresAt: new Date(since.getTime() + lifetime),
  });
  visitor.cookies.set('tuntas_session', signed);
  return visitor;
}

test('people of the demo ministry are nobody in production, whoever let them in before', async () => {
  const app = await api.replica({ demoPeople: false });
  const authorization = `Bearer ${await api.tokenOf('ops')}`;
  const payload = { username: 'ops', password: 'demo' };
  const said = await Promise.all([
    app.inject({ method: 'POST', url: '/v1/sessions', payload }),
    app.inject({ method: 'POST', url: '/v1/sign-in', payload }),
    app.inject({ url: '/v1/session', headers: { authorization } }),
  ]);
  expect(said.map((answer) => [answer.statusCode, answer.json().code])).toEqual([
    [401, 'bad-credentials'],
    [401, 'bad-credentials'],
    [401, 'unauthenticated'],
  ]);
  // Somebody of one's own, in the same office, comes in.
  await api.sql`
    insert into users (username, name, password_hash, role, office_id)
    select 'kepala', 'Kepala', password_hash, role, office_id from users where username = 'ops'`;
  const own = await app.inject({
    method: 'POST',
    url: '/v1/sessions',
    payload: { ...payload, username: 'kepala' },
  });
  expect(own.statusCode).toBe(200);
  await app.close();
});

describe('a cookie', () => {
  test('is out of reach of scripts and other sites, and opens what a Bearer token opens', async () => {
    const visitor = new Visitor(api);
    const { status, body, headers } = await visitor.signIn('eselon1');
    expect([status, headers.get('cache-control')]).toEqual([200, 'no-store']);
    expect(body).toEqual({
      user: {
        username: 'eselon1',
        name: 'Eka Saputra',
        role: 'admin',
        language: null,
        office: { id: 'ditjen-pelayanan', name: 'Direktorat Jenderal Pelayanan', level: 'echelon1' },
      },
      expiresAt: expect.stringMatching(/\+07:00$/),
      csrf: expect.any(String),
      mustChangePassword: false,
      secondFactor: 'none',
    });
    const left = Date.parse(body.expiresAt) - Date.now();
    expect(left).toBeGreaterThan(hours(7.9));
    expect(left).toBeLessThanOrEqual(hours(8));
    const [line = ''] = visitor.given;
    expect(line).toMatch(/^tuntas_session=.+; Path=\/; Expires=.+; HttpOnly; SameSite=Lax$/);
    const session = await visitor.send('GET', '/v1/session');
    expect([session.status, session.body]).toEqual([200, body]);
    for (const path of ['/v1/inbox', '/v1/complaints', '/v1/notifications', '/v1/reports/complaints.csv']) {
      const answer = await visitor.send('GET', path);
      expect([path, answer.status, answer.headers.get('cache-control')]).toEqual([path, 200, 'no-store']);
    }
  });

  test('is secure, and of this host alone, when the request came by https through a proxy that is trusted', async () => {
    const behind = await api.replica({ trustProxy: proxies.parse('1') });
    const signIn = async (headers: Record<string, string>) =>
      behind.inject({
        method: 'POST',
        url: '/v1/sign-in',
        payload: { username: 'ops', password: 'demo' },
        headers,
      });
    const https = { 'x-forwarded-proto': 'https' };
    const given = await signIn(https);
    expect(given.headers['set-cookie']).toEqual([
      expect.stringMatching(
        /^__Host-tuntas_session=[^;]+; Path=\/; Expires=[^;]+; HttpOnly; Secure; SameSite=Lax$/,
      ),
      expect.stringMatching(/^__Host-tuntas_browser=[^;]+; Path=\/; .*HttpOnly; Secure; SameSite=Lax$/),
    ]);
    expect(String((await signIn({})).headers['set-cookie'])).not.toContain('Secure');
    // What a neighbouring host may set for all of them is not looked at.
    const signed = given.cookies.find(({ name }) => name === '__Host-tuntas_session')?.value ?? '';
    const session = (cookies: Record<string, string>) =>
      behind.inject({ url: '/v1/session', headers: https, cookies });
    expect((await session({ '__Host-tuntas_session': signed })).statusCode).toBe(200);
    expect((await session({ tuntas_session: signed })).statusCode).toBe(401);
    await behind.close();
  });

  test('alone changes nothing: every change carries the CSRF token of its own session', async () => {
    const [visitor, other] = [await signedIn('nasional'), await signedIn('nasional')];
    const r = await api.report();
    const note = (headers?: Record<string, string>) =>
      visitor.send('POST', `${r.path}/notes`, { text: 'Lewat peramban.' }, headers);
    const wrong: Record<string, string>[] = [{}, { 'x-csrf-token': 'x' }, { 'x-csrf-token': other.csrf }];
    for (const headers of wrong) {
      const { status, body } = await note(headers);
      expect([status, body.code]).toEqual([403, 'csrf']);
    }
    const changes = [
      ['POST', `${r.path}/decisions`, { action: 'dispose', officeId: 'kementerian-contoh' }],
      ['PUT', '/v1/templates', { action: 'answer', title: 'x', text: 'y' }],
      ['DELETE', '/v1/templates/1', undefined],
      ['DELETE', '/v1/session', undefined],
      ['DELETE', '/v1/sessions', undefined],
      ['POST', '/v1/password', { current: 'demo', next: 'sandi yang panjang' }],
    ] as const;
    for (const [method, path, body] of changes) {
      const refused = await visitor.send(method, path, body, {});
      expect([method, path, refused.body.code]).toEqual([method, path, 'csrf']);
    }
    expect((await visitor.send('GET', r.path)).body).toMatchObject({ step: 2, notes: [] });
    expect((await note()).status).toBe(204);
    expect((await visitor.send('GET', r.path)).body.notes).toHaveLength(1);
  });

  test('a Bearer token is no cookie, nor the other way round', async () => {
    const visitor = await signedIn('nasional');
    const cookie = visitor.cookies.get('tuntas_session') ?? '';
    const bearer = await api.tokenOf('nasional');
    const use = async (headers: Record<string, string>) =>
      (await api.send('GET', '/v1/inbox', undefined, headers)).status;
    expect(await use({ authorization: `Bearer ${cookie}` })).toBe(401);
    expect(await use({ cookie: `tuntas_session=${bearer}` })).toBe(401);
    expect(await use({ cookie: `tuntas_session=${cookie}` })).toBe(200);
    expect(await use({ cookie: `tuntas_session=${cookie}x` })).toBe(401);
  });

  test('does not make a report by the public one of the officer, unless the page says so', async () => {
    const visitor = await signedIn('upt');
    const file = async (who: Visitor, headers?: Record<string, string>) =>
      who.send(
        'POST',
        '/v1/complaints',
        {
          kind: 'aspirasi',
          title: 'Dari halaman publik',
          description: 'Isi.',
          reporter: { name: 'Pak Tono' },
        },
        headers,
      );
    const filedBy = async (number: string) =>
      (await api.as('nasional', 'GET', `/v1/complaints/${number}`)).body.filedBy?.name;
    expect(await filedBy((await file(visitor, {})).body.number)).toBeUndefined();
    expect(await filedBy((await file(visitor)).body.number)).toBe('Ujang Suparman');
    const stale = new Visitor(api);
    stale.cookies.set('tuntas_session', 'x');
    expect((await file(stale, {})).status).toBe(201);
    expect((await file(stale, { 'x-csrf-token': 'x' })).status).toBe(401);
  });
});

describe('a session', () => {
  test('goes on while it is used: a new cookie after half an hour, with the same CSRF token', async () => {
    const fresh = await olderCookie('nasional', hours(0.4));
    await fresh.send('GET', '/v1/inbox');
    expect(fresh.given).toEqual([]);
    const used = await olderCookie('nasional', hours(0.6));
    const before = used.cookies.get('tuntas_session');
    await used.send('GET', '/v1/inbox');
    expect(used.cookies.get('tuntas_session')).not.toBe(before);
    const { body } = await used.send('GET', '/v1/session');
    expect(Date.parse(body.expiresAt) - Date.now()).toBeGreaterThan(hours(7.9));
    const old = new Visitor(api);
    old.cookies.set('tuntas_session', before ?? '');
    expect((await old.send('GET', '/v1/session')).body.csrf).toBe(body.csrf);
  });

  test('ends eight hours after its last use, and twelve after signing in', async () => {
    expect((await (await olderCookie('nasional', hours(8.1))).send('GET', '/v1/session')).status).toBe(401);
    const long = await olderCookie('nasional', hours(7));
    const { body } = await long.send('GET', '/v1/session');
    expect(Date.parse(body.expiresAt) - Date.now()).toBeLessThan(hours(5.1));
  });

  test('that was signed out opens nothing, though somebody kept the cookie; others go on', async () => {
    const [here, there] = [await signedIn('instansi'), await signedIn('instansi')];
    const kept = here.cookieHeader();
    expect((await here.send('DELETE', '/v1/session')).status).toBe(204);
    expect(here.cookies.has('tuntas_session')).toBe(false);
    const { status, body } = await api.send('GET', '/v1/session', undefined, { cookie: kept });
    expect([status, body.code]).toEqual([401, 'unauthenticated']);
    expect((await there.send('GET', '/v1/session')).status).toBe(200);
    const token = (await api.send('POST', '/v1/sessions', { username: 'instansi', password: 'demo' })).body
      .token;
    const headers = { authorization: `Bearer ${token}` };
    expect((await api.send('DELETE', '/v1/session', undefined, headers)).status).toBe(204);
    expect((await api.send('GET', '/v1/inbox', undefined, headers)).status).toBe(401);
  });

  test('and all others of the user end by signing out everywhere, Bearer tokens too; nobody else’s', async () => {
    const [here, there, sister] = [
      await signedIn('instansi'),
      await signedIn('instansi'),
      await signedIn('instansi2'),
    ];
    const token = (await api.send('POST', '/v1/sessions', { username: 'instansi', password: 'demo' })).body
      .token;
    expect((await here.send('DELETE', '/v1/sessions')).status).toBe(204);
    expect((await there.send('GET', '/v1/session')).status).toBe(401);
    const bearer = await api.send('GET', '/v1/inbox', undefined, { authorization: `Bearer ${token}` });
    expect(bearer.status).toBe(401);
    expect((await sister.send('GET', '/v1/session')).status).toBe(200);
    expect((await (await signedIn('instansi')).send('GET', '/v1/session')).status).toBe(200);
  });

  test('of before ends when somebody signs in again in the same browser', async () => {
    const visitor = await signedIn('upt2');
    const kept = visitor.cookieHeader();
    expect((await visitor.signIn('upt2')).status).toBe(200);
    const old = await api.send('GET', '/v1/session', undefined, { cookie: kept });
    expect(old.status).toBe(401);
    expect((await visitor.send('GET', '/v1/session')).status).toBe(200);
  });

  test('is listed with the others of its user, and can be ended from any of them; nobody else’s', async () => {
    const firefox = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:140.0) Gecko/20100101 Firefox/140.0';
    const [here, there] = [new Visitor(api), new Visitor(api)];
    await here.signIn('upt2');
    await there.send(
      'POST',
      '/v1/sign-in',
      { username: 'UPT2', password: 'demo' },
      { 'user-agent': firefox },
    );
    const list = async () => (await here.send('GET', '/v1/sessions')).body.items;
    const found = (await list()).find((one: { device: string }) => one.device === 'Firefox, Windows');
    expect(found).toMatchObject({ kind: 'cookie', current: false, since: expect.stringMatching(/\+08:00$/) });
    expect((await list()).filter(({ current }: { current: boolean }) => current)).toHaveLength(1);
    const stranger = await signedIn('instansi2');
    expect((await stranger.send('DELETE', `/v1/sessions/${found.id}`)).status).toBe(404);
    expect((await there.send('GET', '/v1/session')).status).toBe(200);
    expect((await here.send('DELETE', `/v1/sessions/${found.id}`)).status).toBe(204);
    expect((await there.send('GET', '/v1/session')).status).toBe(401);
    expect(await list()).not.toContainEqual(expect.objectContaining({ id: found.id }));
  });

  test('leaves when the user was last there', async () => {
    await api.sql`update users set last_seen_at = now() - interval '1 day' where username = 'upt2'`;
    const seen = async () =>
      (
        await api.sql`select now() - last_seen_at < interval '1 minute' as now from users where username = 'upt2'`
      )[0]?.now;
    expect(await seen()).toBe(false);
    await (await signedIn('upt2')).send('GET', '/v1/inbox');
    expect(await seen()).toBe(true);
  });
});

describe('ten wrong passwords in a row', () => {
  const attempt = (username: string, password = 'salah') =>
    api.send('POST', '/v1/sign-in', { username, password });
  const lock = async (username: string) => {
    for (let n = 0; n < 10; n += 1) expect((await attempt(username)).body.code).toBe('bad-credentials');
  };

  test('lock the account for fifteen minutes, also for the right password and for tokens', async () => {
    await lock('eselon1b');
    const { status, body, headers } = await attempt('eselon1b', 'demo');
    expect([status, body.code]).toEqual([429, 'locked']);
    expect(Number(headers.get('retry-after'))).toBeGreaterThan(14 * 60);
    expect(Number(headers.get('retry-after'))).toBeLessThanOrEqual(15 * 60);
    const token = await api.send('POST', '/v1/sessions', { username: 'eselon1b', password: 'demo' });
    expect(token.body.code).toBe('locked');
    // As if the fifteen minutes had passed.
    await api.sql`update sign_in_failures set locked_until = now() - interval '1 second'`;
    expect((await attempt('eselon1b')).body.code).toBe('bad-credentials');
    expect((await attempt('eselon1b', 'demo')).status).toBe(200);
  });

  test('look the same for a name that nobody has', async () => {
    await lock('tidak-ada');
    expect((await attempt('tidak-ada')).body.code).toBe('locked');
    expect(JSON.stringify(await api.sql`select * from sign_in_failures`)).not.toContain('tidak-ada');
  });

  test('cannot be more by coming all at once', async () => {
    const answers = await Promise.all(
      Array.from({ length: 25 }, () => attempt('serentak').then(({ body }) => body.code)),
    );
    const count = (code: string) => answers.filter((one) => one === code).length;
    expect([count('bad-credentials'), count('locked')]).toEqual([10, 15]);
  });

  test('are not in a row with a right one between', async () => {
    for (let round = 0; round < 2; round += 1) {
      for (let n = 0; n < 9; n += 1) await attempt('eselon1');
      expect((await attempt('eselon1', 'demo')).status).toBe(200);
    }
  });

  test('from one address do not keep the officer out at another, nor by another spelling of the name', async () => {
    const behind = await api.replica({ trustProxy: proxies.parse('1') });
    const from = async (address: string, username: string, password: string) =>
      (
        await behind.inject({
          method: 'POST',
          url: '/v1/sign-in',
          payload: { username, password },
          headers: { 'x-forwarded-for': address },
        })
      ).json().code;
    const spellings = ['Instansi2', 'instansi2 ', ' INSTANSI2'];
    for (let n = 0; n < 10; n += 1) await from('203.0.113.7', spellings[n % 3] ?? '', 'salah');
    expect(await from('203.0.113.7', 'instansi2', 'demo')).toBe('locked');
    expect(await from('198.51.100.20', 'instansi2', 'demo')).toBeUndefined();
    expect(await from('203.0.113.7', 'instansi2', 'demo')).toBe('locked');
    // All at once are no more than one after the other.
    const codes = await Promise.all(
      Array.from({ length: 120 }, (_, n) => from('203.0.113.8', `siapa-${n}`, 'salah')),
    );
    const count = (code: string) => codes.filter((one) => one === code).length;
    expect([count('bad-credentials'), count('too-many-requests')]).toEqual([50, 70]);
    await behind.close();
  });

  test('of one address, whatever the accounts: fifty a minute', async () => {
    for (let n = 0; n < 50; n += 1) await attempt(`nama-${n}`);
    const { status, body } = await attempt('nasional', 'demo');
    expect([status, body.code]).toEqual([429, 'too-many-requests']);
  });

  test('of one address behind a proxy, whatever addresses the caller writes before it', async () => {
    const behind = await api.replica({ trustProxy: proxies.parse('1') });
    const from = async (forwarded: string, n: number) =>
      behind.inject({
        method: 'POST',
        url: '/v1/sign-in',
        payload: { username: `dari-${n}`, password: 'salah' },
        headers: { 'x-forwarded-for': forwarded },
      });
    for (let n = 0; n < 50; n += 1) await from(`198.51.100.${n}, 203.0.113.9`, n);
    expect((await from('198.51.100.99, 203.0.113.9', 99)).statusCode).toBe(429);
    expect((await from('203.0.113.9, 203.0.113.10', 100)).statusCode).toBe(401);
    await behind.close();
  });
});

test.each([
  ['203.0.113.9', '203.0.113.9'],
  ['::ffff:203.0.113.9', '203.0.113.9'],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2'],
  ['2001:0DB8:1:2::9', '2001:db8:1:2'],
  ['2001:db8::1', '2001:db8:0:0'],
  ['::1', '0:0:0:0'],
  ['1:2:3:4:5:6:7::', '1:2:3:4'],
])('the caller at %s is %s', (ip, caller) => {
  expect(addressOf({ ip })).toBe(caller);
});
