// The built console, served by the API: its page, its files, their caching and compression, and what guards them.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync, brotliDecompressSync, gunzipSync, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buildApp } from '../../../api/app.ts';
import type { App } from '../../../api/services.ts';
import { FileStore } from '../../../store/file-store.ts';
import { Engine } from '../../../engine/engine.ts';
import { proxies } from '../../../settings/kinds/addresses.ts';
import { openDatabase, type Sql } from '../../../db/connection/client.ts';
import { secret } from '../../support/api.ts';

const page = `<!doctype html><title>Tuntas</title><script type="module" src="/assets/index-4f2a.js"></script>`;
const drawnStart = page.replace('Tuntas', 'Beranda');
const drawnFiling = page.replace('Tuntas', 'Lapor');
const script = `console.log(${JSON.stringify('tuntas '.repeat(200))});`;
const reference = page.replace('Tuntas', 'API');
let folder: string;
let app: App;
let sql: Sql;
const build = (webDir: string | undefined) =>
  buildApp({
    sql,
    engine: Engine.fromEnvironment(),
    store: new FileStore('/nowhere'),
    secret,
    logLevel: 'silent',
    trustProxy: proxies.parse('1'),
    webDir,
  });

beforeAll(async () => {
  const root = mkdtempSync(join(tmpdir(), 'tuntas-web-'));
  folder = join(root, 'dist');
  mkdirSync(join(folder, 'assets'), { recursive: true });
  writeFileSync(join(root, 'outside.txt'), 'not for anybody');
  writeFileSync(join(folder, 'index.html'), drawnStart);
  writeFileSync(join(folder, 'lapor.html'), drawnFiling);
  writeFileSync(join(folder, 'page.html'), page);
  writeFileSync(join(folder, 'page.html.gz'), gzipSync(page));
  writeFileSync(join(folder, 'logo.svg'), '<svg xmlns="http://www.w3.org/2000/svg"/>');
  mkdirSync(join(folder, 'docs'));
  writeFileSync(join(folder, 'docs/index.html'), reference);
  writeFileSync(join(folder, 'docs/index.html.br'), brotliCompressSync(reference));
  writeFileSync(join(folder, '.hidden'), 'not for anybody');
  writeFileSync(join(folder, 'assets', 'index-4f2a.js'), script);
  writeFileSync(join(folder, 'assets', 'index-4f2a.js.br'), brotliCompressSync(script));
  writeFileSync(join(folder, 'assets', 'index-4f2a.js.gz'), gzipSync(script));
  sql = openDatabase('postgres://nobody@127.0.0.1:1/none');
  app = await build(folder);
  await app.listen({ port: 0, host: '127.0.0.1' });
});
afterAll(async () => {
  await app?.close();
  await sql.end();
  rmSync(join(folder, '..'), { recursive: true, force: true });
});

const html = { accept: 'text/html,application/xhtml+xml,*/*;q=0.8' };
const get = (url: string, headers: Record<string, string> = html) => app.inject({ url, headers });

describe('the page', () => {
  test.each([
    ['/masuk', page],
    ['/laporan/LAP-2026-000001?tab=riwayat', page],
    ['/lapor/terkirim', page],
    // Drawn ahead.
    ['/', drawnStart],
    ['/lapor', drawnFiling],
    ['/lapor?dari=pos', drawnFiling],
  ])('is at %s', async (url, content) => {
    const { statusCode, headers, body } = await get(url);
    expect([statusCode, headers['content-type'], headers['cache-control'], body]).toEqual([
      200,
      'text/html; charset=utf-8',
      'no-cache',
      content,
    ]);
  });

  test('is not where a program asks, nor where the API is, nor instead of an asset that is no more', async () => {
    for (const [url, accept] of [
      ['/masuk', '*/*'],
      ['/masuk', 'application/json'],
      ['/v1/nothing', 'text/html'],
      ['/v1', 'text/html'],
      ['/assets/index-old.js', 'text/html'],
      ['/assets/index-old.js', '*/*'],
      ['/docs/nothing', 'text/html'],
      ['/.well-known/security.txt', 'text/html'],
    ] as const) {
      const { statusCode, headers, body } = await get(url, { accept });
      expect([url, accept, statusCode]).toEqual([url, accept, 404]);
      expect([url, headers['content-type']]).toEqual([
        url,
        expect.stringMatching(/^application\/problem\+json/),
      ]);
      expect(body).not.toContain('<title>');
    }
    const post = await app.inject({ method: 'POST', url: '/masuk', headers: html });
    expect(post.statusCode).toBe(404);
  });

  test('is asked for anew each time, and not sent anew when it is the same', async () => {
    const { headers } = await get('/');
    const again = await get('/', { ...html, 'if-none-match': headers.etag ?? '' });
    expect([again.statusCode, again.body]).toEqual([304, '']);
  });
});

