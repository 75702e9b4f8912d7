// What settings may hold: read in one way, refused with one sentence, by every process that reads them.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { environmentFor } from '../../settings/environment.ts';
import { factsOf } from '../../settings/kind.ts';
import { known, partOf } from '../../settings/known.ts';
import { readSettings } from '../../settings/read.ts';
import { type Reader, readers } from '../../settings/setting.ts';
import { identityKeysText } from '../support/runner/identity-keys.ts';
import { runProgram } from '../support/program.ts';

const names = Object.keys(known);
const processes = Object.keys(readers) as Reader[];
/** All that must be set, as somebody would. */
const least = {
  DATABASE_URL: 'postgres://tuntas@127.0.0.1/tuntas',
  TUNTAS_IDENTITY_KEYS: identityKeysText,
};
const api = (env: Record<string, string> = {}) => readSettings('api', { ...least, ...env });
const fault = (reader: Reader, env: Record<string, string>) => {
  try {
    readSettings(reader, { ...least, ...env });
  } catch (error) {
    return (error as Error).message;
  }
  return undefined;
};

test.each<[string, string, unknown]>([
  ['PORT', '8080', 8080],
  ['HOST', '::1', '::1'],
  ['TRUST_PROXY', 'false', false],
  ['TRUST_PROXY', '0', false],
  ['TRUST_PROXY', '10.0.0.5, fd00::/8', ['10.0.0.5', 'fd00::/8']],
  ['WEBHOOK_ALLOW_PRIVATE', '10.0.0.0/8,192.168.1.7', ['10.0.0.0/8', '192.168.1.7']],
  ['METRICS_ADDRESS', '[::]:9464', '[::]:9464'],
  ['ATTACHMENTS_DIR', '/data/../lain', '/lain'],
  ['CLAMD', 'clamav:3310', { host: 'clamav', port: 3310 }],
  ['CLAMD', '[::1]:3310', { host: '::1', port: 3310 }],
  ['CLAMD', '/run/clamav/clamd.ctl', { path: '/run/clamav/clamd.ctl' }],
  ['OIDC_ISSUER', 'http://localhost:9000', 'http://localhost:9000'],
  ['SECURITY_CONTACT', 'aman@contoh.go.id', 'mailto:aman@contoh.go.id'],
  ['SECURITY_CONTACT', 'https://contoh.go.id/lapor', 'https://contoh.go.id/lapor'],
  ['MAP_TILES_URL', 'https://peta.example/{z}/{x}/{y}.png?k=1', 'https://peta.example/{z}/{x}/{y}.png?k=1'],
  ['SECOND_FACTOR_REQUIRED', 'ops, national', ['ops', 'national']],
  ['SECOND_FACTOR_REQUIRED', 'none', []],
  [
    'TEMPORAL_NEXT',
    'temporal.internal:7233/tuntas',
    { address: 'temporal.internal:7233', namespace: 'tuntas' },
  ],
  ['TEMPORAL_NEXT', 'awan', { profile: 'awan' }],
])('%s=%s is read', (name, value, read) => {
  const needed = { OIDC_CLIENT_ID: 'x', PUBLIC_URL: 'https://x.example', MAP_TILES_ATTRIBUTION: '© x' };
  const env = { ...needed, [name]: value };
  const reader = known[name]?.readBy.find((one) => one === 'api') ?? 'worker';
  expect(readSettings(reader, { ...least, ...env })).toHaveProperty(name, read);
});

