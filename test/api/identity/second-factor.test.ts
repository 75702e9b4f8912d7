// The second factor (decision 49): set up, asked for, lost; and what a password alone opens where one is owed.
import type { FastifyPluginCallback } from 'fastify';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buildApp } from '../../../api/app.ts';
import { sealAllAnew } from '../../../api/identity/second-factor/app-secret.ts';
import { codeAt, stepAt } from '../../../api/identity/second-factor/totp.ts';
import { Tokens } from '../../../api/identity/tokens.ts';
import type { App } from '../../../api/services.ts';
import { newKey, readKeys } from '../../../codec/key-ring.ts';
import { openKeyRing } from '../../../codec/open.ts';
import { openDatabase, type Sql } from '../../../db/connection/client.ts';
import { appRole } from '../../../db/schema/app-role.ts';
import { Engine } from '../../../engine/engine.ts';
import type { FactorHolder } from '../../../settings/kinds/factor-holders.ts';
import type { KeyRing } from '../../../settings/kinds/payload-keys.ts';
import { FileStore } from '../../../store/file-store.ts';
import { Api, secret } from '../../support/api.ts';
import { Visitor } from '../../support/console/visitor.ts';
import { type FreshDatabase, freshDatabase } from '../../support/database.ts';
import { recording } from '../../support/examples/recorder.ts';
import { codeOf } from '../../support/factors/totp.ts';

let database: FreshDatabase;
let sql: Sql;
let keyRing: KeyRing;
const open: App[] = [];
/** The API as outside clients meet it; nothing here goes as far as the engine. */
let api: Pick<Api, 'send'>;

/** Another API on the same database. */
async function apiFor(
  secondFactorRequired: readonly FactorHolder[],
  ring = keyRing,
  tracing?: { requests: FastifyPluginCallback; traceId: () => undefined },
): Promise<{ app: App; send: Api['send'] }> {
  const app = await buildApp({
    sql,
    engine: Engine.fromEnvironment(),
    store: new FileStore('/nowhere'),
    secret,
    keyRing: ring,
    secondFactorRequired,
    demoPeople: true,
    mailing: true,
    logLevel: 'silent',
    ...recording(),
    ...(tracing && { tracing }),
  });
  open.push(app);
  const base = await app.listen({ port: 0, host: '127.0.0.1' });
  return { app, send: (...asked) => Api.prototype.send.apply({ base } as Api, asked) };
}

beforeAll(async () => {
  database = await freshDatabase();
  sql = openDatabase(database.url, { role: appRole });
  keyRing = await openKeyRing({}, database.sql);
  api = await apiFor(['ops', 'national']);
});
afterAll(async () => {
  for (const app of open) await app.close();
  await sql?.end({ timeout: 1 });
  await database?.close();
});

async function signedIn(username: string, at = api): Promise<Visitor> {
  const visitor = new Visitor(at);
  expect((await visitor.signIn(username)).status).toBe(200);
  return visitor;
}

/** The visitor's session goes on as another: with its CSRF token. */
function goesOn(visitor: Visitor, session: { csrf: string }): void {
  visitor.csrf = session.csrf;
}

/** An app is set up; gives its key, and the codes on paper. */
async function addApp(visitor: Visitor): Promise<{ key: string; paper: string[] }> {
  const { status, body } = await visitor.send('POST', '/v1/second-factors/totp', { password: 'demo' });
  expect([status, body.uri]).toEqual([201, expect.stringContaining(`secret=${body.secret}&issuer=Tuntas`)]);
  const added = await visitor.send('POST', '/v1/second-factors/totp/confirmation', {
    code: codeOf(body.secret),
  });
  expect(added.status).toBe(200);
  goesOn(visitor, added.body.session);
  return { key: body.secret, paper: added.body.recoveryCodes };
}

/** As if half a minute had passed: the code of now has not been used. */
const later = (username: string) =>
  database.sql`update totp_secrets set last_step = 0 where username = ${username}`;
const give = (visitor: Visitor, code: string) =>
  visitor.send('POST', '/v1/session/second-factor', { code });
const inbox = async (visitor: Visitor) => {
  const { status, body } = await visitor.send('GET', '/v1/inbox');
  return body.code ?? status;
};
const noted = async (username: string) =>
  (
    await database.sql`select by, change from admin_changes where what = 'user' and subject = ${username} order by id`
  ).map(({ by, change }) => [by, change]);
const told = async (username: string) =>
  (
    await database.sql`
      select n.subject, count(d.id)::int as mails from notifications n left join deliveries d on d.notification_id = n.id
      where n.kind = 'second-factor' and n.username = ${username} group by n.id order by n.id`
  ).map(({ subject, mails }) => [subject, mails]);

