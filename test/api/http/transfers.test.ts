// Exports and files on their way: cut, slow and stalled readers and senders, and everybody else meanwhile.
import { mkdtempSync, rmSync } from 'node:fs';
import { get, type IncomingMessage } from 'node:http';
import { connect, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { buildApp } from '../../../api/app.ts';
import type { App } from '../../../api/services.ts';
import { FileStore } from '../../../store/file-store.ts';
import { mostHalfSent } from '../../../api/http/connections/half-sent.ts';
import { Engine } from '../../../engine/engine.ts';
import { mostUnused } from '../../../api/http/connections/unused-connections.ts';
import { openDatabase, type Sql } from '../../../db/connection/client.ts';
import { secret } from '../../support/api.ts';
import { type FreshDatabase, freshDatabase } from '../../support/database.ts';

const total = 20_000;
const statementTimeoutMs = 2_000;
const boundMs = 3_000;
/** Of what takes moments on a machine that has nothing else to do. */
const patiently = { timeout: 10_000 };
let database: FreshDatabase;
let sql: Sql;
let app: App;
let base: string;
/** The same with short bounds: an answer begins within `boundMs`, and then never rests for longer. */
let hasty: App;
let hastyBase: string;
const folder = mkdtempSync(join(tmpdir(), 'tuntas-transfers-'));
const tokens = new Map<string, string>();

/** Every second one is another agency's. */
const numberOf = (n: number) => `LAP-2026-${String(n).padStart(6, '0')}`;

beforeAll(async () => {
  database = await freshDatabase();
  const filling = openDatabase(database.url, { max: 1, statementTimeoutMs: 60_000 });
  await filling`
    insert into complaints (number, kind, title, description, channel, category, confidentiality, access_key_hash,
      received_at, agency_id)
    select 'LAP-2026-' || lpad(n::text, 6, '0'), 'pengaduan', 'Laporan ' || n, 'Uraian', 'web', repeat('x', 900), 'terbuka', '', timestamptz '2026-01-05' + (n / 3) * interval '1.000001 s',
      case when n % 2 = 0 then 'kementerian-contoh' else 'badan-contoh' end
    from generate_series(1, ${total}) n`;
  await filling`analyze`;
  await filling.end();
  sql = openDatabase(database.url, { max: 4, statementTimeoutMs });
  const build = (bounds = {}) =>
    buildApp({
      sql,
      engine: Engine.fromEnvironment(),
      store: new FileStore(folder),
      secret,
      demoPeople: true,
      logLevel: 'silent',
      ...bounds,
    });
  app = await build();
  hasty = await build({ patienceMs: boundMs, stallMs: boundMs });
  base = await app.listen({ port: 0, host: '127.0.0.1' });
  hastyBase = await hasty.listen({ port: 0, host: '127.0.0.1' });
  for (const username of ['nasional', 'instansi', 'instansi2', 'ops']) {
    const answer = await fetch(`${base}/v1/sessions`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ username, password: 'demo' }),
    });
    tokens.set(username, ((await answer.json()) as { token: string }).token);
  }
});
afterAll(async () => {
  await Promise.all([app?.close(), hasty?.close()]);
  await sql?.end({ timeout: 1 });
  await database?.close();
  rmSync(folder, { recursive: true, force: true });
});

const authorized = (who: string) => ({ authorization: `Bearer ${tokens.get(who)}` });

/** Answered, and not read yet. */
function started(who: string, path: string, at = base): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    get(at + path, { headers: authorized(who), agent: false }, resolve).once('error', reject);
  });
}

test('while exports are cut at any moment, everybody gets their own reports and no others', async () => {
  const over = new AbortController();
  const wrong: string[] = [];
  let asked = 0;
  const read = async (who: string, rest: number | undefined) => {
    while (!over.signal.aborted || asked < 40) {
      const n = 1 + Math.floor(Math.random() * total);
      const answer = await fetch(`${base}/v1/complaints/${numberOf(n)}`, { headers: authorized(who) });
      const body = (await answer.json()) as { number?: string; title?: string };
      const own = rest === undefined || n % 2 === rest;
      const right = own
        ? answer.status === 200 && body.number === numberOf(n) && body.title === `Laporan ${n}`
        : // Mostly no engine is here to say whether it is on its way to them.
          [404, 503].includes(answer.status) && body.number === undefined;
      if (!right) wrong.push(`${who} ${numberOf(n)}: ${answer.status} ${body.number}`);
      asked++;
    }
  };
  const cut = async (who: string, afterMs: number) => {
    const answer = await started(who, '/v1/reports/complaints.csv');
    answer.once('data', () => answer.pause()).on('error', () => {});
    await sleep(afterMs);
    answer.destroy();
  };
  const readers = Promise.all([
    read('instansi', 0),
    read('instansi2', 1),
    read('nasional', undefined),
    read('instansi', 0),
  ]);
  await Promise.all([
    // Some before and some after the server's limit of a statement.
    ...['nasional', 'ops'].map((who) => cut(who, statementTimeoutMs + 400)),
    ...[0, 1, 2, 3, 4, 5].map(async (n) => {
      for (let times = 0; times < 4; times++)
        await cut(['instansi', 'instansi2'][n % 2] ?? '', Math.random() * 500);
    }),
  ]);
  over.abort();
  await readers;
  expect(wrong).toEqual([]);
});

