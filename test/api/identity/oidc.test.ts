// Signing in through a real identity provider, as a browser does it: who gets in, and what happens when it goes wrong.
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { buildApp } from '../../../api/app.ts';
import type { App } from '../../../api/services.ts';
import { Oidc, pathHere } from '../../../api/identity/oidc/oidc.ts';
import { readSettings } from '../../../settings/read.ts';
import { callbackPath, oidcOf } from '../../../api/identity/oidc/settings.ts';
import { freePort } from '../../../local/parts/ports.ts';
import { Api, secret } from '../../support/api.ts';
import { identityKeysText } from '../../support/runner/identity-keys.ts';
import { clientId, clientSecret, IdentityProvider } from '../../support/servers/identity-provider.ts';

const readOidc = (env: Record<string, string>) =>
  oidcOf(
    readSettings('api', { DATABASE_URL: 'postgres://x', TUNTAS_IDENTITY_KEYS: identityKeysText, ...env }),
  );

let api: Api;
let app: App;
let base: string;
let provider: IdentityProvider | undefined;
let providerPort: number;

beforeAll(async () => {
  api = await Api.open();
  const port = await freePort();
  providerPort = await freePort();
  base = `http://127.0.0.1:${port}`;
  const oidc = readOidc({
    OIDC_ISSUER: `http://127.0.0.1:${providerPort}`,
    OIDC_CLIENT_ID: clientId,
    OIDC_CLIENT_SECRET: clientSecret,
    OIDC_NAME: 'Akun ASN',
    PUBLIC_URL: base,
  });
  app = await buildApp({
    sql: api.sql,
    engine: api.engine,
    store: api.store,
    secret,
    demoPeople: true,
    logLevel: 'silent',
    oidc,
    // Whoever comes through the provider is left to it.
    secondFactorRequired: ['ops', 'national', 'agency', 'echelon1', 'upt'],
  });
  await app.listen({ port, host: '127.0.0.1' });
});
afterAll(async () => {
  await app?.close();
  await api?.close();
});
afterEach(async () => {
  await provider?.close();
  provider = undefined;
});

const openProvider = async (names = true) => {
  provider = await IdentityProvider.open(`${base}${callbackPath}`, { port: providerPort, names });
};

/** Keeps cookies by origin, and walks where it is sent. */
class Browser {
  readonly cookies = new Map<string, Map<string, string>>();

  async get(url: URL, body?: URLSearchParams): Promise<Response> {
    const jar = this.cookies.get(url.origin) ?? new Map<string, string>();
    this.cookies.set(url.origin, jar);
    const response = await fetch(url, {
      redirect: 'manual',
      headers: { cookie: [...jar].map(([name, value]) => `${name}=${value}`).join('; ') },
      ...(body && { method: 'POST', body }),
    });
    for (const line of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      if (value === '') jar.delete(name);
      else jar.set(name, value);
    }
    return response;
  }

  /** Follows redirects, types `login` into forms, and gives the first address that `until` holds for. */
  async walk(from: URL, login: string, until: (url: URL) => boolean): Promise<URL> {
    let [url, body]: [URL, URLSearchParams | undefined] = [from, undefined];
    for (let steps = 0; steps < 20; steps += 1) {
      if (until(url)) return url;
      const response = await this.get(url, body);
      const location = response.headers.get('location');
      body = undefined;
      if (location !== null) url = new URL(location, url);
      else {
        const page = await response.text();
        const action = /<form[^>]+action="([^"]+)"/.exec(page)?.[1];
        if (action === undefined) throw new Error(`${url.href}: ${response.status} ${page}`);
        const prompt = /name="prompt" value="(\w+)"/.exec(page)?.[1] ?? '';
        url = new URL(action, url);
        body = new URLSearchParams({ prompt, login, password: 'x' });
      }
    }
    throw new Error(`Still walking at ${url.href}`);
  }

  session(): Promise<Response> {
    return this.get(new URL('/v1/session', base));
  }
}

const begin = (next = '/kotak-masuk?tab=2') =>
  new URL(`/v1/sign-in/oidc?next=${encodeURIComponent(next)}`, base);
const isCallback = (url: URL) => url.pathname === callbackPath;
const atHome = (url: URL) => url.origin === base && !url.pathname.startsWith('/v1/');
const pathOf = (url: URL) => `${url.pathname}${url.search}`;

