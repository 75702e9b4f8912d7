// The page "first integration in five minutes", word for word against the running product; and what else an API key is (decision 43).
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { sendDigests } from '../../../activities/scheduled/digest.ts';
import { hashOfApiKey, newKey } from '../../../api/identity/keys/key-text.ts';
import { scopes } from '../../../contract/api-keys.ts';
import { freePort } from '../../../local/parts/ports.ts';
import { Api } from '../../support/api.ts';

let api: Api;
beforeAll(async () => {
  api = await Api.open();
});
afterAll(() => api?.close());

const page = readFileSync(new URL('../../../api/docs/mulai.md', import.meta.url), 'utf8');
const pieces = [...page.matchAll(/```sh\n(.*?)```/gs)].map(([, piece = '']) => piece);
const bearer = (key: string) => ({ authorization: `Bearer ${key}` });

test('copied piece by piece it goes from the key to a webhook whose signature is right', async () => {
  const key = await api.keyOf(
    'kementerian-contoh',
    scopes.filter((one) => one !== 'figures:read'),
    'Tiket Contoh',
  );
  const port = await freePort();
  const own: Record<string, string> = {
    TUNTAS: api.base,
    KUNCI: key,
    INSTANSI: 'kementerian-contoh',
    PENERIMA: `http://127.0.0.1:${port}/webhook`,
    PORT: String(port),
  };
  const [first = '', ...others] = pieces;
  // The first one is the reader's own, and all of it.
  expect([...first.matchAll(/^export (\w+)=/gm)].map(([, name]) => name)).toEqual(Object.keys(own));
  const exports = Object.entries(own).map(([name, value]) => `export ${name}='${value}'`);
  const folder = mkdtempSync(join(tmpdir(), 'tuntas-first-'));
  const script = ['set -euo pipefail', ...exports, ...others, 'wait'].join('\n');
  const run = spawn('bash', ['-c', script], {
    cwd: folder,
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  try {
    await new Promise<void>((resolve, reject) => {
      const hear = (part: Buffer) => {
        said += part;
        if (/sah: |ditolak/.test(said)) resolve();
      };
      run.stdout.on('data', hear);
      run.stderr.on('data', hear);
      run.once('exit', () => reject(new Error(said)));
      // Where it stands still, with what it said.
      setTimeout(() => reject(new Error(said)), 40_000).unref();
    });
  } finally {
    process.kill(-(run.pid ?? 0), 'SIGKILL');
    await once(run, 'close');
    rmSync(folder, { recursive: true });
  }
  expect(said).toContain('sah: webhook.test');
  expect(said).toContain('"reporter": null');
  const number = /LAP-\d{4}-\d{6}/.exec(said)?.[0] ?? '';
  const path = `/v1/complaints/${number}`;
  // On record it is the office's, by its program; the reporter hears of the office alone.
  const { items } = (await api.as('instansi', 'GET', `${path}/events`)).body;
  expect(items.find(({ type }: { type: string }) => type === 'received').actor).toEqual({
    role: 'agency',
    officeId: 'kementerian-contoh',
    name: 'Tiket Contoh (kunci API)',
  });
  const seen = (await api.as('instansi', 'GET', path)).body;
  expect(seen).toMatchObject({
    reporter: { name: 'Siti Rahmawati' },
    references: [{ source: 'tiket', id: '2026-000123', by: 'Tiket Contoh (kunci API)' }],
    filedBy: { name: 'Tiket Contoh (kunci API)' },
  });
  // Other offices' reports are not for its eyes.
  const other = await api.report({ agencyId: 'badan-contoh' });
  expect((await api.send('GET', other.path, undefined, bearer(key))).status).toBe(404);
});

test('a key is kept as a hash, ends, is revoked at once, and ops hear of its end before', async () => {
  const key = await api.keyOf('ditjen-pelayanan', ['complaints:read', 'figures:read']);
  const use = async (text = key, path = '/v1/inbox') => api.send('GET', path, undefined, bearer(text));
  expect((await use()).status).toBe(200);
  expect((await use(key, '/v1/reports/summary')).status).toBe(200);
  const denied = await api.send('POST', '/v1/complaints', {}, bearer(key));
  expect([denied.status, denied.body.detail]).toEqual([
    403,
    'Kunci API ini tidak mempunyai cakupan complaints:file.',
  ]);
  const [row] = await api.sql`select * from api_keys where hint = ${key.slice(-4)}`;
  expect(JSON.stringify(row)).not.toContain(key.slice(7, -4));
  expect(row?.hash.toString('hex')).toBe(hashOfApiKey(key));
  // A sign more or less is known for what it is, without a question to the database.
  expect(
    [newKey(), newKey()].map((one) => /^tuntas_\w{38}$/.test(one) && hashOfApiKey(one) !== undefined),
  ).toEqual([true, true]);
  const mistyped = `${key.slice(0, 10)}${key[10] === 'x' ? 'y' : 'x'}${key.slice(11)}`;
  expect([hashOfApiKey(mistyped), (await use(mistyped)).status]).toEqual([undefined, 401]);
  const listed = async () =>
    (await api.as('ops', 'GET', '/v1/api-keys')).body.items.find(({ id }: { id: string }) => id === row?.id);
  expect(await listed()).toMatchObject({
    office: { id: 'ditjen-pelayanan' },
    hint: key.slice(-4),
    lastUsedAt: expect.stringMatching(/:00:00\.000\+07:00$/),
    state: 'open',
  });
  // It belongs to who answers for it and to its office.
  expect((await api.as('eselon1', 'GET', '/v1/api-keys')).status).toBe(403);
  for (const [change, back, state] of [
    [
      api.sql`update api_keys set expires_at = now(), created_at = now() - interval '1 day' where id = ${row?.id}`,
      api.sql`update api_keys set expires_at = now() + interval '13 days' where id = ${row?.id}`,
      'expired',
    ],
    [
      api.sql`update offices set active = false where id = 'ditjen-pelayanan'`,
      api.sql`update offices set active = true where id = 'ditjen-pelayanan'`,
      'office-ended',
    ],
  ] as const) {
    await change;
    expect([(await use()).status, (await listed()).state]).toEqual([401, state]);
    await back;
    expect((await use()).status).toBe(200);
  }
  const scheduledAt = new Date().toISOString();
  for (const _ of ['twice', 'is once'])
    await sendDigests(api.sql, false, { zone: 'Asia/Jakarta', scheduledAt });
  const told = (await api.as('ops', 'GET', '/v1/notifications')).body.items;
  expect(told.filter(({ kind }: { kind: string }) => kind === 'api-key-ends')).toMatchObject([
    { subject: 'Kunci API Sistem tiket segera berakhir' },
  ]);
  expect((await api.as('ops', 'DELETE', `/v1/api-keys/${row?.id}`)).status).toBe(204);
  expect([(await use()).status, (await listed()).state]).toEqual([401, 'revoked']);
  expect((await api.as('ops', 'DELETE', '/v1/api-keys/none')).status).toBe(404);
  const noted = await api.sql`select what, change from admin_changes where subject = ${row?.id} order by id`;
  expect(noted).toMatchObject([
    { what: 'api-key', change: { officeId: 'ditjen-pelayanan', scopes: 'complaints:read figures:read' } },
    { what: 'api-key', change: { revoked: true } },
  ]);
});

test('a year is the longest, and one key asks so much in a minute', async () => {
  const day = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
  const make = (some: object) =>
    api.as('ops', 'POST', '/v1/api-keys', {
      officeId: 'kementerian-contoh',
      name: 'Dasbor',
      scopes: ['figures:read'],
      expiresOn: day(30),
      ...some,
    });
  for (const [some, field] of [
    [{ expiresOn: day(370) }, 'expiresOn'],
    [{ expiresOn: day(-2) }, 'expiresOn'],
    [{ officeId: 'none' }, 'officeId'],
    [{ scopes: [] }, 'scopes'],
    [{ scopes: ['identities:read'] }, 'scopes.0'],
  ] as const) {
    const { status, body } = await make(some);
    expect([status, body.errors[0].path]).toEqual([422, field]);
  }
  const { key } = (await make({ expiresOn: day(364) })).body;
  const replica = await api.replica({ keyRequestsPerMinute: 2 });
  const asked = [];
  for (let n = 0; n < 3; n += 1)
    asked.push(await replica.inject({ url: '/v1/offices', headers: bearer(key) }));
  await replica.close();
  expect(asked.map(({ statusCode }) => statusCode)).toEqual([200, 200, 429]);
  expect(asked[1]?.headers).toMatchObject({ 'x-ratelimit-limit': '2', 'x-ratelimit-remaining': '0' });
});
