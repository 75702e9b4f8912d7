// The document that others build clients from.
import { Validator } from '@seriousme/openapi-schema-validator';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { taken } from '../../../contract/attachments/kinds.ts';
import { buildApp } from '../../../api/app.ts';
import type { App } from '../../../api/services.ts';
import { FileStore } from '../../../store/file-store.ts';
import { Engine } from '../../../engine/engine.ts';
import { openDatabase, type Sql } from '../../../db/connection/client.ts';
import { secret } from '../../support/api.ts';

let app: App;
let sql: Sql;
beforeAll(async () => {
  sql = openDatabase('postgres://nobody@127.0.0.1:1/none');
  const [engine, store] = [Engine.fromEnvironment(), new FileStore('/nowhere')];
  app = await buildApp({ sql, engine, store, secret, logLevel: 'silent' });
});
afterAll(async () => {
  await app.close();
  await sql.end();
});

interface Document {
  openapi: string;
  paths: Record<
    string,
    Record<string, { summary?: string; responses: Record<string, { content?: object }> }>
  >;
}

test('is valid OpenAPI 3.1 and holds every route of the contract, each with its problems', async () => {
  const document = (await app.inject('/openapi.json')).json<Document>();
  expect(document.openapi).toMatch(/^3\.1/);
  expect(await new Validator().validate({ ...document })).toMatchObject({ valid: true });
  const routes = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`),
  );
  expect(routes).toEqual(
    expect.arrayContaining([
      'POST /v1/complaints',
      'GET /v1/complaints',
      'GET /v1/complaints/{number}',
      'POST /v1/complaints/{number}/replies',
      'POST /v1/complaints/{number}/decisions',
      'GET /v1/complaints/{number}/events',
      'POST /v1/complaints/{number}/attachments',
      'GET /v1/complaints/{number}/attachments',
      'GET /v1/complaints/{number}/attachments/{id}',
      'POST /v1/sessions',
      'GET /v1/inbox',
      'GET /v1/offices',
      'POST /v1/sign-in',
      'GET /v1/session',
      'DELETE /v1/session',
      'DELETE /v1/sessions',
      'GET /v1/sign-in/methods',
      'GET /v1/sign-in/oidc',
      'GET /v1/sign-in/oidc/callback',
      'POST /v1/password',
      'GET /v1/live',
      'GET /v1/complaints/{number}/live',
      'GET /v1/register',
      'GET /v1/register/{number}',
      'GET /v1/users',
      'POST /v1/users',
      'PATCH /v1/users/{username}',
      'POST /v1/offices',
      'PATCH /v1/offices/{id}',
      'GET /v1/schedules',
      'POST /v1/schedules/{id}/trigger',
      'POST /v1/schedules/{id}/pause',
      'POST /v1/schedules/{id}/resume',
      'GET /v1/console',
      'GET /v1/reports/returns',
      'GET /healthz',
      'GET /readyz',
    ]),
  );
  const files = (path: string) => Object.keys(document.paths[path]?.get?.responses['200']?.content ?? {});
  expect(files('/v1/reports/events.csv')).toEqual(['text/csv']);
  expect(files('/v1/reports/events.xes')).toEqual(['application/xml']);
  expect(files('/v1/reports/complaints.xlsx')).toEqual([
    'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  ]);
  for (const [path, methods] of Object.entries(document.paths)) {
    if (!path.startsWith('/v1')) continue;
    for (const { summary, responses } of Object.values(methods)) {
      expect(summary).toBeTruthy();
      for (const status of ['422', '429', '503']) {
        expect(Object.keys(responses[status]?.content ?? {})).toEqual(['application/problem+json']);
      }
    }
  }
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

test('is readable at /docs', async () => {
  const page = await app.inject({ url: '/docs/' });
  expect(page.statusCode).toBe(200);
  expect(page.headers['content-type']).toContain('text/html');
  expect(page.body).toContain('swagger-ui');
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