describe('files', () => {
  test('that are named by what is in them are kept for a year, others for an hour', async () => {
    const asset = await get('/assets/index-4f2a.js', { accept: '*/*' });
    expect([asset.statusCode, asset.headers['cache-control'], asset.body]).toEqual([
      200,
      'public, max-age=31536000, immutable',
      script,
    ]);
    expect(asset.headers['content-type']).toContain('javascript');
    expect((await get('/logo.svg', { accept: '*/*' })).headers['cache-control']).toBe('public, max-age=3600');
  });

  test('are sent compressed to who takes that, as the page is', async () => {
    const [br, gzip, plain] = [
      await get('/assets/index-4f2a.js', { 'accept-encoding': 'gzip, deflate, br' }),
      await get('/assets/index-4f2a.js', { 'accept-encoding': 'gzip' }),
      await get('/logo.svg', { 'accept-encoding': 'gzip, br' }),
    ];
    expect([br.headers['content-encoding'], brotliDecompressSync(br.rawPayload).toString()]).toEqual([
      'br',
      script,
    ]);
    expect([gzip.headers['content-encoding'], gunzipSync(gzip.rawPayload).toString()]).toEqual([
      'gzip',
      script,
    ]);
    expect(br.headers['cache-control']).toContain('immutable');
    expect(br.headers['content-type']).toContain('javascript');
    expect(br.headers['vary']).toBe('accept-encoding');
    expect([plain.headers['content-encoding'], plain.body]).toEqual([
      undefined,
      expect.stringContaining('<svg'),
    ]);
    const somewhere = await get('/laporan/1', { ...html, 'accept-encoding': 'gzip' });
    expect([somewhere.headers['content-encoding'], gunzipSync(somewhere.rawPayload).toString()]).toEqual([
      'gzip',
      page,
    ]);
    expect(somewhere.headers['cache-control']).toBe('no-cache');
  });

  test('outside the folder, and hidden ones, are nobody’s', async () => {
    const port = (app.server.address() as { port: number }).port;
    const raw = (path: string) =>
      new Promise<string>((resolve, reject) => {
        request({ port, host: '127.0.0.1', path }, (response) => {
          let body = '';
          response.on('data', (part: Buffer) => {
            body += part.toString();
          });
          response.on('end', () => resolve(`${response.statusCode} ${body}`));
        })
          .on('error', reject)
          .end();
      });
    for (const path of [
      '/../outside.txt',
      '/%2e%2e/outside.txt',
      '/assets/..%2f..%2foutside.txt',
      '/.hidden',
    ]) {
      const answer = await raw(path);
      expect([path, answer]).toEqual([path, expect.stringMatching(/^40[034] /)]);
      expect(answer).not.toContain('not for anybody');
    }
  });
});

describe('guards', () => {
  const policy = "script-src 'self';style-src 'self' 'unsafe-inline'";

  test('stand on every answer', async () => {
    for (const url of ['/', '/assets/index-4f2a.js', '/healthz', '/v1/nothing']) {
      const { headers } = await get(url);
      expect([url, headers['content-security-policy']]).toEqual([url, expect.stringContaining(policy)]);
      for (const part of [
        "default-src 'self'",
        "connect-src 'self'",
        "frame-ancestors 'none'",
        "object-src 'none'",
        "base-uri 'none'",
      ])
        expect(String(headers['content-security-policy']).split(';')).toContain(part);
      expect(headers['content-security-policy']).not.toContain('upgrade-insecure-requests');
      expect(headers).toMatchObject({
        'x-content-type-options': 'nosniff',
        'referrer-policy': 'no-referrer',
        'x-frame-options': 'DENY',
      });
      expect(headers).not.toHaveProperty('strict-transport-security');
      expect([url, headers['cache-control'] === 'no-store']).toEqual([url, url.startsWith('/v1/')]);
      const secure = await get(url, { ...html, 'x-forwarded-proto': 'https' });
      expect(secure.headers['strict-transport-security']).toBe('max-age=31536000');
    }
  });

  test('let the readable contract work as before, beside the console', async () => {
    expect((await get('/docs')).headers.location).toBe('/docs/');
    const docs = await get('/docs/');
    expect([docs.statusCode, docs.body, docs.headers['cache-control']]).toEqual([200, reference, 'no-cache']);
    const pressed = await app.inject({ url: '/docs/', headers: { ...html, 'accept-encoding': 'br' } });
    expect([pressed.headers['content-encoding'], String(pressed.headers['content-security-policy'])]).toEqual(
      ['br', expect.stringContaining(policy)],
    );
    expect((await get('/docs/nothing')).statusCode).toBe(404);
    expect((await get('/openapi.json')).json()).toMatchObject({ openapi: expect.stringMatching(/^3\.1/) });
  });
});

test('without a built console the API is as it was', async () => {
  for (const webDir of [undefined, join(folder, 'nothing-here')]) {
    const bare = await build(webDir);
    expect((await bare.inject({ url: '/', headers: html })).statusCode).toBe(404);
    expect((await bare.inject('/healthz')).statusCode).toBe(200);
    await bare.close();
  }
});
