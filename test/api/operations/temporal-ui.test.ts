// The Temporal UI under our own address: a real one behind the API, for ops who signed in, to look and not to touch.
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { freePort } from '../../../local/parts/ports.ts';
import { Api } from '../../support/api.ts';

let api: Api;
let ui: ChildProcess;
let port = 0;

beforeAll(async () => {
  const grpc = await freePort();
  port = await freePort();
  ui = spawn(
    inject('temporalPath'),
    `server start-dev --port ${grpc} --ui-port ${port} --ui-public-path /temporal --log-level error`.split(
      ' ',
    ),
    { stdio: 'ignore' },
  );
  api = await Api.open();
});
afterAll(async () => {
  ui.kill('SIGKILL');
  await api.close();
});

const show = (behind: number) =>
  api.replica({ uiBehind: { url: `http://127.0.0.1:${behind}`, token: 'hanya-membaca' } });
const bearer = async (who: string) => ({ authorization: `Bearer ${await api.tokenOf(who)}` });

test('ops who signed in see it, with its own policy; others do not, and nothing is done through it', async () => {
  const app = await show(port);
  const ops = await bearer('ops');
  const get = async (url: string, headers = ops) => app.inject({ method: 'GET', url, headers });
  await expect.poll(async () => (await get('/temporal/')).statusCode).toBe(200);
  const page = await get('/temporal/');
  expect(page.headers['content-type']).toMatch(/^text\/html/);
  expect(String(page.headers['content-security-policy'])).not.toContain("script-src 'self';");
  const [, asset = ''] = /(\/temporal\/[\w./-]+\.js)"/.exec(page.body) ?? [];
  expect((await get(asset)).headers['content-type']).toMatch(/javascript/);
  const { namespaces } = (await get('/temporal/api/v1/namespaces')).json();
  expect(namespaces.map((one: { namespaceInfo: { name: string } }) => one.namespaceInfo.name)).toContain(
    'default',
  );
  expect((await get('/temporal/', {} as typeof ops)).statusCode).toBe(401);
  expect((await get('/temporal/', await bearer('nasional'))).statusCode).toBe(403);
  for (const [method, path] of [
    ['POST', 'workflows/LAP-2026-000001/terminate'],
    ['POST', 'workflows'],
    ['DELETE', 'schedules/x'],
    ['PUT', 'schedules/x'],
  ] as const) {
    const url = `/temporal/api/v1/namespaces/default/${path}`;
    expect((await app.inject({ method, url, headers: ops, payload: {} })).statusCode).toBe(404);
  }
  await app.close();
});

test('no session of ours goes further; the engine is shown the token that only reads; away is 503', async () => {
  const seen: IncomingHttpHeaders[] = [];
  const behind = createServer(({ headers }, answer) => {
    seen.push(headers);
    answer.end('{}');
  }).listen(0, '127.0.0.1');
  await once(behind, 'listening');
  const app = await show((behind.address() as AddressInfo).port);
  const headers = { ...(await bearer('ops')), cookie: 'kue=rahasia' };
  const url =
    '/temporal/api/v1/namespaces/default/workflows/LAP-2026-000001/query/__temporal_workflow_metadata';
  expect((await app.inject({ method: 'POST', url, headers, payload: {} })).statusCode).toBe(200);
  expect(seen).toMatchObject([{ authorization: 'Bearer hanya-membaca' }]);
  expect(JSON.stringify(seen)).not.toMatch(/rahasia|tuntas_/);
  behind.close();
  behind.closeAllConnections();
  const away = await app.inject({ method: 'GET', url: '/temporal/', headers });
  expect([away.statusCode, away.json().code]).toEqual([503, 'engine-away']);
  await app.close();
});
