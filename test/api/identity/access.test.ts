// Who may see and do what: by function, by object, by field (reading 14).
import fastify, { type FastifyPluginCallback } from 'fastify';
import { SignJWT } from 'jose';
import { createHmac, randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { scopes as allScopes } from '../../../contract/api-keys.ts';
import { enforceCallers } from '../../../api/identity/access.ts';
import { keepNotes } from '../../../api/operations/noted.ts';
import type { App } from '../../../api/services.ts';
import { Api, type Driven, metricsToken, secret } from '../../support/api.ts';
import { textOf } from '../../support/payloads.ts';

let api: Api;
let r: Driven;
beforeAll(async () => {
  api = await Api.open();
  r = await api.report();
  await r.toRow8();
});
afterAll(() => api?.close());

const everybody = ['nasional', 'instansi', 'instansi2', 'eselon1', 'eselon1b', 'upt', 'upt2', 'ops'];

describe('object: a report at row 8 of Ditjen Pelayanan', () => {
  test.each([
    ['nasional', 200, 403, 'not-holder'],
    ['instansi', 200, 403, 'not-holder'],
    ['eselon1', 200, 200, undefined],
    ['ops', 200, 403, 'forbidden'],
    ['instansi2', 404, 404, 'not-found'],
    ['eselon1b', 404, 404, 'not-found'],
    ['upt', 404, 404, 'not-found'],
  ])('%s: sees %d, decides %d', async (who, sees, decides, code) => {
    expect((await r.seenBy(who)).status).toBe(sees);
    expect((await api.as(who, 'GET', `${r.path}/events`)).status).toBe(sees);
    const { items } = (await api.as(who, 'GET', '/v1/complaints')).body;
    expect(items.some(({ number }: { number: string }) => number === r.number)).toBe(sees === 200);
    const decided = await r.decide(who, { action: 'respond', text: 'Masih kami kerjakan.' });
    expect([decided.status, decided.body.code]).toEqual([decides, code]);
  });

  test('another’s report and one that does not exist look the same', async () => {
    const strip = ({ status, body }: { status: number; body: { requestId?: string } }) => {
      const { requestId: _, ...rest } = body;
      return { status, rest };
    };
    const theirs = await r.seenBy('instansi2');
    const nobodys = await api.as('instansi2', 'GET', '/v1/complaints/LAP-2026-999999');
    expect(strip(theirs)).toEqual(strip(nobodys));
    const wrongKey = await api.send('GET', r.path, undefined, { 'x-access-key': 'AAAA' });
    const wrongNumber = await api.send('GET', '/v1/complaints/LAP-2026-999999', undefined, {
      'x-access-key': r.key,
    });
    expect(strip(wrongKey)).toEqual(strip(wrongNumber));
    expect(wrongKey.status).toBe(404);
    const spoken = await api.send(
      'POST',
      `${r.path}/replies`,
      { type: 'reply', text: 'x' },
      { 'x-access-key': 'AAAA' },
    );
    expect(strip(spoken)).toEqual(strip(wrongNumber));
  });

  test('who once held it still sees it, and those above; a sister unit never', async () => {
    const moved = await api.report();
    await moved.decide('nasional', { action: 'dispose', officeId: 'kementerian-contoh' });
    await moved.decide('instansi', { action: 'receive' });
    await moved.decide('instansi', { action: 'return', reason: 'Bukan kewenangan kami.' });
    await moved.decide('nasional', { action: 'dispose', officeId: 'badan-contoh' });
    expect((await moved.seenBy('instansi')).status).toBe(200);
    expect((await moved.seenBy('instansi2')).status).toBe(200);
    expect((await moved.seenBy('eselon1')).status).toBe(404);
    expect((await moved.decide('instansi', { action: 'receive' })).body.code).toBe('not-holder');
    // Why it was returned is for those whose return it was, and those above.
    for (const [who, reads] of Object.entries({ nasional: true, instansi: true, instansi2: false })) {
      const { items } = (await api.as(who, 'GET', '/v1/reports/returns/latest')).body;
      const own = items.find(({ number }: { number: string }) => number === moved.number);
      expect([who, own?.reason]).toEqual([who, reads ? 'Bukan kewenangan kami.' : undefined]);
    }
  });
});

describe('field: who reports', () => {
  test.each([
    ['terbuka', { nasional: true, instansi: true, eselon1: true, ops: false }],
    ['rahasia', { nasional: true, instansi: true, eselon1: true, ops: false }],
    ['anonim', { nasional: true, instansi: false, eselon1: false, ops: false }],
  ])('%s', async (confidentiality, known) => {
    const own = await api.report({
      confidentiality,
      reporter: { name: 'Siti Rahmawati', nik: '3200000000000001' },
    });
    await own.toRow8();
    for (const [who, knows] of Object.entries(known)) {
      const { body } = await own.seenBy(who);
      expect([who, body.reporter?.name]).toEqual([who, knows ? 'Siti Rahmawati' : undefined]);
      const nik = JSON.stringify(body).includes('3200000000000001');
      expect([who, nik]).toEqual([who, who === 'nasional']);
    }
  });

  test('nothing of it is in the workflow: history, id, summary, search attributes, record', async () => {
    const own = await api.report({
      title: 'Judul yang rahasia sekali',
      description: 'Uraian yang rahasia sekali',
      confidentiality: 'anonim',
      reporter: {
        name: 'Siti Rahmawati',
        email: 'siti@example.org',
        phone: '081200001111',
        nik: '3200000000000001',
      },
    });
    await own.toRow8();
    const handle = api.client.workflow.getHandle(own.number);
    const plain = await textOf([await handle.fetchHistory(), await handle.describe()], api.codec);
    // The payloads were read: an office's words do travel.
    expect(plain).toContain('Sedang kami periksa.');
    expect(plain).not.toMatch(/Siti|siti@|0812|32000000|rahasia sekali/);
    expect(JSON.stringify(await own.events())).not.toMatch(/Siti|siti@|0812|32000000/);
  });
});

describe('function: every route of the router', () => {
  let app: App;
  beforeAll(async () => {
    // Whoever gets as far as the handler was let in, and goes no further.
    const stop: FastifyPluginCallback = (at, _options, done) => {
      at.addHook('preHandler', async (_request, reply) => reply.code(299).send());
      done();
    };
    Object.assign(stop, { [Symbol.for('skip-override')]: true });
    const tracing = { requests: stop, traceId: () => undefined };
    app = await api.replica({ codec: api.codec, metrics: { token: metricsToken }, tracing });
  });
  afterAll(() => app?.close());

  test('lets in whom it declares, refuses everybody else before it reads anything, and asks a cookie for more', async () => {
    const bearer = (token: string) => ({ authorization: `Bearer ${token}` });
    const officers = { eselon1: ['officer'], nasional: ['officer', 'national'], ops: ['ops'] };
    const callers: { as: string[]; headers: Record<string, string> }[] = [
      { as: [], headers: {} },
      { as: [], headers: bearer('x') },
      { as: ['reporter'], headers: { 'x-access-key': r.key } },
      { as: ['scraper'], headers: bearer(metricsToken) },
    ];
    for (const [who, as] of Object.entries(officers))
      callers.push({ as, headers: bearer(await api.tokenOf(who)) });
    // A key opens what its office may and it was made for; without a scope a route is closed to keys.
    const ofUnit = await api.keyOf('ditjen-pelayanan', allScopes);
    const ofNational = await api.keyOf('nasional', allScopes);
    callers.push({ as: ['key', 'officer'], headers: bearer(ofUnit) });
    callers.push({ as: ['key', 'officer', 'national'], headers: bearer(ofNational) });
    const narrow = new Map<string, string>();
    for (const scope of allScopes) narrow.set(scope, await api.keyOf('nasional', [scope]));
    const signIn = { username: 'eselon1', password: 'demo' };
    const signedIn = await api.send('POST', '/v1/sign-in', signIn);
    const cookie = signedIn.headers.get('set-cookie')?.split(';')[0] ?? '';
    let asked = 0;
    const routes = app.routes.flatMap(({ method, ...one }) =>
      [method].flat().map((each) => ({ ...one, method: each })),
    );
    for (const { method, url, config } of routes) {
      const open = new Set<string>(config?.callers);
      const isForUsers = ['officer', 'national', 'ops'].some((one) => open.has(one));
      const ask = async (headers: Record<string, string>) => {
        const path = url.replace(':number', r.number).replaceAll(/:\w+/g, '1');
        const remoteAddress = `10.9.${asked >> 8}.${(asked += 1) & 255}`;
        const body = method === 'GET' || method === 'HEAD' ? {} : { payload: '{' };
        const answer = await app.inject({
          method: method as 'GET',
          url: path,
          headers,
          remoteAddress,
          ...body,
        });
        const { code } = answer.body.startsWith('{') ? answer.json<{ code?: string }>() : {};
        return [401, 403].includes(answer.statusCode) ? (code ?? answer.statusCode) : 'let in';
      };
      for (const { as, headers } of callers) {
        const brings = 'authorization' in headers;
        const opens = !as.includes('key') || config?.scopes !== undefined;
        const isLetIn =
          (opens && as.some((one) => open.has(one))) || (open.has('anyone') && !(brings && isForUsers));
        const isUser = as.some((one) => ['officer', 'ops'].includes(one));
        const refusal = isUser && isForUsers ? 'forbidden' : 'unauthenticated';
        const got = method === 'HEAD' ? undefined : await ask(headers);
        if (got) expect([method, url, as, got]).toEqual([method, url, as, isLetIn ? 'let in' : refusal]);
      }
      for (const [scope, key] of config?.scopes && method !== 'HEAD' ? narrow : []) {
        const want = config?.scopes?.some((one) => one === scope) ? 'let in' : 'forbidden';
        expect([method, url, scope, await ask(bearer(key))]).toEqual([method, url, scope, want]);
      }
      if (!open.has('officer') || open.has('anyone')) continue;
      const reads = method === 'GET' || method === 'HEAD' || config?.changesNothing;
      expect([method, url, await ask({ cookie })]).toEqual([method, url, reads ? 'let in' : 'csrf']);
    }
    expect(asked).toBeGreaterThan(400);
  });

  test('what is for anyone is written down here too', () => {
    const open = app.routes.filter(
      ({ url, config }) => url.startsWith('/v1') && config?.callers?.includes('anyone'),
    );
    expect(
      open.map(({ method, url }) => `${String(method)} ${url}`).filter((one) => !one.startsWith('HEAD')),
    ).toEqual([
      'POST /v1/sessions',
      'POST /v1/sign-in',
      'POST /v1/sign-in/passkey/options',
      'POST /v1/sign-in/passkey',
      'GET /v1/sign-in/methods',
      'GET /v1/sign-in/oidc',
      'GET /v1/sign-in/oidc/callback',
      'POST /v1/complaints',
      'POST /v1/email-confirmations',
      'POST /v1/access-key-codes',
      'POST /v1/access-keys',
      'POST /v1/ratings',
      'GET /v1/agencies',
      'GET /v1/register',
      'GET /v1/register/:number',
      'POST /v1/register/similar',
      'POST /v1/register/:number/followers',
      'PATCH /v1/register/:number/followers',
      'DELETE /v1/register/:number/followers',
      'GET /v1/usual-times',
      'GET /v1/regions',
      'GET /v1/regions/:code',
      'GET /v1/map',
      'GET /v1/categories',
      'GET /v1/performance',
      'GET /v1/performance.csv',
    ]);
  });

  test('so is what an API key opens: nothing of sessions, accounts, rules and operations', () => {
    const open = app.routes.filter(({ method, config }) => method !== 'HEAD' && config?.scopes);
    expect(
      open.map(({ method, url, config }) => `${String(method)} ${url} ${config?.scopes?.join(' ')}`),
    ).toEqual([
      'POST /v1/complaints complaints:file',
      'POST /v1/imports complaints:file',
      'GET /v1/complaints/:number complaints:read',
      'POST /v1/complaints/:number/references complaints:decide',
      'POST /v1/complaints/:number/consultations complaints:decide',
      'POST /v1/complaints/:number/consultations/:id/answer complaints:decide',
      'DELETE /v1/complaints/:number/consultations/:id complaints:decide',
      'GET /v1/inbox complaints:read',
      'GET /v1/inbox/counts complaints:read',
      'GET /v1/disposed complaints:read',
      'GET /v1/complaints complaints:read',
      'POST /v1/complaints/:number/decisions complaints:decide',
      'POST /v1/complaints/:number/decisions/preview complaints:decide',
      'GET /v1/complaints/:number/events complaints:read',
      `GET /v1/offices ${allScopes.join(' ')}`,
      'GET /v1/reports/summary figures:read',
      'GET /v1/reports/returns figures:read',
      'GET /v1/reports/complaints.csv figures:read',
      'GET /v1/reports/events.csv figures:read',
      'GET /v1/reports/events.xes figures:read',
      'GET /v1/reports/complaints.xlsx figures:read',
      'POST /v1/decisions complaints:decide',
      'GET /v1/webhooks webhooks:manage',
      'POST /v1/webhooks webhooks:manage',
      'PATCH /v1/webhooks/:id webhooks:manage',
      'DELETE /v1/webhooks/:id webhooks:manage',
      'POST /v1/webhooks/:id/secret webhooks:manage',
      'POST /v1/webhooks/:id/test webhooks:manage',
      'GET /v1/webhooks/:id/deliveries webhooks:manage',
      'GET /v1/complaints/:number/attachments complaints:read',
      'GET /v1/complaints/:number/attachments/:id complaints:read',
    ]);
  });

  test('so is what goes before the rest when more comes than can be done: what decides, and what is filed', () => {
    const first = app.routes.filter(({ config }) => config?.precedence);
    expect(
      first.map(({ method, url, config }) => `${String(method)} ${url} ${config?.precedence}`).toSorted(),
    ).toEqual([
      'DELETE /v1/complaints/:number/consultations/:id decision',
      'DELETE /v1/complaints/:number/drafts/:action/sending decision',
      'DELETE /v1/sendings/:batch decision',
      'PATCH /v1/complaints/:number decision',
      'POST /v1/complaints filing',
      'POST /v1/complaints/:number/consultations decision',
      'POST /v1/complaints/:number/consultations/:id/answer decision',
      'POST /v1/complaints/:number/decisions decision',
      'POST /v1/complaints/:number/drafts/:action/sending decision',
      'POST /v1/complaints/:number/drafts/:action/sending/now decision',
      'POST /v1/complaints/:number/replies decision',
      'POST /v1/decisions many-decisions',
      'POST /v1/sendings many-decisions',
      'POST /v1/sendings/:batch/now decision',
    ]);
  });

  test('one that does not declare its callers, or as one of ops what it changes, does not start', async () => {
    const bare = fastify();
    enforceCallers(bare, { patienceMs: 1_000 } as Parameters<typeof enforceCallers>[1]);
    keepNotes(bare);
    const config = { callers: ['ops'] as const };
    expect(() => bare.get('/v1/new', () => 'new')).toThrow('GET /v1/new does not say who may call it');
    expect(() => bare.delete('/v1/new', { config }, () => 'new')).toThrow(
      'DELETE /v1/new does not say what it changes',
    );
    // What was changed without a note of it is no success.
    bare.post('/v1/new', { config: { callers: ['anyone'], changes: 'office' } }, () => 'new');
    const { statusCode, body } = await bare.inject({ method: 'POST', url: '/v1/new' });
    expect([statusCode, body]).toEqual([500, expect.stringContaining('wrote no note of it')]);
  });
});

describe('sessions', () => {
  test('a forged, an expired and an unsigned token, and a user who left, are 401', async () => {
    const key = createHmac('sha256', secret).update('session').digest();
    const token = (signedBy: Uint8Array, expires: string) =>
      new SignJWT({ epoch: 1, since: Math.floor(Date.now() / 1000) })
        .setProtectedHeader({ alg: 'HS256' })
        .setIssuer('tuntas')
        .setAudience('bearer')
        .setSubject('nasional')
        .setJti(randomUUID())
        .setIssuedAt()
        .setExpirationTime(expires)
        .sign(signedBy);
    const head = Buffer.from('{"alg":"none"}').toString('base64url');
    const unsigned = `${head}.${Buffer.from('{"sub":"nasional","iss":"tuntas"}').toString('base64url')}.`;
    const use = async (value: string) =>
      (await api.send('GET', '/v1/inbox', undefined, { authorization: `Bearer ${value}` })).status;
    expect(await use(await token(key, '1h'))).toBe(200);
    expect(await use(await token(Buffer.alloc(32, 1), '1h'))).toBe(401);
    expect(await use(await token(key, '-1s'))).toBe(401);
    expect(await use(unsigned)).toBe(401);
    await api.tokenOf('upt2');
    await api.sql`update users set active = false where username = 'upt2'`;
    expect((await api.as('upt2', 'GET', '/v1/inbox')).status).toBe(401);
    await api.sql`update users set active = true where username = 'upt2'`;
  });

  test('log-in answers who it is; a wrong name and a wrong password look the same; ten wrong ones lock', async () => {
    const { status, body } = await api.send('POST', '/v1/sessions', {
      username: 'eselon1',
      password: 'demo',
    });
    expect(status).toBe(200);
    expect(body).toEqual({
      token: expect.any(String),
      expiresAt: expect.stringMatching(/\+07:00$/),
      mustChangePassword: false,
      secondFactor: 'none',
      user: {
        username: 'eselon1',
        name: 'Eka Saputra',
        role: 'admin',
        language: null,
        office: { id: 'ditjen-pelayanan', name: 'Direktorat Jenderal Pelayanan', level: 'echelon1' },
      },
    });
    const [user] = await api.sql`select password_hash from users where username = 'eselon1'`;
    expect(user?.passwordHash).toMatch(/^\$argon2id\$/);
    const wrong = (username: string) => api.send('POST', '/v1/sessions', { username, password: 'salah' });
    const [name, password] = [await wrong('tidak-ada'), await wrong('upt')];
    expect([name.status, name.body.code]).toEqual([password.status, password.body.code]);
    expect(name.status).toBe(401);
    for (let n = 0; n < 9; n += 1) await wrong('upt');
    const late = await api.send('POST', '/v1/sessions', { username: 'upt', password: 'demo' });
    expect([late.status, late.body.code]).toEqual([429, 'locked']);
    expect(Number(late.headers.get('retry-after'))).toBeGreaterThan(0);
  });

  test('no answer tells a password hash or an access key’s hash', async () => {
    for (const who of everybody.filter((name) => name !== 'upt')) {
      for (const path of ['/v1/inbox', '/v1/complaints', '/v1/offices', r.path]) {
        expect(JSON.stringify((await api.as(who, 'GET', path)).body)).not.toMatch(/argon2|[Hh]ash/);
      }
    }
  });
});
