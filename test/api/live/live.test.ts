// Server-sent events: who hears what, how soon, and what becomes of them when something goes away.
import { isInvolved, officesInvolved } from '../../../db/complaints/involved.ts';
import { once } from 'node:events';
import { createConnection } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { Presence } from '../../../api/live/presence.ts';
import { Api } from '../../support/api.ts';
import { EventReader } from '../../support/event-reader.ts';
import { Visitor } from '../../support/console/visitor.ts';

let api: Api;
beforeAll(async () => {
  api = await Api.open();
});
afterAll(() => api?.close());

const open: EventReader[] = [];
afterEach(() => {
  for (const reader of open.splice(0)) reader.close();
});

async function read(path: string, headers: Record<string, string>): Promise<EventReader> {
  const reader = await EventReader.open(`${api.base}${path}`, headers);
  open.push(reader);
  return reader;
}
const bearer = async (who: string) => ({ authorization: `Bearer ${await api.tokenOf(who)}` });
const live = async (who: string) => {
  const reader = await read('/v1/live', await bearer(who));
  expect(await reader.heard('ready', {})).toBeDefined();
  return reader;
};
const dispose = { action: 'dispose', officeId: 'kementerian-contoh' };

describe('a decision', () => {
  test('reaches those who may see the report within two seconds, and nobody else', async () => {
    const r = await api.report();
    const [nasional, instansi, ops, stranger, below] = [
      await live('nasional'),
      await live('instansi'),
      await live('ops'),
      await live('instansi2'),
      await live('eselon1'),
    ];
    const before = Date.now();
    await r.decide('nasional', dispose);
    for (const reader of [nasional, instansi, ops]) {
      const heard = await reader.heard('complaint', { number: r.number });
      expect((heard?.at ?? Infinity) - before).toBeLessThan(2_000);
    }
    expect(await instansi.heard('notification', {})).toBeDefined();
    await sleep(500);
    expect(stranger.events.map(({ event }) => event)).toEqual(['ready']);
    expect(below.events.map(({ event }) => event)).toEqual(['ready']);
  });

  test('is told to who comes a moment after it, as far as it is theirs, and how far back that reaches', async () => {
    // Somebody listens, or nothing of before would be known.
    await live('nasional');
    const earlier = await api.report();
    await sleep(2_500);
    const r = await api.report();
    await r.decide('nasional', dispose);
    const after = async (who: string) => {
      const reader = await read('/v1/live?back=2', await bearer(who));
      const told = await reader.waitFor(() => reader.events.at(0), 2_000);
      expect([who, told?.event, told?.data]).toEqual([who, 'ready', '{"back":2}']);
      return reader;
    };
    const agency = await after('instansi');
    expect(await agency.heard('complaint', { number: r.number })).toBeDefined();
    expect(JSON.stringify(agency.events)).not.toContain(earlier.number);
    const stranger = await after('instansi2');
    await sleep(300);
    expect(stranger.events.map(({ event }) => event)).toEqual(['ready']);
  });

  test('reaches a browser by its cookie, and the reporter by the access key: of that report only', async () => {
    const [r, other] = [await api.report(), await api.report()];
    const visitor = new Visitor(api);
    await visitor.signIn('nasional');
    const officer = await read('/v1/live', { cookie: visitor.cookieHeader() });
    const reporter = await read(`${r.path}/live`, { 'x-access-key': r.key });
    expect(reporter.headers.get('content-type')).toBe('text/event-stream; charset=utf-8');
    expect(reporter.headers.get('cache-control')).toBe('no-store');
    expect(await reporter.heard('ready', {})).toBeDefined();
    await other.decide('nasional', dispose);
    await r.decide('nasional', dispose);
    expect(await reporter.heard('complaint', { number: r.number })).toBeDefined();
    expect(await officer.heard('complaint', { number: r.number })).toBeDefined();
    await sleep(300);
    expect(JSON.stringify(reporter.events)).not.toContain(other.number);
  });

  test('is told as a note and a change of hands are', async () => {
    const r = await api.report();
    await r.decide('nasional', dispose);
    await sleep(300);
    for (const [path, body] of [
      ['notes', { text: 'Sudah ditelepon.' }],
      ['assignee', { username: 'instansi' }],
    ] as const) {
      const reader = await live('instansi');
      expect((await api.as('instansi', 'POST', `${r.path}/${path}`, body)).status).toBe(204);
      expect([path, await reader.heard('complaint', { number: r.number })]).not.toContain(undefined);
    }
  });
});

