// A database that is away says so by its own name, and soon; what it answered wrongly is no answer.
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { createActivities } from '../../activities/index.ts';
import {
  filingSeconds,
  insertComplaints,
  type NewComplaint,
  nextNumbers,
} from '../../db/complaints/filing/file-complaint.ts';
import { DatabaseAway, orAway } from '../../db/connection/away.ts';
import { openDatabase } from '../../db/connection/client.ts';
import { one } from '../../db/connection/rows.ts';
import { filed } from '../support/walks/walk.ts';
import { freshDatabase } from '../support/database.ts';
import { Proxy } from '../support/servers/proxy.ts';
import { store } from '../support/registry.ts';

// postgres.js has no query timeout, so the record gives up by itself.
test('the record rejects promptly when an open connection goes silent', async () => {
  const { url, sql: direct, close } = await freshDatabase();
  const proxy = await Proxy.before(url);
  const sql = openDatabase(proxy.url, { max: 2 });
  try {
    const walk = filed('2026-11-23T02:00:00.000Z', { number: 'LAP-GELAP-1' });
    await store(direct, walk.case.number, '2026-11-23T02:00:00.000Z');
    await sql`select 1`;
    proxy.silence();
    const { record } = createActivities({ sql });
    const ended = record({ number: walk.case.number, entries: walk.entries }).then(
      () => 'written',
      () => 'rejected',
    );
    expect(await Promise.race([ended, sleep(10_000, 'still waiting')])).toBe('rejected');
  } finally {
    proxy.close();
    await sql.end({ timeout: 0 });
    await close();
  }
});

test('where nobody listens, the error names the database and the address, and keeps the code', async () => {
  const sql = openDatabase('postgres://nobody@127.0.0.1:1/none', { max: 1 });
  const error: unknown = await sql`select 1`.catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(DatabaseAway);
  expect(error).toMatchObject({
    code: 'ECONNREFUSED',
    message: 'The database is away: ECONNREFUSED 127.0.0.1:1.',
  });
  await sql.end({ timeout: 0 });
});

test.each([
  ['57014', true],
  // A disk that is full, and one that does not read.
  ['53100', true],
  ['58030', true],
  ['08006', true],
  ['CONNECT_TIMEOUT', true],
  ['23505', false],
  ['ENOENT', false],
])('%s says that the database is away: %s', (code, away) => {
  const error = Object.assign(new Error('x'), { code });
  expect(orAway(error) instanceof DatabaseAway).toBe(away);
});

test('exactly one row is one, and neither none nor two', () => {
  expect(one(['satu'])).toBe('satu');
  for (const rows of [[], ['satu', 'dua']]) expect(() => one(rows)).toThrow(`${rows.length} rows`);
});

test('a filing that reaches the database long after its number is not written down: whoever filed was told 503', async () => {
  const { sql, close } = await freshDatabase();
  try {
    const [given] = await nextNumbers(sql, [null], undefined);
    if (!given) throw new Error('There is no number.');
    const one: NewComplaint = {
      ...given,
      kind: 'pengaduan',
      oversight: false,
      title: 'Jalan berlubang',
      description: 'Lubang di depan pasar.',
      channel: 'web',
      category: null,
      place: null,
      region: null,
      point: null,
      happenedOn: null,
      confidentiality: 'terbuka',
      agencyId: null,
      accessKeyHash: Buffer.alloc(32),
      requestHash: Buffer.alloc(32),
      idempotencyKey: null,
      externalId: null,
      filedBy: null,
      backlog: false,
      tellReporter: true,
      reporter: { name: 'Siti', email: null, phone: null, nik: null, updates: [], language: 'id' },
    };
    const late = new Date(given.numberedAt.getTime() - filingSeconds * 1_000);
    expect(await insertComplaints(sql, [{ ...one, numberedAt: late }])).toEqual([]);
    expect(await insertComplaints(sql, [one])).toMatchObject([{ number: given.number }]);
  } finally {
    await close();
  }
});
