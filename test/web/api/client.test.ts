// The console's way to the API before a real server: one that stalls, breaks off, or has another tab's session.
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { CancelledError, QueryClient } from '@tanstack/react-query';
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { ask, queryOf, setCsrf } from '../../../web/src/api/client.ts';
import { askAgain } from '../../../web/src/api/known.ts';
import { fieldError, problemIn, problemOf } from '../../../web/src/api/problems.ts';
import { askRecord } from '../../../web/src/office/report/stream/ask-record.ts';

interface Asked {
  request: IncomingMessage;
  /** Settles when the connection has ended before the answer had. */
  left: Promise<void>;
}

let server: Server;
let asked: Asked[] = [];

const half = (response: ServerResponse) => {
  response.writeHead(200, { 'content-type': 'application/json', 'content-length': 100 });
  response.write('{"half":');
};
const problem = (response: ServerResponse, status: number, code: string) =>
  response.writeHead(status, { 'content-type': 'application/problem+json' }).end(JSON.stringify({ code }));

const answers: Record<string, (request: IncomingMessage, response: ServerResponse) => unknown> = {
  '/never': () => {},
  '/stalls': (_, response) => half(response),
  '/breaks-off': (_, response) => {
    half(response);
    setTimeout(() => response.destroy(), 20);
  },
  '/v1/session': (_, response) => response.end(JSON.stringify({ csrf: 'new' })),
  '/writes': ({ headers }, response) =>
    headers['x-csrf-token'] === 'new' ? response.end('{"done":true}') : problem(response, 403, 'csrf'),
  '/refuses': (_, response) => problem(response, 403, 'csrf'),
};

