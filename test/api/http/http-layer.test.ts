// What never reaches a route is answered as a problem, too: broken requests, wrong methods, odd addresses.
import { once } from 'node:events';
import { connect } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { buildApp } from '../../../api/app.ts';
import type { App } from '../../../api/services.ts';
import { FileStore } from '../../../store/file-store.ts';
import { Engine } from '../../../engine/engine.ts';
import { openDatabase, type Sql } from '../../../db/connection/client.ts';
import { secret } from '../../support/api.ts';

let app: App;
let sql: Sql;
let port: number;
beforeAll(async () => {
  sql = openDatabase('postgres://nobody@127.0.0.1:1/none');
  const [engine, store] = [Engine.fromEnvironment(), new FileStore('/nowhere')];
  app = await buildApp({ sql, engine, store, secret, logLevel: 'silent' });
  port = Number(new URL(await app.listen({ port: 0, host: '127.0.0.1' })).port);
});
afterAll(async () => {
  await app.close();
  await sql.end();
});

/** Sends the text as it is, and gives what came back until the other side hung up. */
async function raw(text: string): Promise<{ status: number; head: string; body: string }> {
  const socket = connect(port, '127.0.0.1');
  let got = '';
  socket.on('data', (part) => {
    got += String(part);
  });
  socket.on('error', () => {});
  socket.write(text);
  await once(socket, 'close');
  const [head = '', body = ''] = got.split('\r\n\r\n');
  return { status: Number(head.split(' ')[1]), head: head.toLowerCase(), body };
}
const headers = 'Host: x\r\nConnection: close\r\n\r\n';

test.each([
  ['a bad escape', `GET /v1/register/%zz HTTP/1.1\r\n${headers}`, 400, 'bad-request'],
  ['a bad escape in the console', `GET /%ff HTTP/1.1\r\n${headers}`, 400, 'bad-request'],
  [
    'a long part of an address',
    `GET /v1/register/${'a'.repeat(1_100)} HTTP/1.1\r\n${headers}`,
    414,
    'uri-too-long',
  ],
  [
    'a long address',
    `GET /v1/register?q=${'a'.repeat(20_000)} HTTP/1.1\r\n${headers}`,
    431,
    'headers-too-large',
  ],
  [
    'a long header',
    `GET /v1/register HTTP/1.1\r\nX: ${'a'.repeat(20_000)}\r\n${headers}`,
    431,
    'headers-too-large',
  ],
  ['no request at all', 'GARBAGE\r\n\r\n', 400, 'bad-request'],
  ['HTTP/2', 'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n', 400, 'bad-request'],
  [
    'a broken chunk',
    `POST /v1/complaints HTTP/1.1\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n${headers}zz\r\n`,
    400,
    'bad-request',
  ],
  ['no Host', 'GET /v1/register HTTP/1.1\r\nConnection: close\r\n\r\n', 400, 'bad-request'],
  ['an expectation', `GET /v1/register HTTP/1.1\r\nExpect: wonders\r\n${headers}`, 417, 'expectation-failed'],
  ['another method', `PUT /v1/register HTTP/1.1\r\n${headers}`, 405, 'method-not-allowed'],
  ['an exotic method', `PROPFIND /v1/register/LAP-1 HTTP/1.1\r\n${headers}`, 405, 'method-not-allowed'],
  ['TRACE', `TRACE /v1/register HTTP/1.1\r\n${headers}`, 405, 'method-not-allowed'],
  ['a HEAD that would never end', `HEAD /v1/live HTTP/1.1\r\n${headers}`, 405, ''],
  ['HEAD of nothing', `HEAD /v1/nothing HTTP/1.1\r\n${headers}`, 404, ''],
  ['OPTIONS of nothing', `OPTIONS /v1/nothing HTTP/1.1\r\n${headers}`, 404, 'not-found'],
  ['NUL in an address', `GET /v1/register/%00 HTTP/1.1\r\n${headers}`, 404, 'not-found'],
])('%s is a problem', async (_, text, status, code) => {
  const answer = await raw(text);
  expect(answer).toMatchObject({
    status,
    head: expect.stringContaining('content-type: application/problem+json'),
  });
  expect(answer.head).toContain('x-content-type-options: nosniff');
  expect(answer.head).toContain("frame-ancestors 'none'");
  if (code) expect(JSON.parse(answer.body)).toMatchObject({ status, code, title: expect.any(String) });
});

test('a request that never ends is a problem', async () => {
  app.server.once('connection', (socket) => {
    app.server.emit(
      'clientError',
      Object.assign(new Error('late'), { code: 'ERR_HTTP_REQUEST_TIMEOUT' }),
      socket,
    );
  });
  expect(await raw('GET /')).toMatchObject({ status: 408, body: expect.stringContaining('request-timeout') });
});

test('OPTIONS and a wrong method say which methods there are', async () => {
  const options = await app.inject({ method: 'OPTIONS', url: '/v1/register?q=a' });
  expect([options.statusCode, options.headers.allow]).toEqual([204, 'GET, HEAD, OPTIONS']);
  const wrong = await app.inject({ method: 'DELETE', url: '/v1/complaints/LAP-1' });
  expect([wrong.statusCode, wrong.headers.allow]).toEqual([405, 'GET, HEAD, OPTIONS, PATCH']);
});