test.each([
  ['PORT', '0', 'PORT=0 is wrong: it takes a port, 1 to 65535.'],
  ['METRICS_PORT', '9e3', 'METRICS_PORT=9e3 is wrong: it takes a port, 1 to 65535.'],
  ['METRICS_ADDRESS', '9464', 'METRICS_ADDRESS=9464 is wrong: it takes host:port.'],
  ['TEMPORAL_UI_URL', 'javascript:alert(1)', 'it takes an http(s) address.'],
  ['PUBLIC_URL', 'tuntas.example', 'it takes an http(s) address.'],
  ['OIDC_ISSUER', 'http://masuk.example', 'it takes an https address; http is for this machine only.'],
  ['MAP_TILES_URL', 'http://peta.example/{z}/{x}/{y}.png', 'it takes an https address with {z}, {x} and {y}'],
  ['MAP_TILES_URL', 'https://{s}.peta.example/{z}/{x}/{y}.png', 'it takes an https address with {z}'],
  ['MAP_TILES_URL', 'https://peta.example/{z}/{x}.png', 'it takes an https address with {z}, {x} and {y}'],
  ['MAP_TILES_URL', "https://x;script-src 'self'/{z}/{x}/{y}", 'it takes an https address with {z}'],
  ['ATTACHMENTS_S3_ENDPOINT', 's3://kunci:rahasia@minio', 'ATTACHMENTS_S3_ENDPOINT=s3://…@minio is wrong'],
  ['CLAMD', 'clamav', 'CLAMD=clamav is wrong: it takes host:port, or the whole path of a Unix socket.'],
  ['TRUST_PROXY', 'proxy', 'TRUST_PROXY=proxy is wrong: it takes false, how many proxies there are (1 to 9)'],
  ['TRUST_PROXY', '10.0.0.5,', 'TRUST_PROXY=10.0.0.5, is wrong'],
  ['TRUST_PROXY', '12', 'TRUST_PROXY=12 is wrong'],
  ['WEBHOOK_ALLOW_PRIVATE', 'true', 'WEBHOOK_ALLOW_PRIVATE=true is wrong: it takes addresses and ranges'],
  ['WEBHOOK_ALLOW_PRIVATE', '10.0.0.0/33', 'it takes addresses and ranges such as 10.0.0.0/8, by commas.'],
  ['TEMPORAL_DISABLE_WRITE_ACTIONS', 'nope', 'it takes true or false.'],
  ['SECURITY_CONTACT', 'tanya saja', 'it takes a mail address or an https address.'],
  ['SECURITY_POLICY', 'ftp://contoh.go.id', 'it takes an https address; http is for this machine only.'],
  [
    'SECOND_FACTOR_REQUIRED',
    'ops,raja',
    'it takes none, or some of ops, national, agency, echelon1, upt by commas.',
  ],
  ['LOG_LEVEL', 'loud', 'it takes one of fatal, error, warn, info, debug, trace, silent.'],
  ['NODE_ENV', 'prod', 'NODE_ENV=prod is wrong: it takes one of production, development, test.'],
  ['FUZZ_SECONDS', '1.5', 'it takes a whole number of seconds from 1.'],
  ['TUNTAS_SECRET', 'terlalu-pendek', 'TUNTAS_SECRET is wrong: it takes 32 characters or more'],
  ['DATABASE_URL', 'mysql://kata-sandi@x', 'DATABASE_URL is wrong: it takes postgres://'],
  ['SMTP_URL', 'kata-sandi@x', 'SMTP_URL is wrong: it takes smtp://'],
  ['TUNTAS_PAYLOAD_KEYS', 'a:cmFoYXNpYQ==', 'TUNTAS_PAYLOAD_KEYS is wrong: it takes id:key'],
  [
    'TEMPORAL_NEXT',
    'temporal:7233',
    'TEMPORAL_NEXT=temporal:7233 is wrong: it takes host:port/namespace, or',
  ],
])('%s=%s stops everybody who reads it with the same sentence', (name, value, sentence) => {
  const reading = processes.filter((reader) => partOf(reader).some(([one]) => one === name));
  const faults = reading.map((reader) =>
    fault(reader, { OIDC_CLIENT_ID: 'x', PUBLIC_URL: 'https://x.example', [name]: value }),
  );
  expect(reading.length).toBeGreaterThan(0);
  expect(new Set(faults).size).toBe(1);
  expect(faults[0]).toContain(sentence);
  const secret = known[name] && factsOf(known[name].kind).secret;
  if (secret) expect(faults[0]).not.toMatch(/kata-sandi|pendek|cmFo/);
});

