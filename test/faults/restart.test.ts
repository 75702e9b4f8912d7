// One complaint goes through the SOP while every part is killed in turn, Ctrl-C comes, and it starts again, on a newer Node.
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { chmod } from 'node:fs/promises';
import { get } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client, Connection } from '@temporalio/client';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openDatabase } from '../../db/connection/client.ts';
import { Engine } from '../../engine/engine.ts';
import { freePort } from '../../local/parts/ports.ts';
import { isAlive } from '../../local/parts/process.ts';
import { newerNode } from '../support/servers/newer-node.ts';
import { type PartName, Product } from '../support/product.ts';
import { goodAnswer, goodFirstResponse } from '../support/said.ts';

const parts: PartName[] = ['worker', 'Temporal', 'PostgreSQL', 'api'];
let folder: string;
let product: Product;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'tuntas-faults-'));
  await chmod(folder, 0o755);
  product = new Product(folder, await freePort());
});
afterAll(async () => {
  await product?.stop();
  rmSync(folder, { recursive: true, force: true });
});

interface Outcome {
  step: number;
  revision: number;
  options: string[];
}
interface Item {
  number: string;
}

const uiOf = ({ output }: Product) => /Temporal UI +(http\S+)/.exec(output)?.[1] ?? '';
const settingsOf = async (ui: string) => (await (await fetch(`${ui}/api/v1/settings`)).json()) as object;