test('two exports at once for a user; slow readers hold no connection, and whoever leaves gives the place back', async () => {
  const path = '/v1/reports/complaints.csv';
  const slow = await Promise.all([started('nasional', path), started('nasional', path)]);
  expect(slow.map(({ statusCode }) => statusCode)).toEqual([200, 200]);
  const third = await fetch(base + path, { headers: authorized('nasional') });
  expect([third.status, Number(third.headers.get('retry-after')) > 0]).toEqual([429, true]);
  expect(await third.json()).toMatchObject({ code: 'too-many-requests' });
  // Of everything that is not idle, only this question is left.
  await vi.waitFor(async () => {
    const busy = await database.sql`
      select query from pg_stat_activity
      where datname = current_database() and state <> 'idle' and pid <> pg_backend_pid()
        and backend_type = 'client backend'`;
    expect(busy).toEqual([]);
  }, patiently);
  const head = await fetch(base + path, { method: 'HEAD', headers: authorized('nasional') });
  expect([head.status, head.headers.get('content-type')]).toEqual([200, 'text/csv; charset=utf-8']);
  const another = await started('ops', path);
  expect(another.statusCode).toBe(200);
  another.destroy();
  slow[0]?.destroy();
  await vi.waitFor(async () => {
    const next = await started('nasional', path);
    next.destroy();
    expect(next.statusCode).toBe(200);
  }, patiently);
  slow[1]?.destroy();
});

test('a download goes on as long as it moves, and is cut when it rests', async () => {
  const path = '/v1/reports/complaints.csv';
  const slowly = async () => {
    const began = Date.now();
    let [lines, rested] = [0, 0];
    for await (const part of await started('nasional', path, hastyBase)) {
      lines += String(part).split('\n').length - 1;
      if (lines - rested > 1_500) {
        rested = lines;
        await sleep(600);
      }
    }
    return { lines, longer: Date.now() - began > 1.5 * boundMs };
  };
  const resting = async () => {
    const began = Date.now();
    const answers = await Promise.all([started('ops', path, hastyBase), started('ops', path, hastyBase)]);
    for (const answer of answers) answer.on('error', () => {});
    await vi.waitFor(
      async () => {
        const next = await started('ops', path, hastyBase);
        next.destroy();
        expect(next.statusCode).toBe(200);
      },
      { timeout: 20_000, interval: 200 },
    );
    return Date.now() - began > 0.9 * boundMs;
  };
  expect(await Promise.all([slowly(), resting()])).toEqual([{ lines: total + 1, longer: true }, true]);
});

test('a request that rests half-sent is cut; an address has so many of them, and of connections that ask nothing', async () => {
  const sent = (text: string, at: string) => {
    const { hostname, port } = new URL(at);
    const socket = connect(Number(port), hostname).on('error', () => {});
    socket.write(text);
    return socket;
  };
  const half = (at: string) =>
    sent(
      'POST /v1/complaints HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\ncontent-length: 99\r\n\r\n{',
      at,
    );
  const closed = (sockets: Socket[]) => sockets.filter((socket) => socket.closed).length;
  const began = Date.now();
  const resting = [half(hastyBase), sent('GET /v1/offices HTTP/1.1\r\nho', hastyBase)];
  const many = Array.from({ length: mostHalfSent + 6 }, () => half(base));
  const silent = Array.from({ length: mostUnused + 4 }, () => sent('', base));
  await vi.waitFor(() => expect(closed(many)).toBe(6), { timeout: 10_000 });
  await vi.waitFor(() => expect(closed(silent)).toBe(4), { timeout: 10_000 });
  await vi.waitFor(() => expect(closed(resting)).toBe(2), { timeout: 15_000 });
  expect(Date.now() - began).toBeGreaterThan(0.9 * boundMs);
  expect((await fetch(`${base}/v1/offices`, { headers: authorized('ops') })).status).toBe(200);
  for (const socket of [...many, ...silent]) socket.destroy();
});