test('whom the one query of a moment lets hear is whom the lists let see', async () => {
  const chain = await (await api.report()).toRow8();
  const straight = await api.report({ agencyId: 'badan-contoh' });
  const { body } = await api.as('upt2', 'POST', '/v1/complaints', {
    kind: 'informasi',
    title: 'Lewat UPT',
    description: 'Isi.',
    reporter: { name: 'Pak Tono' },
  });
  const numbers = [chain.number, straight.number, body.number];
  const involved = await officesInvolved(api.sql, numbers);
  const offices = await api.sql<{ id: string; level: string }[]>`select id, level from offices`;
  for (const number of numbers) {
    for (const { id, level } of offices.filter((one) => one.level !== 'national')) {
      const hears = involved.get(number)?.has(id) ?? false;
      expect([number, id, level, hears]).toEqual([number, id, level, await isInvolved(api.sql, number, id)]);
    }
  }
});

test('who has a report open is told to the others who may see it, until they leave or are silent', async () => {
  const r = await api.report();
  await r.decide('nasional', dispose);
  const replica = await api.replica();
  const there = await replica.listen({ port: 0, host: '127.0.0.1' });
  const follow = async (who: string, base = api.base) => {
    const reader = await EventReader.open(`${base}/v1/live?presence=true`, await bearer(who));
    open.push(reader);
    await reader.heard('ready', {});
    return reader;
  };
  const [above, self, stranger, silent] = [
    await follow('nasional', there),
    await follow('instansi'),
    await follow('instansi2'),
    await live('nasional'),
  ];
  const say = (who: string, doing: string | null, tab = 'a') =>
    api.as(who, 'PUT', `${r.path}/presence`, { tab, doing });
  const indra = (doing: string) => ({
    number: r.number,
    people: [
      { name: 'Indra Kusuma', office: { id: 'kementerian-contoh', name: 'Kementerian Contoh' }, doing },
    ],
  });
  expect((await say('instansi', 'reading')).status).toBe(204);
  expect(await above.heard('presence', indra('reading'))).toBeDefined();
  // In two tabs at once: who writes in one of them writes.
  await say('instansi', 'writing', 'b');
  expect(await above.heard('presence', indra('writing'))).toBeDefined();
  // Whoever comes later hears it, too; oneself does not.
  expect(await (await follow('nasional')).heard('presence', indra('writing'))).toBeDefined();
  expect(await self.heard('presence', { number: r.number, people: [] })).toBeDefined();
  await say('instansi', null, 'a');
  await say('instansi', null, 'b');
  expect(await above.heard('presence', { number: r.number, people: [] })).toBeDefined();
  expect((await say('instansi2', 'reading')).status).toBe(404);
  expect((await say('ops', 'reading')).status).toBe(403);
  expect((await say('nasional', 'sleeping')).status).toBe(422);
  expect(
    [stranger, silent].flatMap(({ events }) => events).filter(({ event }) => event === 'presence'),
  ).toEqual([]);
  await replica.close();
  // A tab that is closed without a word is forgotten.
  const presence = new Presence();
  const office = { id: 'x', name: 'X' };
  const heard = { number: 'L', username: 'u', name: 'U', office, tab: 'a', doing: 'reading' };
  const begin = performance.now();
  const clock = vi.spyOn(performance, 'now').mockReturnValue(begin);
  expect(presence.hear(JSON.stringify(heard))).toBe('L');
  expect(presence.hear(JSON.stringify(heard))).toBeUndefined();
  expect(presence.hear('{')).toBeUndefined();
  clock.mockReturnValue(begin + 24_000);
  expect(presence.forget()).toEqual([]);
  clock.mockReturnValue(begin + 25_000);
  expect([presence.forget(), presence.numbers()]).toEqual([['L'], []]);
  clock.mockRestore();
});

describe('refused is', () => {
  test('who has no session, or the wrong key', async () => {
    const r = await api.report();
    expect((await read('/v1/live', {})).status).toBe(401);
    expect((await read(`${r.path}/live`, {})).status).toBe(401);
    expect((await read(`${r.path}/live`, { 'x-access-key': 'AAAA' })).status).toBe(404);
    expect((await read('/v1/complaints/LAP-2026-999999/live', { 'x-access-key': r.key })).status).toBe(404);
  });

  test('the eleventh of one user, until one of the ten is closed', async () => {
    const readers: EventReader[] = [];
    for (let n = 0; n < 10; n += 1) readers.push(await live('eselon1b'));
    const late = await read('/v1/live', await bearer('eselon1b'));
    expect([late.status, Number(late.headers.get('retry-after')) > 0]).toEqual([429, true]);
    await live('eselon1');
    readers[0]?.close();
    await sleep(200);
    await live('eselon1b');
  });
});