test.each([
  [59, '287082'],
  [1_111_111_109, '081804'],
  [1_111_111_111, '050471'],
  [1_234_567_890, '005924'],
  [2_000_000_000, '279037'],
  [20_000_000_000, '353130'],
])('RFC 6238, appendix B: at %d s the code is %s', (seconds, code) => {
  expect(codeAt(Buffer.from('12345678901234567890'), stepAt(new Date(seconds * 1_000)))).toBe(code);
});

test('an app is added with the password, then asked for at each sign-in; no code works twice; paper helps once each', async () => {
  await database.sql`update users set email = 'ujang@example.org', email_confirmed_at = now() where username = 'upt'`;
  const [here, there] = [await signedIn('upt'), await signedIn('upt')];
  expect((await here.send('GET', '/v1/second-factors')).body).toEqual({
    hasPassword: true,
    required: false,
    totp: null,
    recoveryCodes: 0,
  });
  const start = await here.send('POST', '/v1/second-factors/totp', { password: 'salah' });
  expect(start.body.errors).toEqual([{ path: 'password', message: 'Kata sandi salah' }]);
  const confirmed = await here.send('POST', '/v1/second-factors/totp/confirmation', { code: '123456' });
  expect(confirmed.status).toBe(404);
  const begun = (await here.send('POST', '/v1/second-factors/totp', { password: 'demo' })).body;
  const wrong = await here.send('POST', '/v1/second-factors/totp/confirmation', {
    code: codeOf(begun.secret, 5),
  });
  expect(wrong.body.errors?.[0].path).toBe('code');
  // Nothing is asked for before it was shown to work.
  expect((await new Visitor(api).signIn('upt')).body.secondFactor).toBe('none');

  const before = here.cookieHeader();
  const { key, paper } = await addApp(here);
  expect(paper).toHaveLength(10);
  expect(new Set(paper.filter((code) => /^([A-Z2-7]{4}-){2}[A-Z2-7]{4}$/.test(code))).size).toBe(10);
  expect((await here.send('GET', '/v1/session')).body.secondFactor).toBe('given');
  expect(await inbox(here)).toBe(200);
  expect(await inbox(there)).toBe('unauthenticated');
  expect((await api.send('GET', '/v1/session', undefined, { cookie: before })).status).toBe(401);

  const next = await signedIn('upt');
  expect((await next.send('GET', '/v1/session')).body).toMatchObject({
    secondFactor: 'due',
    user: { username: 'upt' },
  });
  expect(await inbox(next)).toBe('second-factor-required');
  // A password alone adds none, takes none away, and signs nobody out.
  for (const [method, path, body] of [
    ['POST', '/v1/second-factors/totp', { password: 'demo' }],
    ['POST', '/v1/second-factors/totp/confirmation', { code: codeOf(key) }],
    ['POST', '/v1/second-factors/recovery-codes', { password: 'demo' }],
    ['POST', '/v1/second-factors/removal', { password: 'demo', factor: 'totp' }],
    ['POST', '/v1/password', { current: 'demo', next: 'kata sandi yang baru' }],
    ['DELETE', '/v1/sessions', undefined],
  ] as const)
    expect([path, (await next.send(method, path, body)).body.code]).toEqual([path, 'second-factor-required']);
  // The one that showed the app to work is used.
  expect((await give(next, codeOf(key))).body.errors?.[0].path).toBe('code');
  expect((await give(next, codeOf(key, 5))).status).toBe(422);
  const halfWay = next.cookieHeader();
  const code = codeOf(key, 1);
  const both = await Promise.all([give(next, `${code.slice(0, 3)} ${code.slice(3)}`), give(next, code)]);
  expect(both.map(({ status }) => status).toSorted()).toEqual([200, 422]);
  goesOn(next, both.find(({ status }) => status === 200)?.body);
  expect(await inbox(next)).toBe(200);
  expect((await api.send('GET', '/v1/session', undefined, { cookie: halfWay })).status).toBe(401);

  // A program, likewise.
  const { body } = await api.send('POST', '/v1/sessions', { username: 'upt', password: 'demo' });
  const as = (token: string) => ({ authorization: `Bearer ${token}` });
  expect([body.secondFactor, Date.parse(body.expiresAt) - Date.now() < 16 * 60_000]).toEqual(['due', true]);
  expect((await api.send('GET', '/v1/inbox', undefined, as(body.token))).body.code).toBe(
    'second-factor-required',
  );
  await later('upt');
  const proven = await api.send('POST', '/v1/session/second-factor', { code: codeOf(key) }, as(body.token));
  expect([proven.headers.get('set-cookie'), proven.body.secondFactor]).toEqual([null, 'given']);
  expect((await api.send('GET', '/v1/inbox', undefined, as(proven.body.token))).status).toBe(200);
  expect((await api.send('GET', '/v1/session', undefined, as(body.token))).status).toBe(401);

  // On paper: as people type it, once.
  const [first = '', second = ''] = paper;
  const typed = first.toLowerCase().replaceAll('-', ' ').replaceAll('o', '0').replaceAll('i', '1');
  const lost = await signedIn('upt');
  const found = await give(lost, typed);
  expect(found.status).toBe(200);
  expect((await give(await signedIn('upt'), first)).status).toBe(422);
  goesOn(lost, found.body);
  const made = await lost.send('POST', '/v1/second-factors/recovery-codes', { password: 'demo' });
  expect(made.body.recoveryCodes).toHaveLength(10);
  expect((await give(await signedIn('upt'), second)).status).toBe(422);
  expect((await lost.send('GET', '/v1/second-factors')).body).toMatchObject({
    totp: { addedAt: expect.stringMatching(/\+07:00$/) },
    recoveryCodes: 10,
  });

  const kept = JSON.stringify([
    await database.sql`select * from totp_secrets`,
    await database.sql`select * from recovery_codes`,
  ]);
  expect(kept).not.toContain(key);
  expect(kept).not.toContain(String(made.body.recoveryCodes[0]).replaceAll('-', ''));
  expect(kept.match(/\$argon2id\$/g)?.length).toBe(10);
  await lost.send('POST', '/v1/second-factors/removal', { password: 'demo', factor: 'totp' });
  expect((await new Visitor(api).signIn('upt')).body.secondFactor).toBe('none');
  expect(await database.sql`select from recovery_codes where username = 'upt'`).toHaveLength(0);
  expect(await noted('upt')).toEqual([
    ['upt', { secondFactor: 'totp-added' }],
    ['upt', { recoveryCodeUsed: true }],
    ['upt', { recoveryCodes: true }],
    ['upt', { secondFactor: 'totp-removed' }],
  ]);
  expect(await told('upt')).toEqual([
    ['Faktor kedua ditambahkan', 1],
    ['Kode pemulihan dipakai', 1],
    ['Kode pemulihan baru', 1],
    ['Faktor kedua dihapus', 1],
  ]);
});

