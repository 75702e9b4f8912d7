// The second factor (decision 49): set up, asked for, lost; and what a password alone opens where one is owed.
import type { FastifyPluginCallback } from 'fastify';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { sealAllAnew } from '../../../api/identity/second-factor/app-secret.ts';
import { codeAt, stepAt } from '../../../api/identity/second-factor/totp.ts';
import { Tokens } from '../../../api/identity/tokens.ts';
import { newKey, readKeys } from '../../../codec/key-ring.ts';
import { secret } from '../../support/api.ts';
import { Visitor } from '../../support/console/visitor.ts';
import { Accounts, type Asked, inbox, signedIn } from '../../support/factors/accounts.ts';
import { codeOf } from '../../support/factors/totp.ts';

let accounts: Accounts;
let api: Asked;
beforeAll(async () => {
  accounts = await Accounts.open();
  api = await accounts.api({ secondFactorRequired: ['ops', 'national'] });
});
afterAll(() => accounts?.close());

/** An app is set up, and the session goes on as another. Gives its key, the code that was used, and the codes on paper. */
async function addApp(visitor: Visitor): Promise<{ key: string; used: string; paper: string[] }> {
  const { status, body } = await visitor.send('POST', '/v1/second-factors/totp', { password: 'demo' });
  expect([status, body.uri]).toEqual([201, expect.stringContaining(`secret=${body.secret}&issuer=Tuntas`)]);
  const used = codeOf(body.secret);
  const added = await visitor.send('POST', '/v1/second-factors/totp/confirmation', { code: used });
  expect(added.status).toBe(200);
  visitor.csrf = added.body.session.csrf;
  return { key: body.secret, used, paper: added.body.recoveryCodes };
}

/** As if half a minute had passed: the code of now has not been used. */
const later = (username: string) =>
  accounts.sql`update totp_secrets set last_step = 0 where username = ${username}`;
const give = async (visitor: Visitor, code: string) => {
  const answer = await visitor.send('POST', '/v1/session/second-factor', { code });
  if (answer.status === 200) visitor.csrf = answer.body.csrf;
  return answer;
};

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

test('an app is added with the password, then asked for at each sign-in; no code works twice', async () => {
  await accounts.sql`
    update users set email = 'ujang@example.org', email_confirmed_at = now() where username = 'upt'`;
  const [here, there] = [await signedIn(api, 'upt'), await signedIn(api, 'upt')];
  expect((await here.send('GET', '/v1/second-factors')).body).toMatchObject({
    hasPassword: true,
    required: false,
    totp: null,
    recoveryCodes: 0,
  });
  const begin = (password: string) => here.send('POST', '/v1/second-factors/totp', { password });
  const confirm = (code: string) => here.send('POST', '/v1/second-factors/totp/confirmation', { code });
  expect((await begin('salah')).body.errors).toEqual([{ path: 'password', message: 'Kata sandi salah' }]);
  expect((await confirm('123456')).status).toBe(404);
  const begun = (await begin('demo')).body;
  expect((await confirm(codeOf(begun.secret, 5))).body.errors?.[0].path).toBe('code');
  // Nothing is asked for before it was shown to work.
  expect((await new Visitor(api).signIn('upt')).body.secondFactor).toBe('none');

  const before = here.cookieHeader();
  const { key, used, paper } = await addApp(here);
  expect(paper).toHaveLength(10);
  expect(new Set(paper.filter((code) => /^([A-Z2-7]{4}-){2}[A-Z2-7]{4}$/.test(code))).size).toBe(10);
  expect((await here.send('GET', '/v1/session')).body.secondFactor).toBe('given');
  expect(await inbox(here)).toBe(200);
  expect(await inbox(there)).toBe('unauthenticated');
  expect((await api.send('GET', '/v1/session', undefined, { cookie: before })).status).toBe(401);

  const [next, other] = [await signedIn(api, 'upt'), await signedIn(api, 'upt')];
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
  expect((await give(next, used)).body.errors?.[0].path).toBe('code');
  expect((await give(next, codeOf(key, 5))).status).toBe(422);
  const halfWay = next.cookieHeader();
  const code = codeOf(key, 1);
  const both = await Promise.all([give(next, `${code.slice(0, 3)} ${code.slice(3)}`), give(other, code)]);
  expect(both.map(({ status }) => String(status)).toSorted()).toEqual(['200', '422']);
  expect(new Set([await inbox(next), await inbox(other)])).toEqual(new Set([200, 'second-factor-required']));
  if (both[0]?.status === 200)
    expect((await api.send('GET', '/v1/session', undefined, { cookie: halfWay })).status).toBe(401);

  // A program, likewise.
  const { body } = await api.send('POST', '/v1/sessions', { username: 'upt', password: 'demo' });
  const as = (token: string) => ({ authorization: `Bearer ${token}` });
  expect([body.secondFactor, Date.parse(body.expiresAt) - Date.now() < 16 * 60_000]).toEqual(['due', true]);
  const tooSoon = await api.send('GET', '/v1/inbox', undefined, as(body.token));
  expect(tooSoon.body.code).toBe('second-factor-required');
  await later('upt');
  const proven = await api.send('POST', '/v1/session/second-factor', { code: codeOf(key) }, as(body.token));
  expect([proven.headers.get('set-cookie'), proven.body.secondFactor]).toEqual([null, 'given']);
  expect((await api.send('GET', '/v1/inbox', undefined, as(proven.body.token))).status).toBe(200);
  expect((await api.send('GET', '/v1/session', undefined, as(body.token))).status).toBe(401);

  // On paper: as people type it, once.
  const [first = '', second = ''] = paper;
  const typed = first.toLowerCase().replaceAll('-', ' ').replaceAll('o', '0').replaceAll('i', '1');
  const lost = await signedIn(api, 'upt');
  expect((await give(lost, typed)).status).toBe(200);
  expect((await give(await signedIn(api, 'upt'), first)).status).toBe(422);
  const made = await lost.send('POST', '/v1/second-factors/recovery-codes', { password: 'demo' });
  expect(made.body.recoveryCodes).toHaveLength(10);
  expect((await give(await signedIn(api, 'upt'), second)).status).toBe(422);
  expect((await lost.send('GET', '/v1/second-factors')).body).toMatchObject({
    totp: { addedAt: expect.stringMatching(/\+07:00$/) },
    recoveryCodes: 10,
  });

  const kept = JSON.stringify([
    await accounts.sql`select * from totp_secrets`,
    await accounts.sql`select * from recovery_codes`,
  ]);
  expect(kept).not.toContain(key);
  expect(kept).not.toContain(String(made.body.recoveryCodes[0]).replaceAll('-', ''));
  expect(kept.match(/\$argon2id\$/g)?.length).toBe(10);
  const removal = { password: 'demo', factor: 'totp' };
  expect((await lost.send('POST', '/v1/second-factors/removal', removal)).status).toBe(204);
  expect((await new Visitor(api).signIn('upt')).body.secondFactor).toBe('none');
  expect(await accounts.sql`select from recovery_codes where username = 'upt'`).toHaveLength(0);
  expect(await accounts.noted('upt')).toEqual([
    ['upt', { secondFactor: 'totp-added' }],
    ['upt', { recoveryCodeUsed: true }],
    ['upt', { recoveryCodes: true }],
    ['upt', { secondFactor: 'totp-removed' }],
  ]);
  expect(await accounts.told('upt')).toEqual([
    ['Faktor kedua ditambahkan', 1],
    ['Kode pemulihan dipakai', 1],
    ['Kode pemulihan baru', 1],
    ['Faktor kedua dihapus', 1],
  ]);
});