/** The Temporal UI looks and does not touch. */
async function looksOnly(): Promise<void> {
  const ui = uiOf(product);
  expect(await settingsOf(ui)).toMatchObject({
    DisableWriteActions: true,
    Codec: { Endpoint: `${product.base}/codec`, IncludeCredentials: true },
  });
  const courier = `${ui}/api/v1/namespaces/default/workflows/courier`;
  const read = await fetch(courier);
  const cookie = read.headers.get('set-cookie')?.split(';')[0] ?? '';
  const post = (path: string, body: unknown) =>
    fetch(`${courier}${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', cookie, 'x-csrf-token': cookie.split('=')[1] ?? '' },
      body: JSON.stringify(body),
    });
  // A query changes nothing, and is how the UI shows what a workflow says of itself.
  const queryType = '__temporal_workflow_metadata';
  const answers = [
    read,
    await post(`/query/${queryType}`, { query: { queryType } }),
    await post('/signal/x', {}),
  ];
  expect(answers.map(({ status }) => status)).toEqual([200, 200, 405]);
  const stranger = await new Promise<number>((resolve) => {
    get(ui, { headers: { host: 'evil.example.org:8233' } }, ({ statusCode = 0 }) => resolve(statusCode));
  });
  expect(stranger).toBe(421);
}

/** API and worker log in as who owns no table. */
async function ownsNothing(): Promise<void> {
  const sql = openDatabase(readFileSync(join(folder, 'database.url'), 'utf8'), { max: 1 });
  const others = await sql<{ name: string }[]>`
    select distinct usename as name from pg_stat_activity
    where application_name = 'tuntas' and pid <> pg_backend_pid()`;
  const [owner] = await sql`select tableowner from pg_tables where tablename = 'events'`;
  await sql.end();
  expect([...others]).toEqual([{ name: 'tuntas_service' }]);
  expect(owner).toEqual({ tableowner: 'tuntas' });
}

/** Open reports go on with the build of the worker that runs, though nobody made it current. */
async function goesOnByItself(): Promise<void> {
  const address = /^ +Temporal +(\S+)$/m.exec(product.output)?.[1] ?? '';
  const engine = new Engine(new Client({ connection: Connection.lazy({ address }) }));
  const [{ pollers }, current] = await Promise.all([engine.queue(), engine.versions.current()]);
  await engine.close();
  expect(current).toMatch(/^[0-9a-f]{8}$/);
  expect(pollers.map(({ build }) => build)).toEqual([current]);
}

test('nothing is lost when parts die, and a second start goes on', async () => {
  writeFileSync(join(folder, 'api.log'), 'of an earlier version', { mode: 0o644 });
  await product.start();
  const modes = readdirSync(folder).map((name) => [name, statSync(join(folder, name)).mode & 0o077]);
  expect(modes.filter(([, open]) => open !== 0)).toEqual([]);
  // As root, others may pass through to where PostgreSQL's user works, and see nothing.
  expect(statSync(folder).mode & 0o077).toBe(process.getuid?.() === 0 ? 0o011 : 0);
  await looksOnly();
  await ownsNothing();
  await goesOnByItself();
  const filed = await product.anyone()<{ number: string; accessKey: string }>('POST', '/v1/complaints', {
    kind: 'pengaduan',
    title: 'Lampu jalan mati',
    description: 'Gelap sejak sepekan.',
    reporter: { name: 'Siti', email: 'siti@example.org' },
  });
  const { number } = filed;
  const decide = async (who: string, body: Record<string, unknown>, key: string) =>
    (await product.as(who))<Outcome>('POST', `/v1/complaints/${number}/decisions`, body, {
      'idempotency-key': key,
    });

  // kill -9 of each part between two decisions; the client waits out the 503s.
  await product.kill('worker');
  expect(await decide('nasional', { action: 'dispose', officeId: 'kementerian-contoh' }, 'a')).toMatchObject({
    step: 3,
  });
  await product.kill('Temporal');
  expect(await decide('instansi', { action: 'receive' }, 'b')).toMatchObject({ step: 4 });
  await product.kill('PostgreSQL');
  const accepted = await decide('instansi', { action: 'accept', officeId: 'ditjen-pelayanan' }, 'c');
  expect(accepted).toMatchObject({ step: 6 });
  await product.kill('api');
  // A key that was taken before the crash answers the same and does nothing twice.
  expect(await decide('instansi', { action: 'accept', officeId: 'ditjen-pelayanan' }, 'c')).toEqual(accepted);

  // A second npm start on the same data, or on the same port, is told so and does no harm.
  const second = new Product(folder, await freePort());
  await expect(second.start()).rejects.toThrow(/runs already/);
  const busy = Number(new URL(product.base).port);
  const elsewhere = mkdtempSync(join(tmpdir(), 'tuntas-busy-'));
  await expect(new Product(elsewhere, busy).start()).rejects.toThrow(`Port ${busy} is in use`);
  rmSync(elsewhere, { recursive: true, force: true });

  // Ctrl-C stops everything that was started.
  const pids = parts.map((part) => product.pidOf(part));
  expect(await product.stop('SIGINT')).toBe(0);
  expect(pids.filter((pid) => isAlive(pid))).toEqual([]);

  // kill -9 of npm start itself leaves servers behind, which the next start takes over.
  // From here on by the Node of .nvmrc.
  const node = await newerNode();
  await product.start({ TEMPORAL_DISABLE_WRITE_ACTIONS: 'false' }, node);
  expect(await settingsOf(uiOf(product))).toMatchObject({ DisableWriteActions: false });
  const inbox = await (await product.as('eselon1'))<{ items: Item[] }>('GET', '/v1/inbox');
  expect(inbox.items.map((item) => item.number)).toEqual([number]);
  await product.stop('SIGKILL');
  await product.start({}, node);
  expect(await decide('eselon1', { action: 'respond', text: goodFirstResponse }, 'd')).toMatchObject({
    step: 7,
  });
  await decide('eselon1', { action: 'accept' }, 'e');
  expect(await decide('eselon1', { action: 'answer', text: goodAnswer }, 'f')).toMatchObject({
    step: 11,
  });
  const closed = await product.anyone()<{ status: string }>(
    'POST',
    `/v1/complaints/${number}/replies`,
    { type: 'confirmation' },
    { 'x-access-key': filed.accessKey },
  );
  expect(closed.status).toBe('closed');

  // The record: every row once, in order, without a gap.
  const record = await (await product.as('nasional'))<{
    items: { seq: number; type: string; step: number }[];
  }>('GET', `/v1/complaints/${number}/events`);
  expect(record.items.map(({ seq }) => seq)).toEqual(record.items.map((_, index) => index + 1));
  expect(record.items.map(({ type }) => type)).toEqual([
    'filed',
    'acknowledged',
    'disposed',
    'received',
    'accepted',
    'disposed',
    'received',
    'responded',
    'accepted',
    'answered',
    'confirmed',
  ]);
});
