// What the engine keeps is encrypted, stays readable for who has the keys, and is read by ops in its UI.
import { Client } from '@temporalio/client';
import { defaultPayloadConverter, type Payload } from '@temporalio/common';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { alsoReading, newKey, readKeys } from '../../../codec/key-ring.ts';
import { openCodec, openKeyRing, openWorkerCodec } from '../../../codec/open.ts';
import { EncryptionCodec } from '../../../codec/payload-codec.ts';
import { nextDue } from '../../../sop/fire.ts';
import { recordSummary } from '../../../sop/notices/record-summary.ts';
import { complaintSummary, timerSummary } from '../../../sop/notices/summary.ts';
import { caseQuery, decideSignal } from '../../../workflows/messages.ts';
import { Api, type Driven } from '../../support/api.ts';
import { textOf } from '../../support/payloads.ts';
import { replay } from '../../support/replays.ts';
import { agency, national } from '../../support/walks/small-ministry.ts';
import { by, filed as walked } from '../../support/walks/walk.ts';
import { Visitor } from '../../support/console/visitor.ts';

let api: Api;
beforeAll(async () => {
  api = await Api.open();
});
afterAll(() => api?.close());

const payloadOf = (value: unknown) => defaultPayloadConverter.toPayload(value);
const valuesOf = (payloads: Payload[]) =>
  payloads.map((payload) => defaultPayloadConverter.fromPayload(payload));
const codecOf = (text: string) => new EncryptionCodec(readKeys(text, 'keys'));
const said = { reason: 'Alasanrahasia', text: 'Jawabanrahasia, sudah kami periksa dan selesaikan.' };

/** Disposed, asked, completed, returned, answered, objected: every way in which words travel. */
async function journey(): Promise<Driven> {
  const one = await api.report({
    title: 'Judulrahasia',
    reporter: { name: 'Namarahasia', email: 'x@example.org' },
  });
  await one.decide('nasional', { action: 'request-completion', reason: said.reason });
  await one.reply({ type: 'completion', text: 'Lengkaprahasia' });
  await one.decide('nasional', { action: 'dispose', officeId: 'kementerian-contoh' });
  await one.decide('instansi', { action: 'return', reason: said.reason });
  await one.toRow8();
  await one.decide('eselon1', { action: 'answer', text: said.text });
  await one.reply({ type: 'objection', text: 'Keberatanrahasia' });
  return one;
}

describe('a history', () => {
  test('tells nobody’s words without the key, all of them but the identity with it, and replays', async () => {
    const one = await journey();
    // As somebody has it who reached the engine and nothing else.
    const outside = new Client({ connection: api.client.connection });
    const handle = outside.workflow.getHandle(one.number);
    const latest = await handle.fetchHistory();
    // Should the journey ever be long enough for a second run.
    const { firstExecutionRunId } = latest.events?.[0]?.workflowExecutionStartedEventAttributes ?? {};
    const first = await outside.workflow.getHandle(one.number, firstExecutionRunId ?? '').fetchHistory();
    const all = [
      first,
      latest,
      await handle.describe(),
      await handle.query('__temporal_workflow_metadata').catch(String),
    ];
    const raw = await textOf(all);
    expect(raw).not.toMatch(/rahasia/);
    expect(raw).toContain('binary/encrypted');
    const read = await textOf([first, latest], api.codec);
    for (const word of ['Alasan', 'Jawaban', 'Lengkap', 'Keberatan'])
      expect(read).toContain(`${word}rahasia`);
    expect(read).not.toMatch(/Namarahasia|Judulrahasia|x@example/);
    // The sentences by which people find their way in the UI are the procedure's own.
    expect(raw).toContain(`${one.number} · pengaduan ke Admin Nasional`);
    expect(raw).toContain('batas langkah sampai');
    expect(raw).toContain('SOP 2 · didisposisikan → 3 Kementerian Contoh');
    for (const run of [first, latest])
      await replay(run, { traced: false, dataConverter: api.dataConverter }, one.number);
  });

  test('goes on with what comes in plain, as from the Temporal UI', async () => {
    const one = await api.report();
    const outside = new Client({ connection: api.client.connection });
    const actor = { role: 'national' as const, officeId: 'nasional', name: 'Dari antarmuka' };
    const decision = { action: 'dispose' as const, officeId: 'kementerian-contoh', actor, key: 'ui-1' };
    await outside.workflow.getHandle(one.number).signal(decideSignal, decision);
    const handle = api.client.workflow.getHandle(one.number);
    const step = async () => (await handle.query(caseQuery)).step;
    await expect.poll(step).toBe(3);
    // Whoever signals ciphertext that was changed, or under keys of his own, stops nothing.
    const [sealed = {}] = await api.codec.encode([payloadOf(decision)]);
    const [foreign = {}] = await codecOf(newKey()).encode([payloadOf(decision)]);
    const under = (id: string) => ({
      ...foreign,
      metadata: { ...foreign.metadata, key: Buffer.from(id) },
    });
    const changed = { ...sealed, data: sealed.data?.fill(1, 20, 30) ?? null };
    const unsaid = { ...foreign, metadata: { encoding: Buffer.from('') } };
    const long = under('x'.repeat(100_000));
    const strange = [changed, foreign, under(''), under('a\0b'), under('\xff'), long, unsaid];
    for (const payload of strange) {
      await api.client.workflowService.signalWorkflowExecution({
        namespace: 'default',
        workflowExecution: { workflowId: one.number },
        signalName: decideSignal.name,
        input: { payloads: [payload] },
      });
    }
    expect((await one.decide('instansi', { action: 'receive' })).body.step).toBe(4);
    const history = await handle.fetchHistory();
    expect(history.events?.filter((event) => event.workflowTaskFailedEventAttributes)).toEqual([]);
    await replay(history, { traced: false, dataConverter: api.dataConverter }, one.number);
  });
});