describe('a known user', () => {
  test('comes back signed in, where they wanted to go; with code, PKCE, state and nonce', async () => {
    await openProvider();
    const browser = new Browser();
    const first = await browser.get(begin());
    const asked = new URL(first.headers.get('location') ?? '').searchParams;
    expect(Object.fromEntries(asked)).toMatchObject({
      response_type: 'code',
      client_id: clientId,
      redirect_uri: `${base}${callbackPath}`,
      code_challenge_method: 'S256',
      code_challenge: expect.stringMatching(/^[\w-]{43}$/),
      state: expect.stringMatching(/^[\w-]{43}$/),
      nonce: expect.stringMatching(/^[\w-]{43}$/),
    });
    const [line = ''] = first.headers.getSetCookie();
    expect(line).toMatch(/^tuntas_oidc=.+; Path=\/; Expires=.+; HttpOnly; SameSite=Lax$/);
    expect(pathOf(await browser.walk(begin(), 'instansi', atHome))).toBe('/kotak-masuk?tab=2');
    const session = await browser.session();
    expect([session.status, await session.json()]).toEqual([
      200,
      expect.objectContaining({
        user: expect.objectContaining({ username: 'instansi', name: 'Indra Kusuma' }),
        secondFactor: 'none',
      }),
    ]);
    expect(browser.cookies.get(base)?.has('tuntas_oidc')).toBe(false);
  });

  test('needs no password here', async () => {
    await openProvider();
    await api.sql`update users set password_hash = null where username = 'upt'`;
    const browser = new Browser();
    await browser.walk(begin(), 'upt', atHome);
    expect((await browser.session()).status).toBe(200);
    const local = await api.send('POST', '/v1/sign-in', { username: 'upt', password: 'demo' });
    expect([local.status, local.body.code]).toEqual([401, 'bad-credentials']);
  });
});

test('the claim may be the e-mail address, when the provider has verified it', async () => {
  const settings = {
    OIDC_ISSUER: `http://127.0.0.1:${providerPort}`,
    OIDC_CLIENT_ID: clientId,
    OIDC_CLIENT_SECRET: clientSecret,
    OIDC_CLAIM: 'email',
    PUBLIC_URL: base,
  };
  await api.sql`
    insert into users (username, name, role, office_id)
    values ('ida@contoh.go.id', 'Ida', 'admin', 'nasional'), ('budi@lain.example', 'Budi', 'admin', 'nasional')`;
  await openProvider();
  const byMail = new Oidc(readOidc(settings) ?? expect.fail(), secret);
  const come = async (login: string) => {
    const { location, pending } = await byMail.begin('/');
    const back = await new Browser().walk(location, login, isCallback);
    return byMail.finish(back.search, pending);
  };
  expect(await come('ida@contoh.go.id')).toMatchObject({ username: 'ida@contoh.go.id', next: '/' });
  // Told as a text, as some do.
  expect(await come('tuti@teks.example')).toMatchObject({ username: 'tuti@teks.example', next: '/' });
  expect(await come('budi@lain.example')).toMatchObject({ username: undefined, next: '/' });
});

test('a person is known by issuer and subject: their name at the provider may become another’s', async () => {
  const issuer = `http://127.0.0.1:${providerPort}`;
  await openProvider();
  const come = async (login: string) => {
    const browser = new Browser();
    await browser.walk(begin(), login, atHome);
    return ((await (await browser.session()).json()) as { user?: { username: string } }).user?.username;
  };
  const link = (username: string, subject: string) => api.sql`
    update users set oidc_issuer = ${issuer}, oidc_subject = ${subject} where username = ${username}`;
  expect(await come('eselon1')).toBe('eselon1');
  expect((await api.sql`select oidc_issuer, oidc_subject from users where username = 'eselon1'`)[0]).toEqual({
    oidcIssuer: issuer,
    oidcSubject: 'eselon1',
  });
  // Who was called so before was somebody else.
  await link('eselon1b', 'nomor-pegawai-17');
  expect(await come('eselon1b')).toBeUndefined();
  // Linked to who has another name here.
  await link('instansi2', 'nama-baru');
  expect(await come('nama-baru')).toBe('instansi2');
  const unlink = await api.as('ops', 'PATCH', '/v1/users/eselon1b', { unlink: true });
  expect(unlink.body.linked).toBe(false);
  expect(await come('eselon1b')).toBe('eselon1b');
  const [change] = await api.sql`
    select by, change from admin_changes where subject = 'eselon1b' order by id desc limit 1`;
  expect(change).toEqual({ by: 'eselon1b', change: { linkedTo: issuer } });
});

