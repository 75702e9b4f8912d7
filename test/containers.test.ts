// The one-host shape: what docker-compose.yml says must be what the code reads, whether or not an engine runs here.
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { describe, expect, test } from 'vitest';

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
      for (const volume of volumes) expect(compose.volumes).toHaveProperty(volume.split(':')[0] ?? '');
      expect(image === 'tuntas' || /:\d/.test(image ?? '')).toBe(true);
      for (const [key, value] of Object.entries(environment)) {
        if (/PASSWORD|PWD|SECRET|DATABASE_URL/.test(key)) expect(value).toMatch(/\$\{\w+:\?/);
      }
    }
  });

  test('is taken by docker compose, where there is one, and refused without its secrets', () => {
    if (spawnSync('docker', ['compose', 'version']).status !== 0) return;
    const config = (env: Record<string, string>) =>
      spawnSync('docker', ['compose', 'config', '--quiet'], {
        cwd: root,
        env: { PATH: process.env.PATH, ...env },
      });
    const secrets = { DATABASE_PASSWORD: 'a', TEMPORAL_DATABASE_PASSWORD: 'b', TUNTAS_SECRET: 'c' };
    expect(config(secrets).stderr.toString()).toBe('');
    expect(config(secrets).status).toBe(0);
    expect(config({}).status).not.toBe(0);
  });
});

test('the image holds every folder that the two processes import, and no development tool', () => {
  const copied = [...read('Dockerfile').matchAll(/^COPY (\w+) \1$/gm)].map(([, name]) => name);
  const files = execFileSync('git', ['ls-files', 'api', 'worker', 'local'], {
    cwd: root,
    encoding: 'utf8',
  }).split('\n');
  for (const file of files.filter((name) => name.endsWith('.ts') && existsSync(new URL(name, root)))) {
    for (const [, folder] of read(file).matchAll(/from '(?:\.\.\/)+(\w+)\//g))
      expect(copied).toContain(folder);
  }
  for (const name of copied) expect(read('.dockerignore')).toContain(`!${name}`);
});