describe('keys', () => {
  const [first, second] = [newKey(), newKey()];
  const plain = payloadOf({ text: 'Rahasia' });

  test('an old one reads, the new one writes, every payload under an IV of its own', async () => {
    const [old] = await codecOf(first).encode([plain]);
    const both = codecOf(`${second},${first}`);
    const twice = [{ text: 'Rahasia' }, { text: 'Rahasia' }];
    expect(valuesOf(await both.decode([old as Payload, plain]))).toEqual(twice);
    const sealed = await both.encode([plain, plain]);
    expect(valuesOf(await codecOf(second).decode(sealed))).toEqual(twice);
    expect(new Set(sealed.map(({ data }) => Buffer.from(data ?? []).toString('hex'))).size).toBe(2);
    await expect(codecOf(first).decode(sealed)).rejects.toThrow(/not in the ring/);
    const ring = alsoReading(readKeys(second, 'x'), readKeys(first, 'y'));
    expect([ring.writing, ring.keys.size]).toEqual([second.split(':')[0], 2]);
  });

  test('what was changed, moved under another key or cut is an error that holds no key', async () => {
    const [sealed] = await codecOf(first).encode([plain]);
    const data = sealed?.data ?? new Uint8Array();
    const flipped = Uint8Array.from(data, (byte, n) => (n === 20 ? byte ^ 1 : byte));
    const [id] = second.split(':');
    const moved = { ...sealed?.metadata, key: new TextEncoder().encode(id) };
    const same = codecOf(`${first},${id}:${first.split(':')[1]}`);
    for (const bad of [
      { ...sealed, data: flipped },
      { ...sealed, data: data.subarray(0, 20) },
      { ...sealed, metadata: moved },
    ]) {
      await expect(same.decode([bad])).rejects.toThrow(/not what was encrypted/);
    }
  });

  test('of ours are waited for by a worker, a stranger’s payload it hands on', async () => {
    const [theirs = {}] = await codecOf(newKey()).encode([plain]);
    const [ours = {}] = await codecOf(second).encode([plain]);
    const worker = openWorkerCodec(readKeys(first, 'keys'), api.sql).codec;
    expect(await worker.decode([theirs, ours])).toEqual([theirs, ours]);
    await openKeyRing({ TUNTAS_PAYLOAD_KEYS: readKeys(second, 'keys') }, api.sql);
    expect(await worker.decode([theirs])).toEqual([theirs]);
    await expect(worker.decode([ours])).rejects.toThrow(/not in the ring/);
  });

  test('stay plain: nothing, and the procedure’s own sentences alone', async () => {
    const filed = {
      number: 'LAP-2026-000001',
      kind: 'pengaduan' as const,
      receivedAt: '2026-11-26T02:00:00Z',
    };
    const walk = by(walked(filed.receivedAt), national, 'dispose', { target: agency });
    const due = nextDue(walk.case);
    if (!due) throw new Error('No clock runs.');
    const own = [
      timerSummary(walk.case, due),
      recordSummary(walk.entries),
      complaintSummary(filed, national, null),
      complaintSummary(filed, national, agency),
    ];
    const codec = codecOf(first);
    for (const value of [undefined, ...own]) {
      expect(await codec.encode([payloadOf(value)])).toEqual([payloadOf(value)]);
    }
    for (const value of ['Siti', `${own[0]} Siti`, `Siti ${own[0]}`, [own[0]], '']) {
      const [sealed] = await codec.encode([payloadOf(value)]);
      expect(sealed?.metadata).toHaveProperty('key');
    }
  });

  test('come from the setting, then from the database, which keeps one for all processes', async () => {
    const [a, b] = await Promise.all([openKeyRing({}, api.sql), openKeyRing({}, api.sql)]);
    expect(a).toEqual(b);
    const set = await openKeyRing({ TUNTAS_PAYLOAD_KEYS: readKeys(second, 'keys') }, api.sql);
    expect([set.writing, set.keys.has(a.writing)]).toEqual([second.split(':')[0], true]);
  });
});

