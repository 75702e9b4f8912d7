// Passkeys (decision 49): as the second factor and in place of a password; what is not one of theirs opens nothing.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { relyingPartyOf } from '../../../api/identity/second-factor/relying-party.ts';
import { Visitor } from '../../support/console/visitor.ts';
import { Accounts, type Asked, inbox, signedIn } from '../../support/factors/accounts.ts';
import { Authenticator } from '../../support/factors/authenticator.ts';

const host = 'tuntas.example.go.id';
const publicUrl = `https://${host}`;

let accounts: Accounts;
let api: Asked;
let elsewhere: Asked;
beforeAll(async () => {
  accounts = await Accounts.open();
  api = await accounts.api({ publicUrl, secondFactorRequired: ['national'] }, host);
  elsewhere = await accounts.api({ publicUrl });
});
afterAll(() => accounts?.close());

const path = '/v1/second-factors/passkeys';
const optionsOf = async (visitor: Visitor, at: string, body?: object) =>
  (await visitor.send('POST', `${at}/options`, body)).body.options;

async function add(visitor: Visitor, device: Authenticator, name = 'Laptop kantor') {
  const options = await optionsOf(visitor, path, { password: 'demo' });
  const answer = await visitor.send('POST', path, { name, response: device.make(options) });
  if (answer.status === 200) visitor.csrf = answer.body.session.csrf;
  return { options, answer };
}

test('is added with the password, given after it, and signs in alone', async () => {
  const device = new Authenticator(publicUrl);
  const visitor = await signedIn(api, 'nasional');
  expect(await inbox(visitor)).toBe('second-factor-required');
  const wrong = await visitor.send('POST', `${path}/options`, { password: 'salah' });
  expect(wrong.body.errors[0].path).toBe('password');
  const { options, answer } = await add(visitor, device);
  expect(options).toMatchObject({
    rp: { id: host },
    user: { name: 'nasional', displayName: 'Nadia Prameswari' },
    authenticatorSelection: { userVerification: 'required' },
  });
  expect([answer.status, answer.body.recoveryCodes.length, answer.body.session.secondFactor]).toEqual([
    200,
    10,
    'given',
  ]);
  expect(await inbox(visitor)).toBe(200);
  // The device knows which ones it has.
  expect((await optionsOf(visitor, path, { password: 'demo' })).excludeCredentials).toMatchObject([
    { id: device.id },
  ]);

  const next = await signedIn(api, 'nasional');
  expect((await next.send('GET', '/v1/session')).body.secondFactor).toBe('due');
  const asked = await optionsOf(next, '/v1/session/passkey');
  expect(asked.allowCredentials).toMatchObject([{ id: device.id }]);
  const given = await next.send('POST', '/v1/session/passkey', { response: device.answer(asked) });
  expect([given.status, given.body.secondFactor]).toEqual([200, 'given']);
  expect(await inbox(next)).toBe(200);

  const alone = new Visitor(api);
  expect((await alone.send('GET', '/v1/sign-in/methods')).body.passkey).toBe(true);
  const free = await optionsOf(alone, '/v1/sign-in/passkey');
  expect(free.allowCredentials ?? []).toEqual([]);
  const opened = await alone.send('POST', '/v1/sign-in/passkey', { response: device.answer(free) });
  expect([opened.status, opened.body.user.username, opened.body.secondFactor]).toEqual([
    200,
    'nasional',
    'given',
  ]);
  expect(await inbox(alone)).toBe(200);

  alone.csrf = opened.body.csrf;
  const mine = (await alone.send('GET', '/v1/second-factors')).body;
  expect(mine).toMatchObject({
    required: true,
    passkeysHere: true,
    passkeys: [{ id: device.id, name: 'Laptop kantor', lastUsedAt: expect.stringMatching(/\+07:00$/) }],
  });
  const remove = (factor: string) =>
    alone.send('POST', '/v1/second-factors/removal', { password: 'demo', factor });
  expect((await remove(device.id)).body.code).toBe('second-factor-needed');
  const second = new Authenticator(publicUrl);
  await add(alone, second, 'Kunci USB');
  expect((await remove('tidak-ada')).status).toBe(404);
  expect((await remove(device.id)).status).toBe(204);
  const gone = new Visitor(api);
  const response = device.answer(await optionsOf(gone, '/v1/sign-in/passkey'));
  expect((await gone.send('POST', '/v1/sign-in/passkey', { response })).status).toBe(422);
  expect(await accounts.noted('nasional')).toEqual([
    ['nasional', { secondFactor: 'passkey-added' }],
    ['nasional', { secondFactor: 'passkey-added' }],
    ['nasional', { secondFactor: 'passkey-removed' }],
  ]);
  expect(await accounts.told('nasional')).toEqual([
    ['Passkey ditambahkan', 0],
    ['Passkey ditambahkan', 0],
    ['Passkey dihapus', 0],
  ]);
});