test('ten wrong codes in a row lock it for everybody who has the password, and its owner hears of it once', async () => {
  const visitor = await signedIn('upt2');
  const { key } = await addApp(visitor);
  await later('upt2');
  const others = await signedIn('upt2');
  const codes = await Promise.all(
    Array.from({ length: 14 }, (_, n) => give(others, codeOf(key, n + 5)).then(({ body }) => body.code)),
  );
  const count = (code: string) => codes.filter((one) => one === code).length;
  expect([count('invalid-fields'), count('second-factor-locked')]).toEqual([10, 4]);
  const right = await give(await signedIn('upt2'), codeOf(key));
  expect([right.status, right.body.code]).toEqual([429, 'second-factor-locked']);
  expect(Number(right.headers.get('retry-after'))).toBeGreaterThan(14 * 60);
  expect(await told('upt2')).toEqual([
    ['Faktor kedua ditambahkan', 0],
    ['Sepuluh kode salah untuk akun Anda', 0],
  ]);
  // Who has shown it goes on; and as if the fifteen minutes had passed.
  expect(await inbox(visitor)).toBe(200);
  await database.sql`update sign_in_failures set locked_until = now() - interval '1 second'`;
  expect((await give(await signedIn('upt2'), codeOf(key))).status).toBe(200);
});