describe('the codec endpoint', () => {
  const inJson = ({ metadata, data }: Payload) => ({
    metadata: Object.fromEntries(
      Object.entries(metadata ?? {}).map(([name, value]) => [name, Buffer.from(value).toString('base64')]),
    ),
    data: Buffer.from(data ?? []).toString('base64'),
  });
  const sealed = async (value: unknown) => {
    const [payload] = await api.codec.encode([payloadOf(value)]);
    return inJson(payload ?? {});
  };

  test('reads for ops and for nobody else', async () => {
    const body = { payloads: [await sealed('Alasan'), inJson(payloadOf('terbuka'))] };
    expect((await api.send('POST', '/codec/decode', body)).status).toBe(401);
    expect((await api.as('nasional', 'POST', '/codec/decode', body)).status).toBe(403);
    const read = await api.as('ops', 'POST', '/codec/decode', body, { 'x-namespace': 'default' });
    expect([read.status, read.headers.get('cache-control')]).toEqual([200, 'no-store']);
    expect(read.body.payloads).toEqual([inJson(payloadOf('Alasan')), inJson(payloadOf('terbuka'))]);
    expect((await api.as('ops', 'POST', '/codec/encode', body)).status).toBe(404);
  });

  test('says so when a payload was changed or is none', async () => {
    const one = await sealed('Alasan');
    const changed = { ...one, data: Buffer.from(one.data, 'base64').fill(7, 12, 20).toString('base64') };
    const stranger = inJson((await codecOf(newKey()).encode([payloadOf(1)]))[0] ?? {});
    for (const [payload, path] of [
      [changed, 'payloads.0'],
      [stranger, 'payloads.0'],
      [{ data: '!' }, 'payloads.0.data'],
    ] as const) {
      const refused = await api.as('ops', 'POST', '/codec/decode', { payloads: [payload] });
      expect([refused.status, refused.body.errors[0].path]).toEqual([422, path]);
    }
  });

  test('lets nobody wait for good', async () => {
    const codec = Object.assign(Object.create(api.codec) as typeof api.codec, {
      decode: () => new Promise<never>(() => {}),
    });
    const app = await api.replica({ codec, patienceMs: 300 });
    const headers = { authorization: `Bearer ${await api.tokenOf('ops')}` };
    const payload = { payloads: [await sealed('Alasan')] };
    const { statusCode } = await app.inject({ method: 'POST', url: '/codec/decode', headers, payload });
    expect(statusCode).toBe(503);
    await app.close();
  });

  test('lets the page of the Temporal UI read with the cookie of who signed in, and no other page', async () => {
    const ui = 'http://temporal-ui.example.org';
    const app = await api.replica({ codec: api.codec, temporalUi: `${ui}/namespaces` });
    const visitor = new Visitor(api);
    await visitor.signIn('ops');
    const cookie = [...visitor.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const ask = (origin: string) =>
      app.inject({
        method: 'POST',
        url: '/codec/decode',
        headers: { origin, cookie },
        payload: { payloads: [] },
      });
    const allowed = 'access-control-allow-origin';
    const [own, other] = [await ask(ui), await ask('http://evil.example.org')];
    expect([own.statusCode, own.headers[allowed], other.headers[allowed]]).toEqual([200, ui, undefined]);
    const before = await app.inject({ method: 'OPTIONS', url: '/codec/decode', headers: { origin: ui } });
    expect([before.statusCode, before.headers['access-control-allow-credentials']]).toEqual([204, 'true']);
    // Refusals, too, are readable to it: it tells people to sign in.
    const nobody = await app.inject({ method: 'POST', url: '/codec/decode', headers: { origin: ui } });
    expect([nobody.statusCode, nobody.headers[allowed]]).toEqual([401, ui]);
    await app.close();
  });
});

test('a process with other keys reads nothing, and nothing is decided by halves', async () => {
  const one = await api.report();
  const { dataConverter } = openCodec(readKeys(newKey(), 'keys'));
  const stranger = new Client({ connection: api.client.connection, dataConverter });
  await expect(stranger.workflow.getHandle(one.number).query(caseQuery)).rejects.toThrow(/not in the ring/);
});
