// The document that others build clients from.
import { Validator } from '@seriousme/openapi-schema-validator';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { keptExamples } from '../../../api/docs/examples.ts';
import { hashOfApiKey } from '../../../api/identity/keys/key-text.ts';
import { taken } from '../../../contract/attachments/kinds.ts';
import { buildApp } from '../../../api/app.ts';
import type { App } from '../../../api/services.ts';
import { FileStore } from '../../../store/file-store.ts';
import { Engine } from '../../../engine/engine.ts';
import { openDatabase, type Sql } from '../../../db/connection/client.ts';
import { metricsToken, secret } from '../../support/api.ts';
import { faultsOf, operationOf } from '../../support/examples/faults.ts';

let app: App;
let sql: Sql;
beforeAll(async () => {
  sql = openDatabase('postgres://nobody@127.0.0.1:1/none');
  const [engine, store] = [Engine.fromEnvironment(), new FileStore('/nowhere')];
  const metrics = { token: metricsToken };
  app = await buildApp({ sql, engine, store, secret, metrics, logLevel: 'silent' });
});
afterAll(async () => {
  await app.close();
  await sql.end();
});

interface Media {
  examples?: Record<string, { value: unknown }>;
}
interface Shown {
  requestBody?: { content?: Record<string, Media> };
  responses: Record<string, { content?: Record<string, Media> }>;
}

interface Document {
  openapi: string;
  paths: Record<
    string,
    Record<
      string,
      {
        summary?: string;
        responses: Record<string, { content?: object }>;
        security?: Record<string, string[]>[];
      }
    >
  >;
  components: { securitySchemes: object };
}