test('is refused when it was not unlocked, was shown elsewhere or before, or is somebody else’s', async () => {
  const device = new Authenticator(publicUrl);
  const visitor = await signedIn(api, 'upt');
  const making = async (odd: Parameters<Authenticator['make']>[1]) => {
    const options = await optionsOf(visitor, path, { password: 'demo' });
    return (await visitor.send('POST', path, { name: 'x', response: device.make(options, odd) })).status;
  };
  expect(await making({ verified: false })).toBe(422);
  expect(await making({ origin: 'https://tuntas.example.com' })).toBe(422);
  expect((await add(visitor, device)).answer.status).toBe(200);
  // The same device at another account.
  const other = await signedIn(api, 'upt2');
  expect((await add(other, device)).answer.body.code).toBe('passkey-taken');

  const signIn = async (odd: Parameters<Authenticator['answer']>[1], by = device) => {
    const options = await optionsOf(new Visitor(api), '/v1/sign-in/passkey');
    const response = by.answer(options, odd);
    return { response, ...(await api.send('POST', '/v1/sign-in/passkey', { response })) };
  };
  for (const odd of [{ verified: false }, { origin: 'https://tuntas.example.com' }])
    expect((await signIn(odd)).body.errors?.[0].path).toBe('response');
  expect((await signIn({}, new Authenticator(publicUrl))).status).toBe(422);
  const { response, status } = await signIn({});
  expect(status).toBe(200);
  expect((await api.send('POST', '/v1/sign-in/passkey', { response })).status).toBe(422);
  // A challenge is for the session that it was given to, and for what it was given for.
  const [one, another] = [await signedIn(api, 'upt'), await signedIn(api, 'upt')];
  const theirs = device.answer(await optionsOf(one, '/v1/session/passkey'));
  const give = (who: Visitor, shown: object) => who.send('POST', '/v1/session/passkey', { response: shown });
  expect((await give(another, theirs)).status).toBe(422);
  const free = device.answer(await optionsOf(another, '/v1/sign-in/passkey'));
  expect((await give(another, free)).status).toBe(422);
  expect((await give(one, theirs)).status).toBe(200);
  // Somebody else's, after one's own password.
  const stranger = new Authenticator(publicUrl);
  await add(other, stranger);
  const mine = await signedIn(api, 'upt2');
  const shown = device.answer(await optionsOf(mine, '/v1/session/passkey'));
  expect((await give(mine, shown)).body.code).toBe('forbidden');
  expect(await inbox(mine)).toBe('second-factor-required');
  // Whoever left is nobody.
  await accounts.sql`update users set active = false where username = 'upt'`;
  expect((await signIn({})).body.code).toBe('bad-credentials');
});

test('is there at the address of the installation alone, by its name and over https', async () => {
  const visitor = await signedIn(elsewhere, 'instansi');
  expect((await visitor.send('POST', `${path}/options`, { password: 'demo' })).body.code).toBe(
    'no-passkeys-here',
  );
  const at = (protocol: 'http' | 'https', asked: string, url?: string) =>
    relyingPartyOf({ protocol, host: asked }, url)?.origin;
  expect(at('http', host, publicUrl)).toBe(publicUrl);
  expect(at('https', `evil.example`, publicUrl)).toBeUndefined();
  expect(at('http', 'localhost:3000', 'http://127.0.0.1:3000')).toBe('http://localhost:3000');
  expect(at('http', '127.0.0.1:3000', 'http://127.0.0.1:3000')).toBeUndefined();
  expect(at('https', '[::1]:3000')).toBeUndefined();
  expect(at('http', host)).toBeUndefined();
  expect(at('https', host)).toBe(publicUrl);
});
