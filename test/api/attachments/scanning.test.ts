// Where a virus scanner is set, nobody gets a file before it was scanned, and none that has a virus, whatever dies between.
import { createServer, type Server } from 'node:net';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { NotScanned, scan } from '../../../api/attachments/scanning/clamd.ts';
import { claimScans, settleScan } from '../../../db/attachments/scans.ts';
import { firstBrokenAddition } from '../../../db/record/addition-chains.ts';
import type { Driven } from '../../support/api.ts';
import { jpeg, png } from '../../support/files/files.ts';
import { formOf, key, Uploads } from '../../support/files/uploads.ts';
import { Clamd, eicar, longestStream } from '../../support/servers/clamd.ts';

let clamd: Clamd;
let u: Uploads;
beforeAll(async () => {
  clamd = await Clamd.open();
  console.log(Clamd.isReal ? 'clamd: the real one' : 'clamd: a server that speaks as it does');
  u = await Uploads.open({ clamd: clamd.address });
});
afterAll(async () => {
  await u?.close();
  await clamd?.close();
});

const readers = async (r: Driven) => [
  key(r),
  ...(await Promise.all(['nasional', 'instansi', 'eselon1', 'ops'].map((who) => u.bearer(who)))),
];
/** What each of them gets. */
const gotten = async (r: Driven, id: string) =>
  Promise.all(
    (await readers(r)).map(async (headers) => {
      const { status, content } = await u.download(r, id, headers);
      return status === 200 ? 200 : JSON.parse(String(content)).code;
    }),
  );
const each = <T>(what: T) => Array.from({ length: 5 }, () => what);
/** By an API process that has kept nothing from before. */
const scanning = async () => {
  const replica = await u.api.replica();
  const answer = await replica.inject({ url: '/v1/operations', headers: await u.bearer('ops') });
  await replica.close();
  return answer.json().parts.scanning as {
    state: string;
    troubles: string[];
    facts: { waiting: number; lastError: string | null; found: { number: string; signature: string }[] };
  };
};
const scanOf = async (r: Driven, id: string) =>
  (await u.listed(r, key(r))).find((file) => file.id === id)?.scan;

test('a clean file is there at once; one with a virus is nobody’s, its sender is told, and the record has it', async () => {
  const r = await (await u.api.report()).toRow8();
  const clean = await u.add(r, key(r), png('lubang'), { name: 'lubang.png' });
  expect([clean.status, clean.body.scan]).toEqual([201, undefined]);
  expect(await gotten(r, clean.body.id)).toEqual(each(200));

  // The same once more, and for other readers, is another file of theirs.
  for (const [headers, name] of [
    [key(r), 'Surat Siti.txt'],
    [key(r), 'lain.txt'],
    [await u.bearer('eselon1'), 'telaah.txt'],
  ] as const) {
    const { status, body } = await u.add(r, headers, Buffer.from(eicar), { name });
    expect([status, body.code]).toEqual([409, 'file-infected']);
  }
  const kept = (await u.listed(r, await u.bearer('nasional'))).filter((file) => file.scan === 'found');
  expect(kept.map(({ name }) => name)).toEqual(['Surat Siti.txt', 'telaah.txt']);
  const [infected, internal] = kept;
  expect(await scanOf(r, infected.id)).toBe('found');
  expect(await gotten(r, infected.id)).toEqual(each('file-infected'));

  const found = (await r.events()).filter(({ type }) => type === 'virus-found');
  expect(found.map(({ seq, step, actor, text }) => [seq, step, actor.role, text])).toEqual(
    [infected, internal].map(({ id }) => [
      null,
      8,
      'system',
      expect.stringMatching(new RegExp(`^lampiran-${id.slice(0, 8)}: .*EICAR`)),
    ]),
  );
  expect(JSON.stringify(found)).not.toContain('Siti');
  expect(await firstBrokenAddition(u.api.sql)).toBeUndefined();
  const { state, troubles, facts } = await scanning();
  expect([state, troubles, facts.waiting]).toEqual(['look', ['virus-found'], 0]);
  expect(facts.found[0]).toMatchObject({ number: r.number, signature: expect.stringContaining('EICAR') });
  // Nobody of them opened it.
  const opened = await u.api.sql`select what from looks where number = ${r.number} and what <> 'identity'`;
  expect(opened.map(({ what }) => String(what)).toSorted()).toEqual([
    'copy',
    'original',
    'original',
    'original',
  ]);
});