describe('where a role needs one', () => {
  test('its people add one before anything else; ops take a lost one away, and nobody the last of their own', async () => {
    const nasional = await signedIn('nasional');
    expect((await nasional.send('GET', '/v1/session')).body.secondFactor).toBe('to-add');
    expect(await inbox(nasional)).toBe('second-factor-required');
    const { key } = await addApp(nasional);
    expect(await inbox(nasional)).toBe(200);
    const last = await nasional.send('POST', '/v1/second-factors/removal', {
      password: 'demo',
      factor: 'totp',
    });
    expect([last.status, last.body.code]).toEqual([409, 'second-factor-needed']);
    // Another phone takes the place of the first, which is good until then.
    await later('nasional');
    const anew = await addApp(nasional);
    expect((await give(await signedIn('nasional'), codeOf(key, 1))).status).toBe(422);
    expect((await give(await signedIn('nasional'), codeOf(anew.key, 1))).status).toBe(200);

    const ops = await signedIn('ops');
    expect((await ops.send('GET', '/v1/users')).body.code).toBe('second-factor-required');
    await addApp(ops);
    const takeAway = (username: string) => ops.send('DELETE', `/v1/users/${username}/second-factors`);
    expect((await takeAway('ops')).body.code).toBe('own-account');
    expect((await takeAway('tidak-ada')).status).toBe(404);
    const has = async (username: string) =>
      (await ops.send('GET', '/v1/users')).body.items.find(
        (one: { username: string }) => one.username === username,
      ).hasSecondFactor;
    expect(await has('nasional')).toBe(true);
    expect((await takeAway('nasional')).status).toBe(204);
    expect(await has('nasional')).toBe(false);
    expect(await inbox(nasional)).toBe('unauthenticated');
    expect((await new Visitor(api).signIn('nasional')).body.secondFactor).toBe('to-add');
    expect((await noted('nasional')).at(-1)).toEqual(['ops', { secondFactor: 'taken-away' }]);
    expect((await told('nasional')).at(-1)).toEqual(['Faktor kedua Anda dihapus', 0]);
    // Whoever is given such a role needs one from then on, in the session that they have.
    const upt = await signedIn('eselon1');
    expect(await inbox(upt)).toBe(200);
    expect((await ops.send('PATCH', '/v1/users/eselon1', { role: 'ops' })).status).toBe(200);
    expect((await upt.send('GET', '/v1/session')).body.secondFactor).toBe('to-add');
    expect(await inbox(upt)).toBe('second-factor-required');
  });

  test('a password alone opens these routes and no other', async () => {
    // Whoever gets as far as the handler was let in, and goes no further.
    const stop: FastifyPluginCallback = (at, _options, done) => {
      at.addHook('preHandler', async (_request, reply) => reply.code(299).send());
      done();
    };
    Object.assign(stop, { [Symbol.for('skip-override')]: true });
    const { app } = await apiFor(['ops', 'national', 'echelon1'], keyRing, {
      requests: stop,
      traceId: () => undefined,
    });
    const bearer = async (username: string) => {
      const { body } = await api.send('POST', '/v1/sessions', { username, password: 'demo' });
      return { authorization: `Bearer ${body.token}` };
    };
    const openTo = async (headers: Record<string, string>, roles: readonly string[]) => {
      const found: string[] = [];
      let refused = 0;
      for (const { method, url, config } of app.routes) {
        if (method === 'HEAD' || !config?.callers?.some((one) => roles.includes(one))) continue;
        const answer = await app.inject({
          method: method as 'GET',
          url: url.replaceAll(/:\w+/g, '1'),
          headers,
          remoteAddress: `10.9.0.${refused % 250}`,
        });
        const { code } = answer.body.startsWith('{') ? answer.json<{ code?: string }>() : {};
        if (code === 'second-factor-required') refused += 1;
        else found.push(`${String(method)} ${url}`);
      }
      expect(refused).toBeGreaterThan(20);
      return found;
    };
    const always = ['GET /v1/session', 'DELETE /v1/session', 'GET /v1/second-factors', 'POST /v1/session/second-factor'];
    const adding = ['POST /v1/second-factors/totp', 'POST /v1/second-factors/totp/confirmation'];
    // eselon1 became one of ops above, and has none; upt2 has one.
    expect(await openTo(await bearer('eselon1b'), ['officer'])).toEqual([...always, ...adding]);
    expect(await openTo(await bearer('upt2'), ['officer'])).toEqual(always);
    expect((await openTo(await bearer('eselon1'), ['ops'])).filter((one) => !always.includes(one))).toEqual(
      adding,
    );
  });

  test('a token of the release before, which says nothing of it, opens nothing', async () => {
    const now = new Date();
    const token = await new Tokens(secret).sign({
      username: 'nasional',
      id: '00000000-0000-4000-8000-000000000001',
      epoch: 4,
      kind: 'bearer',
      since: now,
      issuedAt: now,
      expiresAt: new Date(now.getTime() + 60_000),
    });
    await database.sql`update users set epoch = 4 where username = 'nasional'`;
    const { body } = await api.send('GET', '/v1/session', undefined, { authorization: `Bearer ${token}` });
    expect(body.code).toBe('unauthenticated');
  });
});

test('what a key of the ring sealed is sealed anew by the one that writes now, and needs the old one no more', async () => {
  const visitor = await signedIn('instansi');
  const { key } = await addApp(visitor);
  const kept = await database.sql<{ value: string }[]>`select value from secrets where name = 'payload-keys'`;
  const old = kept[0]?.value ?? '';
  const anew = newKey();
  expect(await sealAllAnew(sql, readKeys(`${anew},${old}`, 'keys'))).toBe(0);
  const alone = readKeys(anew, 'keys');
  const { send } = await apiFor([], alone);
  await later('instansi');
  expect((await give(await signedIn('instansi', { send }), codeOf(key))).status).toBe(200);
  // Another's is no code of theirs, though somebody put it into their row.
  await database.sql`
    update totp_secrets set secret = (select secret from totp_secrets where username = 'instansi') where username = 'upt2'`;
  expect(await sealAllAnew(sql, readKeys(`${newKey()},${anew}`, 'keys'))).toBe(1);
});
