// Whom to tell of a weakness, as RFC 9116 has it; nobody is named unless somebody set who.
import { afterAll, expect, test } from 'vitest';
import { buildApp } from '../../../api/app.ts';
import { securityContactOf } from '../../../api/operations/security-text-routes.ts';
import type { App } from '../../../api/services.ts';
import { openDatabase } from '../../../db/connection/client.ts';
import { Engine } from '../../../engine/engine.ts';
import { readSettings } from '../../../settings/read.ts';
import { FileStore } from '../../../store/file-store.ts';
import { secret } from '../../support/api.ts';
import { identityKeysText } from '../../support/runner/identity-keys.ts';

const path = '/.well-known/security.txt';
const sql = openDatabase('postgres://nobody@127.0.0.1:1/none');
const apps: App[] = [];
afterAll(async () => {
  for (const app of apps) await app.close();
  await sql.end();
});

/** The API as it starts with these settings. */
async function started(env: Record<string, string>): Promise<App> {
  const least = {
    DATABASE_URL: 'postgres://nobody@127.0.0.1:1/none',
    TUNTAS_IDENTITY_KEYS: identityKeysText,
  };
  const settings = readSettings('api', { ...least, ...env });
  const engine = Engine.fromEnvironment();
  const store = new FileStore('/nowhere');
  const securityContact = securityContactOf(settings);
  const app = await buildApp({ sql, engine, store, secret, logLevel: 'silent', securityContact });
  apps.push(app);
  return app;
}

test('says who is told, until when it holds, in which languages, and by which rules', async () => {
  const app = await started({
    SECURITY_CONTACT: 'aman@contoh.go.id',
    SECURITY_POLICY: 'https://contoh.go.id/celah',
    PUBLIC_URL: 'https://pengaduan.contoh.go.id',
  });
  const { statusCode, headers, body } = await app.inject(path);
  expect([statusCode, headers['content-type']]).toEqual([200, 'text/plain; charset=utf-8']);
  const fields = body
    .trimEnd()
    .split('\n')
    .map((line) => line.split(': ', 2));
  expect(fields).toEqual([
    ['Contact', 'mailto:aman@contoh.go.id'],
    ['Expires', expect.stringMatching(/^\d{4}-\d\d-\d\dT00:00:00\.000Z$/)],
    ['Preferred-Languages', 'id, en'],
    ['Canonical', `https://pengaduan.contoh.go.id${path}`],
    ['Policy', 'https://contoh.go.id/celah'],
  ]);
  const days = (Date.parse(fields[1]?.[1] ?? '') - Date.now()) / 86_400_000;
  expect(days).toBeGreaterThan(150);
  expect(days).toBeLessThan(365);
});

test('is short where only a form is named and nothing is reached by TLS', async () => {
  const app = await started({
    SECURITY_CONTACT: 'https://contoh.go.id/lapor',
    PUBLIC_URL: 'http://127.0.0.1:3000',
  });
  expect((await app.inject(path)).body).toMatch(
    /^Contact: https:\/\/contoh\.go\.id\/lapor\nExpires: \S+\nPreferred-Languages: id, en\n$/,
  );
});

test('is not there where nobody is named', async () => {
  const { statusCode, headers } = await (await started({})).inject(path);
  expect([statusCode, headers['content-type']]).toEqual([404, 'application/problem+json']);
});