describe('nowhere gets', () => {
  test.each([
    ['a user that nobody entered', 'orang-lain', true],
    ['one who left', 'upt2', true],
    ['one of whom the provider tells no name', 'nasional', false],
  ])('%s', async (_who, login, names) => {
    await openProvider(names);
    await api.sql`update users set active = false where username = 'upt2'`;
    const browser = new Browser();
    expect(pathOf(await browser.walk(begin(), login, atHome))).toBe('/masuk?salah=tidak-terdaftar');
    expect((await browser.session()).status).toBe(401);
  });

  test('who comes back in another browser, with another state, or twice', async () => {
    await openProvider();
    const browser = new Browser();
    const callback = await browser.walk(begin(), 'instansi', isCallback);
    const goTo = async (who: Browser, url: URL) => (await who.get(url)).headers.get('location');
    expect(await goTo(new Browser(), callback)).toBe('/masuk?salah=kedaluwarsa');
    const pending = new Map(browser.cookies.get(base));
    const forged = new URL(callback);
    forged.searchParams.set('state', 'x');
    expect(await goTo(browser, forged)).toBe('/masuk?salah=gagal');
    // The right one.
    browser.cookies.set(base, new Map(pending));
    expect(await goTo(browser, callback)).toBe('/kotak-masuk?tab=2');
    const replay = new Browser();
    replay.cookies.set(base, new Map(pending));
    expect(await goTo(replay, callback)).toBe('/masuk?salah=gagal');
    expect((await replay.session()).status).toBe(401);
  });

  test('who declines at the provider, or whose pending sign-in was tampered with', async () => {
    await openProvider();
    const browser = new Browser();
    const { searchParams } = new URL((await browser.get(begin())).headers.get('location') ?? '');
    const declined = new URL(callbackPath, base);
    declined.search = String(
      new URLSearchParams({
        error: 'access_denied',
        state: searchParams.get('state') ?? '',
        iss: provider?.issuer ?? '',
      }),
    );
    const pending = browser.cookies.get(base)?.get('tuntas_oidc') ?? '';
    expect((await browser.get(declined)).headers.get('location')).toBe('/masuk?salah=ditolak');
    browser.cookies.set(base, new Map([['tuntas_oidc', `${pending.slice(0, -2)}xx`]]));
    expect((await browser.get(declined)).headers.get('location')).toBe('/masuk?salah=kedaluwarsa');
  });
});

test('a provider that is away leaves the local way in, and is found again when it is back', async () => {
  // Another API, which has not met the provider yet.
  const oidc = readOidc({
    OIDC_ISSUER: `http://127.0.0.1:${providerPort}`,
    OIDC_CLIENT_ID: clientId,
    OIDC_CLIENT_SECRET: clientSecret,
    PUBLIC_URL: base,
  });
  const fresh = await buildApp({
    sql: api.sql,
    engine: api.engine,
    store: api.store,
    secret,
    demoPeople: true,
    logLevel: 'silent',
    oidc,
  });
  const ask = () => fresh.inject('/v1/sign-in/oidc');
  const away = await ask();
  expect([away.statusCode, away.headers.location]).toEqual([302, '/masuk?salah=penyedia-tidak-tersedia']);
  const payload = { username: 'nasional', password: 'demo' };
  expect((await fresh.inject({ method: 'POST', url: '/v1/sign-in', payload })).statusCode).toBe(200);
  await openProvider();
  expect((await ask()).headers.location).toContain(`:${providerPort}/auth`);
  await fresh.close();
  // And one that goes away on the way.
  const browser = new Browser();
  const callback = await browser.walk(begin(), 'instansi', isCallback);
  await provider?.close();
  const location = (await browser.get(callback)).headers.get('location');
  expect(location).toBe('/masuk?salah=penyedia-tidak-tersedia');
});

test('the ways to sign in are told', async () => {
  expect((await app.inject('/v1/sign-in/methods')).json()).toEqual({
    local: true,
    passkey: true,
    oidc: { name: 'Akun ASN', url: '/v1/sign-in/oidc' },
  });
  expect((await api.send('GET', '/v1/sign-in/methods')).body).toEqual({
    local: true,
    passkey: false,
    oidc: null,
  });
  expect((await api.send('GET', '/v1/sign-in/oidc')).status).toBe(404);
});

test.each([
  ['/laporan/LAP-1?x=1#y', '/laporan/LAP-1?x=1#y'],
  [undefined, '/'],
  ['', '/'],
  ['https://lain.example', '/'],
  ['//lain.example', '/'],
  ['/\\lain.example', '/'],
  ['/.//lain.example', '/'],
  ['/\t/lain.example', '/'],
  ['javascript:alert(1)', '/'],
])('after signing in one goes to %j as %s', (next, path) => {
  expect(pathHere(next)).toBe(path);
});
