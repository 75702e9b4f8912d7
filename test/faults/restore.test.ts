// A restore rehearsed: yesterday's database beside today's engine, the other way round, both of one moment, and files a day older.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { chmod } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Filed, Send } from '../../cli/shared/api-client.ts';
import { freePort } from '../../local/parts/ports.ts';
import { png } from '../support/files/files.ts';
import { formOf } from '../support/files/uploads.ts';
import { Product } from '../support/product.ts';
import { runProgram } from '../support/program.ts';
import { goodAnswer, goodFirstResponse } from '../support/said.ts';

/** What a backup takes: the database, the engine's, and the files. */
const parts = { database: /^postgres$/, engine: /^temporal\.db/, files: /^attachments$/ };
type Part = keyof typeof parts;

let folder: string;
let data: string;
let product: Product;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'tuntas-restore-'));
  await chmod(folder, 0o755);
  data = join(folder, 'data');
  product = new Product(data, await freePort());
  await product.start();
});
afterAll(async () => {
  await product?.stop();
  rmSync(folder, { recursive: true, force: true });
});

/** Of the stopped product, as it stands. */
async function backUp(name: string): Promise<void> {
  await product.stop();
  execFileSync('cp', ['-a', data, join(folder, name)]);
}

/** Puts each part back from the backup of that name, and starts. */
async function restore(from: Record<Part, string>): Promise<void> {
  await product.stop();
  for (const [part, pattern] of Object.entries(parts)) {
    const backup = join(folder, from[part as Part]);
    const ofPart = (place: string) => readdirSync(place).filter((name) => pattern.test(name));
    for (const name of ofPart(data)) rmSync(join(data, name), { recursive: true });
    for (const name of ofPart(backup)) execFileSync('cp', ['-a', join(backup, name), data]);
  }
  await product.start();
}

async function file(): Promise<Filed> {
  return product.anyone()<Filed>('POST', '/v1/complaints', {
    kind: 'pengaduan',
    title: 'Lampu jalan mati',
    description: 'Gelap sejak sepekan.',
    agencyId: 'kementerian-contoh',
    reporter: { name: 'Siti' },
  });
}

async function attach({ number, accessKey }: Filed, note: string): Promise<string> {
  const answer = await fetch(`${product.base}/v1/complaints/${number}/attachments`, {
    method: 'POST',
    headers: { 'x-access-key': accessKey },
    body: formOf(png(note)),
  });
  expect(answer.status).toBe(201);
  return ((await answer.json()) as { id: string }).id;
}

const download = async ({ number, accessKey }: Filed, id: string) =>
  (
    await fetch(`${product.base}/v1/complaints/${number}/attachments/${id}`, {
      headers: { 'x-access-key': accessKey },
    })
  ).status;

interface Decided {
  step: number;
}

/** Whoever is told 503 waits, as a client does. */
async function decide(who: string, { number }: Filed, body: Record<string, unknown>): Promise<number> {
  const send = await product.as(who);
  return (await send<Decided>('POST', `/v1/complaints/${number}/decisions`, body)).step;
}

async function typesOf({ number }: Filed): Promise<string[]> {
  const send = await product.as('nasional');
  const { items } = await send<{ items: { type: string }[] }>('GET', `/v1/complaints/${number}/events`);
  return items.map(({ type }) => type);
}

interface Found {
  at: string | null;
  mended: { number: string; found: string; did: string }[];
  differences: { number: string; what: string }[];
}

const lastFound = async (ops: Send) =>
  (await ops<{ parts: { reconciliation: { facts: Found } } }>('GET', '/v1/operations')).parts.reconciliation
    .facts;