beforeAll(async () => {
  server = createServer((request, response) => {
    const left = new Promise<void>((resolve) => response.once('close', resolve));
    asked.push({ request, left });
    answers[request.url ?? '']?.(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const real = fetch;
  // A page has an address of its own, from which paths go.
  vi.stubGlobal('fetch', (path: string, init?: RequestInit) =>
    real(new URL(path, `http://127.0.0.1:${port}`), init),
  );
});
beforeEach(() => {
  asked = [];
});
afterAll(() => {
  vi.unstubAllGlobals();
  server.closeAllConnections();
  server.close();
});

test.each(['/never', '/stalls'])('%s: an answer that is not whole in time is given up', async (path) => {
  await expect(ask(path, { limitMs: 150 })).rejects.toMatchObject({ code: 'timeout', status: 0 });
  await asked[0]?.left;
});

test('a connection that breaks within the body is told from a late one', async () => {
  await expect(ask('/breaks-off')).rejects.toMatchObject({ code: 'unreachable', uncertain: true });
});

test('a question that nobody asks any more is not waited for, though its body has begun', async () => {
  const client = new QueryClient();
  const queryKey = ['stalling'];
  const asking = client.fetchQuery({
    queryKey,
    queryFn: ({ signal }) => ask('/stalls', { signal, limitMs: 600_000 }),
  });
  const refused = expect(asking).rejects.toBeInstanceOf(CancelledError);
  await expect.poll(() => asked.length).toBe(1);
  await client.cancelQueries({ queryKey });
  await refused;
  await asked[0]?.left;
});

test("another tab's token is taken over, and what was asked is asked once more", async () => {
  setCsrf('old');
  expect(await ask('/writes', { method: 'POST', body: {} })).toEqual({ done: true });
  expect(asked.map(({ request }) => [request.url, request.headers['x-csrf-token']])).toEqual([
    ['/writes', 'old'],
    ['/v1/session', undefined],
    ['/writes', 'new'],
  ]);
  asked = [];
  await expect(ask('/refuses', { method: 'POST', body: {} })).rejects.toMatchObject({ code: 'csrf' });
  expect(asked).toHaveLength(3);
});

test('says which language the page is in, so that what went wrong is said in it', async () => {
  for (const lang of [undefined, 'id', 'en']) {
    vi.stubGlobal('document', lang && { documentElement: { lang } });
    await ask('/v1/session', { accessKey: 'kunci' });
    const headers = asked.pop()?.request.headers;
    expect(headers).toMatchObject({ 'x-access-key': 'kunci' });
    // Of no page it is what fetch itself says.
    expect(headers?.['accept-language']).toBe(lang ?? '*');
  }
  vi.stubGlobal('document', undefined);
});

test('what is as it was is not sent again', async () => {
  answers['/files'] = ({ headers }, response) =>
    headers['if-none-match'] === 'W/"1"'
      ? response.writeHead(304).end()
      : response.writeHead(200, { etag: 'W/"1"' }).end('{"items":[]}');
  const { signal } = new AbortController();
  const first = await askAgain('/files', undefined, signal);
  expect(first).toEqual({ answer: { items: [] }, tag: 'W/"1"' });
  expect(await askAgain('/files', first, signal)).toBe(first);
  expect(await askAgain('/files', { answer: 'old', tag: 'W/"0"' }, signal)).toEqual(first);
  await expect(askAgain('/refuses', first, signal)).rejects.toMatchObject({ code: 'csrf' });
});

test('of a record what came since is asked for; all of it, where that says more of what stood before', async () => {
  const path = '/v1/complaints/L/events?limit=200';
  const types = ['filed', 'disposed'];
  const lines = (from: number, next: string | null = null) => {
    const items = types.slice(from).map((type) => ({ type }));
    return (_: IncomingMessage, response: ServerResponse) =>
      response.end(JSON.stringify({ items, next, end: String(types.length), total: types.length }));
  };
  const { signal } = new AbortController();
  const urls = () => asked.splice(0).map(({ request }) => request.url);
  answers[path] = lines(0);
  const whole = await askRecord('L', undefined, signal);
  expect(whole).toEqual({ items: [{ type: 'filed' }, { type: 'disposed' }], end: '2' });
  answers[`${path}&cursor=2`] = lines(2);
  expect(await askRecord('L', whole, signal)).toBe(whole);
  types.push('received');
  answers[`${path}&cursor=2`] = lines(2);
  const longer = await askRecord('L', whole, signal);
  expect(longer).toEqual({ items: types.map((type) => ({ type })), end: '3' });
  expect(urls()).toEqual([path, `${path}&cursor=2`, `${path}&cursor=2`]);
  // Deadlines that moved; and a line that came between those that are here.
  for (const type of ['recomputed', 'asked']) {
    types.push(type);
    answers[`${path}&cursor=3`] = lines(type === 'asked' ? 4 : 3);
    answers[path] = lines(0);
    const anew = await askRecord('L', longer, signal);
    expect(anew.items).toHaveLength(types.length);
    expect(urls()).toEqual([`${path}&cursor=3`, path]);
  }
});

test('an address carries what is asked for, and nothing that is empty', () => {
  expect(queryOf({ q: 'air & api', page: 0, open: false, none: '', cursor: undefined, office: null })).toBe(
    '?q=air+%26+api&page=0&open=false',
  );
  expect(queryOf(undefined)).toBe('');
});

test('what went wrong is one problem, whatever was thrown, with its words by field', () => {
  expect(problemIn(null)).toBeUndefined();
  expect(problemIn(new TypeError('broken'))).toMatchObject({
    code: 'unreadable',
    detail: 'TypeError: broken',
  });
  const errors = [
    { path: 'week.1', message: 'Jam terbalik' },
    { path: 'weekend', message: 'Tidak dikenal' },
  ];
  const problem = problemOf(422, JSON.stringify({ code: 'invalid', errors }), '3');
  expect(problemIn(problem)).toBe(problem);
  expect(problem).toMatchObject({ retryAfter: 3, uncertain: false });
  expect([fieldError(problem, 'week'), fieldError(problem, 'week.1'), fieldError(problem, 'wee')]).toEqual([
    'Jam terbalik',
    'Jam terbalik',
    undefined,
  ]);
  expect(problemOf(502, '<html>', null)).toMatchObject({ code: 'unreadable', uncertain: true });
});