test('is valid OpenAPI 3.1 and holds every route of the contract, each with its problems', async () => {
  const document = (await app.inject('/openapi.json')).json<Document>();
  expect(document.openapi).toMatch(/^3\.1/);
  expect(await new Validator().validate({ ...document })).toMatchObject({ valid: true });
  const inDocument = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`),
  );
  const shown = app.routes.filter(({ method, schema }) => method !== 'HEAD' && schema && !schema.hide);
  const inRouter = shown.map(({ method, url }) => `${String(method)} ${url.replaceAll(/:(\w+)/g, '{$1}')}`);
  expect(inDocument.toSorted()).toEqual(inRouter.toSorted());
  expect(inRouter.length).toBeGreaterThan(70);
  const files = (path: string) => Object.keys(document.paths[path]?.get?.responses['200']?.content ?? {});
  expect(files('/v1/reports/events.csv')).toEqual(['text/csv']);
  expect(files('/v1/reports/events.xes')).toEqual(['application/xml']);
  expect(files('/v1/reports/complaints.xlsx')).toEqual([
    'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  ]);
  const schemes = Object.keys(document.components.securitySchemes);
  const used = new Set<string>();
  for (const [path, methods] of Object.entries(document.paths)) {
    for (const [method, { security }] of Object.entries(methods)) {
      expect([method, path, security]).toEqual([method, path, expect.any(Array)]);
      for (const one of security?.flatMap((ways) => Object.keys(ways)) ?? []) used.add(one);
    }
    if (!path.startsWith('/v1')) continue;
    for (const { summary, responses, security } of Object.values(methods)) {
      expect(summary).toBeTruthy();
      expect('401' in responses || security?.length === 0).toBe(true);
      for (const status of ['422', '429', '503']) {
        expect(Object.keys(responses[status]?.content ?? {})).toEqual(['application/problem+json']);
      }
    }
  }
  expect([...used].toSorted()).toEqual(schemes.toSorted());
});

test('says who may call what, and how they show that they may', async () => {
  const { paths } = (await app.inject('/openapi.json')).json<Document>();
  const csrf = (role: string) => [{ session: [role] }, { cookie: [role], csrf: [] }];
  expect(paths['/v1/complaints']?.post?.security).toEqual([
    {},
    ...csrf('officer'),
    ...csrf('ops'),
    { apiKey: ['complaints:file'] },
  ]);
  expect(paths['/v1/complaints/{number}/decisions']?.post?.security).toEqual([
    ...csrf('officer'),
    { apiKey: ['complaints:decide'] },
  ]);
  expect(paths['/v1/users']?.get?.security).toEqual([{ session: ['ops'] }, { cookie: ['ops'] }]);
  expect(paths['/v1/complaints/{number}/replies']?.post?.security).toEqual([{ accessKey: [] }]);
  expect(paths['/v1/register']?.get?.security).toEqual([]);
});

test('says how a file is sent and what comes back', async () => {
  const { paths } = (await app.inject('/openapi.json')).json();
  const { post } = paths['/v1/complaints/{number}/attachments'];
  expect(post.requestBody.content['multipart/form-data'].schema).toMatchObject({
    properties: {
      file: { type: 'string', format: 'binary' },
      visibility: { enum: ['reporter', 'internal'] },
    },
    required: ['file'],
  });
  const { get } = paths['/v1/complaints/{number}/attachments/{id}'];
  expect(Object.keys(get.responses['200'].content)).toEqual(Object.keys(taken));
});

test('shows of each operation what a running test asked and was answered; if not: npm run examples', async () => {
  const { paths } = (await app.inject('/openapi.json')).json<{
    paths: Record<string, Record<string, Shown>>;
  }>();
  const kept = keptExamples();
  expect(faultsOf(app.routes, kept)).toEqual([]);
  const operations = new Set(app.routes.map(operationOf));
  for (const [name, examples] of Object.entries(kept)) {
    const [method = '', path = ''] = name.split(' ');
    const shown = paths[path]?.[method.toLowerCase()];
    for (const { as, body, status, answer } of examples)
      for (const [media, value] of [
        [shown?.requestBody?.content?.['application/json'], body],
        [shown?.responses[status]?.content?.['application/json'], answer],
      ] as const)
        if (media && value !== undefined) expect(media.examples?.[as]?.value).toEqual(value);
  }
  // There only where payloads can be read.
  expect(Object.keys(kept).filter((name) => !operations.has(name))).toEqual(['POST /codec/decode']);
  // Nothing in them opens anything, or was somebody's.
  const text = JSON.stringify(kept);
  const keys = [...text.matchAll(/tuntas_\w+/g)].map(([key]) => hashOfApiKey(key));
  expect([keys.length > 0, new Set(keys)]).toEqual([true, new Set([undefined])]);
  expect(text).not.toMatch(/argon2|127\.0\.0\.1|localhost/);
});

test('begins with how to begin, everybody’s operations first', async () => {
  const { info, tags, paths } = (await app.inject('/openapi.json')).json();
  const used = Object.values<Record<string, { tags: string[] }>>(paths).flatMap((methods) =>
    Object.values(methods).flatMap((one) => one.tags),
  );
  expect(new Set(used)).toEqual(new Set(tags.map(({ name }: { name: string }) => name)));
  expect(info.description).toContain('# Integrasi pertama dalam lima menit');
  expect(tags.map(({ name }: { name: string }) => name)).toEqual([
    'public',
    'offices',
    'notifications',
    'webhooks',
    'reports',
    'ops',
  ]);
  for (const path of ['/docs', '/docs/mulai'])
    expect((await app.inject(path)).headers.location).toBe('/docs/');
});

test('is written once, however many ask', async () => {
  const written = vi.spyOn(JSON, 'stringify');
  const texts = await Promise.all(
    Array.from({ length: 20 }, async () => (await app.inject('/openapi.json')).body),
  );
  const times = written.mock.calls.filter(([value]) => (value as Document | undefined)?.openapi).length;
  written.mockRestore();
  expect(new Set(texts).size).toBe(1);
  expect(times).toBeLessThanOrEqual(1);
});

test('a path that is not there is a problem, too', async () => {
  const answer = await app.inject('/v1/nothing');
  expect(answer.statusCode).toBe(404);
  expect(answer.headers['content-type']).toMatch(/^application\/problem\+json/);
});
