// A record reads once and writes once (decision 33), without a lock between: what others write meanwhile is not passed over.
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { createActivities } from '../../activities/index.ts';
import type { ComplaintActivities } from '../../activities/types.ts';
import type { Db } from '../../db/connection/client.ts';
import { watchStatements } from '../../db/connection/watch-statements.ts';
import { firstBreak } from '../../db/record/chain.ts';
import { agency, echelon1, national } from '../support/walks/small-ministry.ts';
import { by, filed, later, type Walk } from '../support/walks/walk.ts';
import { openRegistry, type Registry, since, store } from '../support/registry.ts';

const monday = '2026-11-23T02:00:00.000Z';
const hour = 3_600_000;
let r: Registry;
let activities: ComplaintActivities;
/** The statements of records, by their first words, and transactions that begin. */
let asked: string[] = [];
const ofRecords = /^(select c\.number, c\.title|with brought|begin)/;
let count = 0;
beforeAll(async () => {
  r = await openRegistry();
  activities = createActivities({
    sql: r.sql,
    mail: { url: 'smtp://127.0.0.1:1', from: 'tuntas@example.org' },
  });
  await r.sql`insert into webhooks (office_id, url, types, secret, created_by)
    values (${agency.id}, 'https://example.org/', '{}', 'rahasia', (select username from users limit 1))`;
  watchStatements(() => (text) => asked.push(text.trim().split(/\s+/, 3).join(' ')));
});
beforeEach(() => {
  asked = [];
});
afterAll(() => r?.close());

async function begin(): Promise<Walk> {
  count += 1;
  const number = `LAP-SEKALI-${count}`;
  await store(r.sql, number, monday, 'siti@example.org');
  const walk = filed(monday, { number });
  await write(walk);
  return walk;
}

const write = (walk: Walk, after = 0) =>
  activities.record({ number: walk.case.number, entries: since(walk.entries, after) });

/** With the Eselon 1, which answers it itself. */
async function withEchelon1(): Promise<Walk> {
  const start = await begin();
  let walk = by(later(start, hour), national, 'dispose', { target: agency });
  walk = by(by(walk, agency, 'receive'), agency, 'accept', { target: echelon1 });
  walk = by(by(walk, echelon1, 'receive'), echelon1, 'accept');
  await write(walk, start.case.seq);
  return walk;
}

const answer = (walk: Walk) =>
  by(later(walk, hour), echelon1, 'answer', { text: 'Lubang itu sudah kami tambal seluruhnya.' });

const kindsOf = async (number: string) =>
  (await r.sql<{ kind: string }[]>`select kind from notifications where number = ${number} order by id`).map(
    ({ kind }) => kind,
  );
const rowOf = async (number: string) =>
  (
    await r.sql<{ seq: number; events: number; calls: number; mails: number }[]>`
    select seq, (select count(*) from events e where e.number = c.number) as events,
      (select count(*) from deliveries d where d.number = c.number and d.channel = 'webhook') as calls,
      (select count(*) from deliveries d where d.number = c.number and d.channel = 'mail') as mails
    from complaints c where number = ${number}`
  )[0];

/** Runs `work` while another has written to the reports and commits as soon as `work` waits for it. */
async function meanwhile<T>(others: (tx: Db) => Promise<unknown>, work: () => Promise<T>): Promise<T> {
  let working: Promise<T> | undefined;
  await r.sql.begin(async (tx) => {
    await others(tx);
    asked = [];
    working = work();
    const waits = () => r.sql`
      select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`;
    while ((await waits()).length === 0) await sleep(10);
  });
  if (!working) throw new Error('nothing was done');
  return working;
}

const atOnce = ['select c.number, c.title,', 'with brought as'];

test('a decision is two statements, with its visits, notifications, mails and calls, also one that answers', async () => {
  let walk = await begin();
  const decisions: ((walk: Walk) => Walk)[] = [
    (at) => by(at, national, 'dispose', { target: agency }),
    (at) => by(at, agency, 'receive'),
    (at) => by(at, agency, 'accept', { target: echelon1 }),
    (at) => by(at, echelon1, 'respond', { text: 'Laporan ini sedang kami periksa.' }),
    (at) => by(at, echelon1, 'accept'),
    answer,
  ];
  for (const decide of decisions) {
    const before = walk.case.seq;
    walk = decide(later(walk, hour));
    asked = [];
    await write(walk, before);
    expect(asked).toEqual(atOnce);
  }
  const { number, seq } = walk.case;
  expect(await rowOf(number)).toMatchObject({ seq, events: seq });
  expect((await rowOf(number))?.calls).toBeGreaterThan(decisions.length);
  expect(await kindsOf(number)).toEqual(
    expect.arrayContaining(['receipt', 'arrival', 'first-response', 'answer']),
  );
  expect((await rowOf(number))?.mails).toBeGreaterThan(2);
  expect(await firstBreak(r.sql)).toBeUndefined();
});

test('a word of it that cannot be written leaves nothing of the rest, and all of it is written when it can', async () => {
  const before = await withEchelon1();
  const { number, seq } = before.case;
  const walk = answer(before);
  const was = await rowOf(number);
  await r.sql.unsafe(`alter table notifications add constraint refused check (kind <> 'answer') not valid`);
  await expect(write(walk, seq)).rejects.toThrow('refused');
  expect(await rowOf(number)).toEqual(was);
  await r.sql.unsafe('alter table notifications drop constraint refused');
  await write(walk, seq);
  expect(await rowOf(number)).toMatchObject({ seq: walk.case.seq, events: walk.case.seq });
});

test('a report that was written to since it was read is read again, locked, and recorded once', async () => {
  const before = await withEchelon1();
  const { number, seq } = before.case;
  const walk = answer(before);
  const recorded = await meanwhile(
    (tx) => tx`update complaints set title = 'Jalan rusak berat' where number = ${number}`,
    () => write(walk, seq),
  );
  expect(asked.filter((text) => ofRecords.test(text))).toEqual([...atOnce, 'begin', ...atOnce]);
  expect(recorded.deadlines).toMatchObject([{ deadline: walk.case.clocks.row?.due }]);
  expect(await rowOf(number)).toMatchObject({ seq: walk.case.seq, events: walk.case.seq });
  const [told] = await r.sql<{ body: string }[]>`
    select body from notifications where number = ${number} and kind = 'answer'`;
  expect(told?.body).toContain('Jalan rusak berat');
});

test('who begins to follow a report while its answer is being recorded hears of it (reading 21)', async () => {
  const follower = await begin();
  const before = await withEchelon1();
  const walk = answer(before);
  await meanwhile(
    async (tx) => {
      // As who records the duplicate does: locks both, and writes to its own row alone.
      await tx`select from complaints where number = ${before.case.number} for update`;
      await tx`update complaints set duplicate_of = ${before.case.number} where number = ${follower.case.number}`;
    },
    () => write(walk, before.case.seq),
  );
  expect(await kindsOf(follower.case.number)).toContain('original-answer');
});
