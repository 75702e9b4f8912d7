// An office joins another while worker and database are killed in the middle of it; advice ends though nobody was there to hear of it.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { chmod } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Client, Connection } from '@temporalio/client';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { reconcile } from '../../activities/scheduled/reconcile.ts';
import type { Filed, Send } from '../../cli/shared/api-client.ts';
import { openDatabase, type Sql } from '../../db/connection/client.ts';
import { firstBrokenAddition } from '../../db/record/addition-chains.ts';
import { firstBreak } from '../../db/record/chain.ts';
import { Engine } from '../../engine/engine.ts';
import { freePort } from '../../local/parts/ports.ts';
import { Product } from '../support/product.ts';

const office = 'kementerian-contoh';
const successor = 'badan-contoh';
const held = 60;

let folder: string;
let product: Product;
let sql: Sql;
let connection: Connection;
let client: Client;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'tuntas-moving-'));
  await chmod(folder, 0o755);
  product = new Product(folder, await freePort());
  await product.start();
  sql = openDatabase(readFileSync(join(folder, 'database.url'), 'utf8'), { max: 2 });
  connection = Connection.lazy({ address: /^ +Temporal +(\S+)$/m.exec(product.output)?.[1] ?? '' });
  client = new Client({ connection });
});
afterAll(async () => {
  await sql?.end({ timeout: 1 });
  await connection?.close();
  await product?.stop();
  rmSync(folder, { recursive: true, force: true });
});

async function file(agencyId?: string): Promise<string> {
  const { number } = await product.anyone()<Filed>('POST', '/v1/complaints', {
    kind: 'pengaduan',
    title: 'Lampu jalan mati',
    description: 'Gelap sejak sepekan.',
    reporter: { name: 'Siti' },
    ...(agencyId && { agencyId }),
  });
  return number;
}

const decide = (send: Send, number: string, body: Record<string, unknown>) =>
  send('POST', `/v1/complaints/${number}/decisions`, body);

async function ask(send: Send, number: string, officeId: string): Promise<string> {
  const body = { officeId, question: 'Apakah izinnya pernah terbit?' };
  return (await send<{ id: string }>('POST', `/v1/complaints/${number}/consultations`, body)).id;
}

const answer = (send: Send, id: string) =>
  send('POST', `/v1/complaints/${id.replace(/-K\d+$/, '')}/consultations/${id}/answer`, { text: 'Ya.' });

const statusOf = async (id: string) => (await client.workflow.getHandle(id).describe()).status.name;
const standing = async (id: string) => {
  const [row] = await sql`select status, from_office_id, office_id from consultations where id = ${id}`;
  return row;
};

/** By the record; how many reports have moved. */
async function moved(): Promise<number> {
  const [row] = await sql<{ moved: number }[]>`
    select count(distinct number) as moved from events where type = 'succeeded' and from_office_id = ${office}`;
  return row?.moved ?? 0;
}

async function untilMoved(count: number): Promise<number> {
  for (const until = Date.now() + 90_000; ; await sleep(10)) {
    const now = await moved();
    if (now >= count || Date.now() > until) return now;
  }
}

test('every report moves once, and every question ends as it should', async () => {
  const people = ['nasional', 'instansi', 'instansi2', 'eselon1', 'ops'];
  const sends = await Promise.all(people.map((who) => product.as(who)));
  const [national, agency, other, unit, ops] = sends as [Send, Send, Send, Send, Send];
  const numbers: string[] = [];
  for (let n = 0; n < held; n += 4)
    numbers.push(...(await Promise.all(Array.from({ length: 4 }, () => file(office)))));
  const asking = numbers.slice(0, 3);
  for (const number of asking) await decide(agency, number, { action: 'receive' });
  const [answered, withdrawn, left] = (await Promise.all(
    asking.map((number) => ask(agency, number, 'ditjen-pelayanan')),
  )) as [string, string, string];
  const above = await file();
  const asked = await ask(national, above, office);
  for (const id of [answered, withdrawn, left, asked]) await expect.poll(() => statusOf(id)).toBe('RUNNING');

  const { id, total } = await ops<{ id: number; total: number }>('POST', `/v1/offices/${office}/succession`, {
    successorId: successor,
  });
  expect(total).toBe(held);
  const first = await untilMoved(3);
  await product.kill('worker');
  // Nobody does what the worker was at until its silence is noticed; then another goes on where it was.
  const second = await untilMoved(first + 12);
  await product.kill('PostgreSQL');
  expect([first, second].every((count) => count > 0 && count < held)).toBe(true);
  const finished = async () =>
    (await ops<{ finishedAt: string | null }>('GET', `/v1/successions/${id}`)).finishedAt;
  await expect.poll(finished, { timeout: 120_000, interval: 200 }).not.toBeNull();
  expect(await ops('GET', `/v1/successions/${id}`)).toMatchObject({ moved: held, passedOver: 0 });

  // What was asked by the office, and of it, is the successor's.
  for (const open of [answered, withdrawn, left])
    expect(await standing(open)).toEqual({
      status: 'open',
      fromOfficeId: successor,
      officeId: 'ditjen-pelayanan',
    });
  expect(await standing(asked)).toEqual({ status: 'open', fromOfficeId: 'nasional', officeId: successor });
  // Answered and withdrawn while the worker is dead, and left just before it and the database are.
  process.kill(product.pidOf('worker'), 'SIGKILL');
  await answer(unit, answered);
  await other('DELETE', `/v1/complaints/${asking[1]}/consultations/${withdrawn}`);
  await answer(other, asked);
  await decide(other, asking[2] ?? '', { action: 'return', reason: 'Bukan kewenangan kami.' });
  process.kill(product.pidOf('worker'), 'SIGKILL');
  await product.kill('PostgreSQL');
  for (const ended of [answered, withdrawn, left, asked])
    await expect.poll(() => statusOf(ended), { timeout: 60_000 }).toBe('COMPLETED');
  expect(await standing(answered)).toMatchObject({ status: 'answered' });
  expect(await standing(withdrawn)).toMatchObject({ status: 'withdrawn' });
  expect(await standing(left)).toMatchObject({ status: 'ended' });
  // Who was asked sees none of the three any more.
  for (const number of asking) await expect(unit('GET', `/v1/complaints/${number}`)).rejects.toThrow('404');

  const wrong = await sql`
    select number from complaints c where ended_at is null and (
      jsonb_path_exists(state, ${`$.** ? (@ == "${office}")`}::jsonpath)
      or (select count(*) from events e where e.number = c.number and e.type = 'succeeded')
        <> (case when number = ${above} then 0 else 1 end))`;
  expect(wrong).toEqual([]);
  expect(await firstBreak(sql)).toBeUndefined();
  expect(await firstBrokenAddition(sql)).toBeUndefined();
  expect(await reconcile(sql, new Engine(client))).toEqual({ started: 0, mended: [], differences: [] });
});
