// Exports and files on their way: cut, slow and stalled readers and senders, and everybody else meanwhile.
import { mkdtempSync, rmSync } from 'node:fs';
import { get, type IncomingMessage } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type App, buildApp } from '../../api/app.ts';
import { FileStore } from '../../api/attachments/file-store.ts';
import { Complaints } from '../../api/complaints.ts';
import { openDatabase, type Sql } from '../../db/client.ts';
import { secret } from '../support/api.ts';
import { type FreshDatabase, freshDatabase } from '../support/database.ts';

const total = 20_000;
const statementTimeoutMs = 2_000;
let database: FreshDatabase;
let sql: Sql;
let app: App;
let base: string;
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
  const complaints = Complaints.fromEnvironment();
  app = await buildApp({
    sql,
    complaints,
    store: new FileStore(folder),
    secret,
    demoPeople: true,
    logLevel: 'silent',
  });
  base = await app.listen({ port: 0, host: '127.0.0.1' });
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
  await app?.close();
  await sql?.end({ timeout: 1 });
  await database?.close();
  rmSync(folder, { recursive: true, force: true });
});

const authorized = (who: string) => ({ authorization: `Bearer ${tokens.get(who)}` });

/** Answered, and not read yet. */
function started(who: string, path: string): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    get(base + path, { headers: authorized(who), agent: false }, resolve).once('error', reject);
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
        : answer.status === 404 && body.number === undefined;
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