test('while clamd is away files wait, and are nobody’s; who finds it back scans them, also those of a process that died', async () => {
  const r = await (await u.api.report()).toRow8();
  await clamd.stop();
  const clean = await u.add(r, key(r), png('kuitansi'), { name: 'kuitansi.png' });
  const infected = await u.add(r, key(r), Buffer.from(eicar), { name: 'kuitansi.txt' });
  for (const { status, body } of [clean, infected]) {
    expect([status, body.scan]).toEqual([201, 'waiting']);
    expect(await gotten(r, body.id)).toEqual(each('file-being-checked'));
  }
  const waiting = await scanning();
  expect([waiting.facts.waiting, waiting.facts.lastError]).toEqual([2, 'away']);
  // Somebody begins with them and dies: nobody else takes them until the lease is over.
  await u.api.sql`update scans set due_at = now() where state = 'waiting'`;
  const taken = await claimScans(u.api.appSql, { leaseSeconds: 60, limit: 9 });
  await clamd.start();
  expect(await claimScans(u.api.appSql, { leaseSeconds: 60, limit: 9 })).toEqual([]);
  await u.api.sql`update scans set due_at = now() - interval '1 hour', added_at = now() - interval '1 hour'
    where state = 'waiting'`;
  const replica = await u.api.replica({ clamd: clamd.address });
  await replica.ready();
  await vi.waitFor(
    async () =>
      expect([await scanOf(r, clean.body.id), await scanOf(r, infected.body.id)]).toEqual([
        undefined,
        'found',
      ]),
    { timeout: 30_000, interval: 100 },
  );
  await replica.close();
  expect(await gotten(r, clean.body.id)).toEqual(each(200));
  expect(await gotten(r, infected.body.id)).toEqual(each('file-infected'));
  // The one that was thought dead comes back and says what it has seen: it was settled already.
  for (const one of taken) await settleScan(u.api.appSql, one, 'Lain');
  expect(await u.api.sql`select signature from findings where number = ${r.number}`).toHaveLength(1);
  // Who sent it was answered that it waits, so they are told now, once, in our own words.
  const told = await u.api.sql`
    select office_id, body from notifications where number = ${r.number} and kind = 'virus-found'`;
  expect(told.map(({ officeId, body }) => [officeId, body])).toEqual([
    [null, expect.stringContaining('mengandung virus dan ditahan')],
  ]);
  expect(await gotten(r, clean.body.id)).toEqual(each(200));
  expect(await firstBrokenAddition(u.api.sql)).toBeUndefined();
});

test('what is longer than clamd takes stays kept back, and ops see why', async () => {
  const r = await u.api.report();
  const { body } = await u.add(r, key(r), jpeg(longestStream + 1), { name: 'besar.jpg' });
  expect(body.scan).toBe('waiting');
  await u.api.sql`update scans set added_at = now() - interval '6 minutes' where state = 'waiting'`;
  const { troubles, facts } = await scanning();
  // What it says as it hangs up may be lost on the way.
  expect([troubles.includes('scan-late'), facts.lastError]).toEqual([
    true,
    expect.stringMatching(/^(too-long|broke-off)$/),
  ]);
});

test('without a scanner all is as it was, and what was kept back stays so', async () => {
  const r = await u.api.report();
  await u.add(r, key(r), Buffer.from(eicar), { name: 'lama.txt' });
  const [found] = await u.listed(r, key(r));
  const replica = await u.api.replica();
  const base = await replica.listen({ port: 0, host: '127.0.0.1' });
  const url = (path: string) => new URL(`${r.path}/attachments${path}`, base);
  const sent = await fetch(url(''), { method: 'POST', headers: key(r), body: formOf(png('baru')) });
  const { id, scan: said } = (await sent.json()) as { id: string; scan?: string };
  const statuses = [];
  for (const one of [id, found.id]) {
    const got = await fetch(url(`/${one}`), { headers: key(r) });
    // A connection with something unread is none that closes.
    await got.arrayBuffer();
    statuses.push(got.status);
  }
  await replica.close();
  expect([said, statuses]).toEqual([undefined, [200, 409]]);
});

test('what came before there was a scanner is scanned by the first process that has one', async () => {
  const r = await (await u.api.report()).toRow8();
  const without = await u.api.replica();
  const base = await without.listen({ port: 0, host: '127.0.0.1' });
  const send = async (content: Buffer, name: string) => {
    const url = new URL(`${r.path}/attachments`, base);
    const sent = await fetch(url, { method: 'POST', headers: key(r), body: formOf(content, { name }) });
    return ((await sent.json()) as { id: string }).id;
  };
  const [clean, infected] = [await send(png('lama'), 'lama.png'), await send(Buffer.from(eicar), 'lama.txt')];
  await without.close();
  expect([await gotten(r, clean), await gotten(r, infected)]).toEqual([each(200), each(200)]);
  // One that cannot be scanned, of the test before, holds up none of them.
  expect((await scanning()).facts.waiting).toBe(1);
  const replica = await u.api.replica({ clamd: clamd.address });
  await replica.ready();
  await expect.poll(() => scanOf(r, infected)).toBe('found');
  await expect.poll(() => gotten(r, clean)).toEqual(each(200));
  expect(await u.api.sql`select state from scans where number = ${r.number} order by state`).toEqual([
    { state: 'clean' },
    { state: 'found' },
  ]);
  await replica.close();
});

test('a scanner that says nothing, hangs up, or says what nobody knows, has scanned nothing', async () => {
  const answers: (Buffer | undefined)[] = [undefined, Buffer.from(''), Buffer.from('stream: maybe\0')];
  const why = [];
  for (const answer of answers) {
    const server: Server = createServer((socket) => {
      socket.on('error', () => {});
      if (answer) socket.end(answer);
      socket.resume();
    }).listen(0, '127.0.0.1');
    await vi.waitFor(() => expect(server.listening).toBe(true), 30_000);
    const { port } = server.address() as { port: number };
    const content = (async function* pieces() {
      yield await Promise.resolve(Buffer.from('isi'));
    })();
    const error: unknown = await scan({ host: '127.0.0.1', port }, content, 200).catch((one: unknown) => one);
    why.push(error instanceof NotScanned ? error.why : error);
    server.close();
  }
  expect(why).toEqual(['slow', 'broke-off', 'refused']);
});