test('ten wrong codes in a row lock it for everybody who has the password, and its owner hears of it once', async () => {
  const visitor = await signedIn(api, 'upt2');
  const { key } = await addApp(visitor);
  await later('upt2');
  const others = await signedIn(api, 'upt2');
  const codes = await Promise.all(
    Array.from({ length: 14 }, (_, n) => give(others, codeOf(key, n + 5)).then(({ body }) => body.code)),
  );
  const count = (code: string) => codes.filter((one) => one === code).length;
  expect([count('invalid-fields'), count('second-factor-locked')]).toEqual([10, 4]);
  const right = await give(await signedIn(api, 'upt2'), codeOf(key));
  expect([right.status, right.body.code]).toEqual([429, 'second-factor-locked']);
  expect(Number(right.headers.get('retry-after'))).toBeGreaterThan(14 * 60);
  expect(await accounts.told('upt2')).toEqual([
    ['Faktor kedua ditambahkan', 0],
    ['Sepuluh kode salah untuk akun Anda', 0],
  ]);
  // Who has shown it goes on; and as if the fifteen minutes had passed.
  expect(await inbox(visitor)).toBe(200);
  await accounts.sql`update sign_in_failures set locked_until = now() - interval '1 second'`;
  expect((await give(await signedIn(api, 'upt2'), codeOf(key))).status).toBe(200);
});