describe('a stream ends', () => {
  test('at once with its session, at whichever API; others go on, and hear a beat every fifteen seconds', async () => {
    const replica = await api.replica();
    const there = await replica.listen({ port: 0, host: '127.0.0.1' });
    const [leaves, stays, leftBehind, deactivated] = [
      new Visitor(api),
      new Visitor(api),
      new Visitor(api),
      new Visitor(api),
    ];
    await leaves.signIn('instansi');
    await stays.signIn('instansi');
    await leftBehind.signIn('upt');
    await deactivated.signIn('upt2');
    const of = async (visitor: Visitor, base = api.base) => {
      const reader = await EventReader.open(`${base}/v1/live`, { cookie: visitor.cookieHeader() });
      open.push(reader);
      return reader;
    };
    const [one, two, three] = [await of(leaves), await of(stays), await of(deactivated)];
    // A session of the one API is one of the other.
    const everywhere = [
      await of(leftBehind),
      await of(leftBehind, there),
      await read('/v1/live', await bearer('upt')),
    ];
    expect(everywhere.map(({ status }) => status)).toEqual([200, 200, 200]);
    await leaves.send('DELETE', '/v1/session');
    await api.sql`update users set active = false where username = 'upt2'`;
    const headers = { cookie: leftBehind.cookieHeader(), 'x-csrf-token': leftBehind.csrf };
    const left = await fetch(`${there}/v1/sessions`, { method: 'DELETE', headers });
    expect(left.status).toBe(204);
    const ended = () => [one, three, ...everywhere].map((reader) => reader.ended);
    await one.waitFor(() => !ended().includes(false), 2_000);
    expect(ended()).toEqual([true, true, true, true, true]);
    await two.waitFor(() => two.comments > 0, 17_000);
    expect([two.ended, two.comments]).toEqual([false, 1]);
    await api.sql`update users set active = true where username = 'upt2'`;
    await replica.close();
  });

  test('for the office that the user leaves: from then on they hear what the new one may see', async () => {
    const [r, other] = [
      await api.report({ agencyId: 'kementerian-contoh' }),
      await api.report({ agencyId: 'badan-contoh' }),
    ];
    const reader = await live('instansi2');
    await api.sql`update users set office_id = 'kementerian-contoh' where username = 'instansi2'`;
    await sleep(300);
    const before = reader.events.length;
    await other.decide('nasional', { action: 'receive' });
    await r.decide('instansi', { action: 'receive' });
    expect(await reader.heard('complaint', { number: r.number })).toBeDefined();
    expect(JSON.stringify(reader.events.slice(before))).not.toContain(other.number);
    await api.sql`update users set office_id = 'badan-contoh' where username = 'instansi2'`;
  });

  test('with its server, which does not wait for it', async () => {
    const app = await api.replica();
    const base = await app.listen({ port: 0, host: '127.0.0.1' });
    const reader = await EventReader.open(`${base}/v1/live`, await bearer('ops'));
    await reader.heard('ready', {});
    // As browsers do: opened ahead, and never used.
    const ahead = createConnection(Number(new URL(base).port), '127.0.0.1');
    await once(ahead, 'connect');
    await sleep(100);
    const before = Date.now();
    await app.close();
    expect(Date.now() - before).toBeLessThan(1_000);
    expect(await reader.waitFor(() => reader.ended, 1_000)).toBe(true);
  });

  test('when its reader does not read, while another hears everything', async () => {
    const connections = () =>
      new Promise<number>((resolve) => {
        api.app.server.getConnections((_error, count) => resolve(count));
      });
    const reader = await live('ops');
    const { authorization } = await bearer('nasional');
    const { port } = new URL(api.base);
    const slow = createConnection(Number(port), '127.0.0.1');
    slow.on('error', () => {});
    slow.pause();
    slow.write(`GET /v1/live HTTP/1.1\r\nhost: x\r\nauthorization: ${authorization}\r\n\r\n`);
    await sleep(500);
    const before = await connections();
    const rounds = 100;
    for (let n = 0; n < rounds; n += 1) {
      await api.sql`
        select pg_notify('complaints', ${`${n}-`} || i || repeat('x', 7000)) from generate_series(1, 50) i`;
      await sleep(110);
    }
    await reader.waitFor(() => reader.events.length > rounds * 50, 10_000);
    expect(reader.events.filter(({ event }) => event === 'complaint')).toHaveLength(rounds * 50);
    expect(await connections()).toBe(before - 1);
    slow.destroy();
  });
});

describe('a lost database', () => {
  test.each([
    ['refuses', () => api.proxy.cut()],
    ['is silent', () => api.proxy.silence()],
  ])('that %s: readers are sent to look anew when it is back, and hear again', async (_how, takeAway) => {
    const r = await api.report();
    const before = await live('nasional');
    takeAway();
    await sleep(3_000);
    expect(before.ended).toBe(false);
    expect((await read('/v1/live', await bearer('nasional'))).status).toBe(503);
    api.proxy.mend();
    expect(await before.waitFor(() => before.ended, 15_000)).toBe(true);
    const after = await live('nasional');
    await r.decide('nasional', dispose);
    expect(await after.heard('complaint', { number: r.number })).toBeDefined();
  });
});