test('keys of payloads are under ids of their own', () => {
  const key = (id: string) => `${id}:${Buffer.alloc(32, id).toString('base64')}`;
  const TUNTAS_PAYLOAD_KEYS = `${key('a')}, ${key('b')}`;
  expect(api({ TUNTAS_PAYLOAD_KEYS }).TUNTAS_PAYLOAD_KEYS).toMatchObject({ writing: 'a' });
  expect(fault('worker', { TUNTAS_PAYLOAD_KEYS: `${key('a')},${key('a')}` })).toMatch(
    /^TUNTAS_PAYLOAD_KEYS is wrong/,
  );
});

test('an empty text is as unset, and everything that is missing or wrong is said at once', () => {
  const empty = Object.fromEntries(names.map((name) => [name, '']));
  const must = { DATABASE_URL: least.DATABASE_URL, TUNTAS_IDENTITY_KEYS: identityKeysText };
  for (const reader of processes.filter((one) => one !== 'compose'))
    expect(readSettings(reader, { ...empty, ...must })).toEqual(readSettings(reader, must));
  expect(
    fault('api', { DATABASE_URL: '', PORT: 'x', OIDC_ISSUER: 'https://masuk.example' })?.split('\n'),
  ).toEqual([
    expect.stringMatching(/^PORT=x is wrong/),
    'DATABASE_URL is not set: it takes postgres://user:password@host:5432/database.',
    'OIDC_CLIENT_ID is not set, and OIDC_ISSUER needs it: it takes a text.',
    'PUBLIC_URL is not set, and OIDC_ISSUER needs it: it takes an http(s) address.',
  ]);
  expect(fault('start', { DATABASE_URL: '' })).toBeUndefined();
});

test('a file may hold any of them, as containers hand over secrets; a child reads the same file', () => {
  const folder = mkdtempSync(join(tmpdir(), 'tuntas-settings-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const file = join(folder, 'sandi');
  writeFileSync(file, `${least.DATABASE_URL}\n`);
  const held = { ...least, DATABASE_URL: '', DATABASE_URL_FILE: file };
  expect(readSettings('api', held)).toHaveProperty('DATABASE_URL', least.DATABASE_URL);
  expect(fault('api', { DATABASE_URL_FILE: file })).toBe(
    'DATABASE_URL and DATABASE_URL_FILE are both set: leave one of them.',
  );
  expect(fault('api', { TUNTAS_SECRET_FILE: `${folder}/tiada` })).toBe(
    `TUNTAS_SECRET_FILE=${folder}/tiada cannot be read: ENOENT.`,
  );
  writeFileSync(file, 'terlalu-pendek');
  expect(fault('api', { TUNTAS_SECRET_FILE: file })).toMatch(/^TUNTAS_SECRET is wrong: it takes 32/);
  const env = environmentFor('worker', { ...held, TUNTAS_SECRET_FILE: file });
  expect([env.DATABASE_URL_FILE, env.DATABASE_URL, env.TUNTAS_SECRET_FILE]).toEqual([file, '', undefined]);
});

test('a process that is started has its own settings and no others', () => {
  const env = environmentFor('worker', {
    ...least,
    OIDC_CLIENT_SECRET: 'rahasia',
    SLA_POLICY_FILE: 'lambat.json',
  });
  expect(env).toMatchObject({
    PATH: process.env.PATH,
    SLA_POLICY_FILE: `${process.cwd()}/lambat.json`,
    SMTP_URL: '',
  });
  const ours = names.filter((name) => name in env);
  expect(ours.toSorted()).toEqual(
    partOf('worker')
      .map(([name]) => name)
      .toSorted(),
  );
});

test('the API, the worker, npm start and the commands end with that sentence and 2', async () => {
  const run = async (name: string, env: Record<string, string>) => {
    const { code, err } = await runProgram(name, [], { env });
    return [code, err];
  };
  const wrong = { ...least, WEBHOOK_ALLOW_PRIVATE: 'semua' };
  const sentence = `${fault('worker', wrong)}\n`;
  const ended = await Promise.all(['api', 'worker', 'start'].map((name) => run(name, wrong)));
  expect(ended).toEqual([
    [2, sentence],
    [2, sentence],
    [2, sentence],
  ]);
  expect(await run('migrate', { DATABASE_URL: '' })).toEqual([
    2,
    'DATABASE_URL is not set: it takes postgres://user:password@host:5432/database.\n',
  ]);
});