describe('where a role needs one', () => {
  test('its people add one before anything else; ops take a lost one away, and nobody the last of their own', async () => {
    const nasional = await signedIn(api, 'nasional');
    expect((await nasional.send('GET', '/v1/session')).body.secondFactor).toBe('to-add');
    expect(await inbox(nasional)).toBe('second-factor-required');
    const { key } = await addApp(nasional);
    expect(await inbox(nasional)).toBe(200);
    const removal = { password: 'demo', factor: 'totp' };
    const last = await nasional.send('POST', '/v1/second-factors/removal', removal);
    expect([last.status, last.body.code]).toEqual([409, 'second-factor-needed']);
    // Another phone takes the place of the first, which is good until then.
    const anew = await addApp(nasional);
    expect(anew.paper).toBeNull();
    expect((await give(await signedIn(api, 'nasional'), codeOf(key, 1))).status).toBe(422);
    expect((await give(await signedIn(api, 'nasional'), codeOf(anew.key, 1))).status).toBe(200);

    const ops = await signedIn(api, 'ops');
    expect((await ops.send('GET', '/v1/users')).body.code).toBe('second-factor-required');
    await addApp(ops);
    const takeAway = (username: string) =>
      ops.send('PATCH', `/v1/users/${username}`, { withoutSecondFactor: true });
    expect((await takeAway('ops')).body.code).toBe('own-account');
    expect((await takeAway('tidak-ada')).status).toBe(404);
    const has = async (username: string) =>
      (await ops.send('GET', '/v1/users')).body.items.find(
        (one: { username: string }) => one.username === username,
      ).hasSecondFactor;
    expect(await has('nasional')).toBe(true);
    expect((await takeAway('nasional')).status).toBe(200);
    expect(await has('nasional')).toBe(false);
    expect(await inbox(nasional)).toBe('unauthenticated');
    expect((await new Visitor(api).signIn('nasional')).body.secondFactor).toBe('to-add');
    expect((await accounts.noted('nasional')).at(-1)).toEqual(['ops', { withoutSecondFactor: true }]);
    // Whoever is given such a role needs one from then on, in the session that they have.
    const raised = await signedIn(api, 'eselon1');
    expect(await inbox(raised)).toBe(200);
    expect((await ops.send('PATCH', '/v1/users/eselon1', { role: 'ops' })).status).toBe(200);
    expect((await raised.send('GET', '/v1/session')).body.secondFactor).toBe('to-add');
    expect(await inbox(raised)).toBe('second-factor-required');
  });

  test('a password alone opens these routes and no other', async () => {
    // Whoever gets as far as the handler was let in, and goes no further.
    const stop: FastifyPluginCallback = (at, _options, done) => {
      at.addHook('preHandler', async (_request, reply) => reply.code(299).send());
      done();
    };
    Object.assign(stop, { [Symbol.for('skip-override')]: true });
    const { app } = await accounts.api({
      secondFactorRequired: ['ops', 'national', 'echelon1'],
      tracing: { requests: stop, traceId: () => undefined },
    });
    const openTo = async (username: string, role: 'officer' | 'ops') => {
      const { body } = await api.send('POST', '/v1/sessions', { username, password: 'demo' });
      const found: string[] = [];
      let refused = 0;
      for (const { method, url, config } of app.routes) {
        if (method === 'HEAD' || !config?.callers?.includes(role)) continue;
        const answer = await app.inject({
          method: [method].flat()[0] as 'GET',
          url: url.replaceAll(/:\w+/g, '1'),
          headers: { authorization: `Bearer ${body.token}` },
        });
        const { code } = answer.body.startsWith('{') ? answer.json<{ code?: string }>() : {};
        if (code === 'second-factor-required') refused += 1;
        else found.push(`${String(method)} ${url}`);
      }
      expect(refused).toBeGreaterThan(20);
      return found.toSorted();
    };
    const always = [
      'GET /v1/session',
      'DELETE /v1/session',
      'GET /v1/second-factors',
      'POST /v1/session/second-factor',
      'POST /v1/session/passkey/options',
      'POST /v1/session/passkey',
    ];
    const adding = [
      'POST /v1/second-factors/totp',
      'POST /v1/second-factors/totp/confirmation',
      'POST /v1/second-factors/passkeys/options',
      'POST /v1/second-factors/passkeys',
    ];
    const all = [...always, ...adding].toSorted();
    // One of a level that needs one and has none; one who has one; one of ops who has none.
    expect(await openTo('eselon1b', 'officer')).toEqual(all);
    expect(await openTo('upt2', 'officer')).toEqual(always.toSorted());
    expect(await openTo('eselon1', 'ops')).toEqual(all);
  });

  test('a token of the release before, which says nothing of it, opens nothing', async () => {
    const now = new Date();
    await accounts.sql`update users set epoch = 4 where username = 'nasional'`;
    const token = await new Tokens(secret).sign({
      username: 'nasional',
      id: '00000000-0000-4000-8000-000000000001',
      epoch: 4,
      kind: 'bearer',
      since: now,
      issuedAt: now,
      expiresAt: new Date(now.getTime() + 60_000),
    });
    const { body } = await api.send('GET', '/v1/session', undefined, { authorization: `Bearer ${token}` });
    expect(body.code).toBe('unauthenticated');
  });
});

test('what a key of the ring sealed is sealed anew by the one that writes now, and needs the old one no more', async () => {
  const { key } = await addApp(await signedIn(api, 'instansi'));
  const [kept] = await accounts.sql<
    { value: string }[]
  >`select value from secrets where name = 'payload-keys'`;
  const anew = newKey();
  expect(await sealAllAnew(accounts.appSql, readKeys(`${anew},${kept?.value}`, 'keys'))).toBe(0);
  const alone = await accounts.api({ keyRing: readKeys(anew, 'keys') });
  await later('instansi');
  expect((await give(await signedIn(alone, 'instansi'), codeOf(key))).status).toBe(200);
  // Another's is no code of theirs, though somebody put it into their row.
  await accounts.sql`
    update totp_secrets set secret = (select secret from totp_secrets where username = 'instansi') where username = 'upt2'`;
  expect(await sealAllAnew(accounts.appSql, readKeys(`${newKey()},${anew}`, 'keys'))).toBe(1);
});
