// When more comes than can be done, who is let in: over HTTP, with a room that is as full as the test says.
import { fastify, type FastifyInstance } from 'fastify';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { installErrors } from '../../../api/http/errors.ts';
import { admitInOrder } from '../../../api/http/limits/admission.ts';
import { Room } from '../../../engine/room.ts';

let app: FastifyInstance;
let room: Room;
let finish: (() => void)[] = [];
beforeEach(() => {
  [app, room, finish] = [fastify(), new Room(() => 0), []];
  admitInOrder(app, room);
  installErrors(app);
  const slow = () => new Promise<string>((resolve) => finish.push(() => resolve('ya')));
  app.post('/v1/decide', { config: { callers: ['anyone'], precedence: 'decision' } }, slow);
  app.post('/v1/decide-many', { config: { callers: ['anyone'], precedence: 'many-decisions' } }, slow);
  app.post('/v1/file', { config: { callers: ['anyone'], precedence: 'filing' } }, slow);
  app.get('/v1/list', { config: { callers: ['anyone'] } }, () => 'ya');
  app.get('/healthz', { config: { callers: ['anyone'] } }, () => 'ya');
});
afterEach(() => app.close());

const send = async (method: 'GET' | 'POST', url: string) => {
  const { statusCode, headers, body } = await app.inject({ method, url });
  return { statusCode, wait: headers['retry-after'], code: /"code":"([\w-]+)"/.exec(body)?.[1] };
};
const busy = { statusCode: 503, wait: '2', code: 'busy' };
const taken = { statusCode: 200 };

test('first what only looks is sent away, then filings, then decisions; and let in again', async () => {
  const asked: Promise<unknown>[] = [];
  const enter = async (url: string) => {
    const before = finish.length;
    asked.push(send('POST', url));
    while (finish.length === before) await new Promise((resolve) => setImmediate(resolve));
  };
  const fillTo = async (share: number, url: string) => {
    while (room.hasRoom(share)) await enter(url);
  };
  await fillTo(0.8, '/v1/decide');
  expect(await send('GET', '/v1/list')).toEqual(busy);
  expect(await send('GET', '/healthz')).toMatchObject(taken);
  await fillTo(0.9, '/v1/file');
  expect(await send('POST', '/v1/file')).toEqual(busy);
  // However many they are, they take no more room than they had, and their length says nothing of one.
  await enter('/v1/decide-many');
  await fillTo(1, '/v1/decide');
  for (const url of ['/v1/decide', '/v1/decide-many']) expect(await send('POST', url)).toEqual(busy);
  for (const one of finish) one();
  for (const one of await Promise.all(asked)) expect(one).toMatchObject(taken);
  expect(await send('GET', '/v1/list')).toMatchObject(taken);
});