/** Gives all that it mended, until it finds nothing more, and what is left for a person. */
async function reconciled(): Promise<Omit<Found, 'at'>> {
  const ops = await product.as('ops');
  const mended: Found['mended'] = [];
  for (;;) {
    const { at } = await lastFound(ops);
    await ops('POST', '/v1/schedules/reconcile/trigger');
    await expect
      .poll(async () => (await lastFound(ops)).at, { timeout: 30_000, interval: 1_100 })
      .not.toBe(at);
    const found = await lastFound(ops);
    mended.push(...found.mended);
    if (found.mended.length === 0) return { mended, differences: found.differences };
  }
}

async function verified(): Promise<{ code: number | null; said: string }> {
  const { code, out, err } = await runProgram('verify-record', [], {
    env: {
      DATA_DIR: data,
      DATABASE_URL: readFileSync(join(data, 'database.url'), 'utf8'),
      ATTACHMENTS_DIR: join(data, 'attachments'),
    },
  });
  return { code, said: out + err };
}

test('each way of restoring goes on, and names what is lost', async () => {
  const moved = await file();
  const ended = await file();
  for (const one of [moved, ended]) {
    await decide('instansi', one, { action: 'receive' });
    await decide('instansi', one, { action: 'accept', officeId: 'ditjen-pelayanan' });
  }
  await attach(moved, 'kemarin');
  await backUp('yesterday');
  await product.start();
  await decide('eselon1', moved, { action: 'respond', text: goodFirstResponse });
  await decide('eselon1', moved, { action: 'accept' });
  await decide('eselon1', ended, { action: 'respond', text: goodFirstResponse });
  await decide('eselon1', ended, { action: 'accept' });
  await decide('eselon1', ended, { action: 'answer', text: goodAnswer });
  const confirming = { 'x-access-key': ended.accessKey };
  await product.anyone()(
    'POST',
    `/v1/complaints/${ended.number}/replies`,
    { type: 'confirmation' },
    confirming,
  );
  const late = await file();
  await decide('instansi', late, { action: 'receive' });
  const photo = await attach(late, 'hari ini');
  const today = { moved: await typesOf(moved), ended: await typesOf(ended), late: await typesOf(late) };
  expect(await verified()).toMatchObject({ code: 0 });
  await backUp('today');

  // Yesterday's engine and files: nothing of the record is lost, and the file that is gone has a name.
  await restore({ database: 'today', engine: 'yesterday', files: 'yesterday' });
  expect(await decide('eselon1', moved, { action: 'answer', text: goodAnswer })).toBe(11);
  const first = await reconciled();
  expect(first.differences).toEqual([]);
  expect(await decide('instansi', late, { action: 'accept', officeId: 'ditjen-prasarana' })).toBe(6);
  expect(await typesOf(moved)).toEqual([...today.moved, 'resumed', 'answered']);
  expect(await typesOf(ended)).toEqual(today.ended);
  expect(await typesOf(late)).toEqual([...today.late, 'resumed', 'accepted', 'disposed']);
  expect(await verified()).toEqual({
    code: 1,
    said: `Broken: ${late.number}, attachment ${photo} is gone from the store.\n`,
  });
  expect(await download(late, photo)).toBe(503);

  // Yesterday's database: what the engine still has is written; whose filing is lost is named, and no number is given twice.
  await restore({ database: 'yesterday', engine: 'today', files: 'today' });
  const second = await reconciled();
  expect(second.differences).toEqual([{ number: late.number, what: 'row-missing' }]);
  expect(await typesOf(moved)).toEqual([...today.moved, 'resumed']);
  expect(await typesOf(ended)).toEqual(today.ended);
  expect(await decide('eselon1', moved, { action: 'answer', text: goodAnswer })).toBe(11);
  const next = await file();
  expect(next.number > late.number).toBe(true);
  expect(await decide('instansi', next, { action: 'receive' })).toBe(4);
  expect(await verified()).toMatchObject({ code: 0 });

  // Both of one moment: it was as it was.
  await restore({ database: 'yesterday', engine: 'yesterday', files: 'yesterday' });
  expect(await reconciled()).toEqual({ mended: [], differences: [] });
  expect(await decide('eselon1', moved, { action: 'receive' })).toBe(7);
});
