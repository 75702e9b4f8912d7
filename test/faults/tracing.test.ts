// Traces of the whole product, from HTTP through the workflow to SQL, as a collector gets them; and without a collector.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { chmod } from 'node:fs/promises';
import { once } from 'node:events';
import { connect, createServer, type Server, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Client, Connection } from '@temporalio/client';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openCodec, openKeyRing } from '../../codec/open.ts';
import { openDatabase } from '../../db/connection/client.ts';
import { freePort } from '../../local/parts/ports.ts';
import { Collector } from '../support/servers/collector.ts';
import { Product } from '../support/product.ts';
import { replay } from '../support/replays.ts';

let folder: string;
let product: Product;
let collector: Collector;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'tuntas-tracing-'));
  await chmod(folder, 0o755);
  product = new Product(folder, await freePort());
  collector = await Collector.open();
});
afterAll(async () => {
  await product?.stop();
  collector?.close();
  rmSync(folder, { recursive: true, force: true });
});

const traceId = '0af7651916cd43dd8448eb211c80319c';
const callersSpan = 'b7ad6b7169203331';
const traced = { traceparent: `00-${traceId}-${callersSpan}-01`, baggage: 'pelapor=Rukmini' };
const report = {
  kind: 'pengaduan',
  title: 'Tiang listrik miring',
  description: 'Condong ke rumah warga sejak gempa.',
  reporter: { name: 'Rukmini Wulandari', email: 'rukmini@example.org' },
};
/** Long after the test: spans leave when a process stops, or never. */
const atTheEnd = { OTEL_BSP_SCHEDULE_DELAY: '600000' };

const file = async (headers: Record<string, string> = {}) =>
  product.anyone()<{ number: string; accessKey: string }>('POST', '/v1/complaints', report, headers);
const decide = async (number: string, body: unknown, headers: Record<string, string> = {}) =>
  (await product.as('nasional'))('POST', `/v1/complaints/${number}/decisions`, body, headers);
const dispose = { action: 'dispose', officeId: 'kementerian-contoh', reason: 'Wewenang kementerian.' };

/** Ctrl-C; how long it took, in ms. */
async function stop(): Promise<number> {
  const begun = Date.now();
  expect(await product.stop('SIGINT')).toBe(0);
  return Date.now() - begun;
}

/** Replays on the workflows as they run with tracing and without. */
async function replays(numbers: string[]): Promise<void> {
  const address = /Temporal +(127\.0\.0\.1:\d+)/.exec(product.output)?.[1] ?? '';
  const connection = await Connection.connect({ address });
  const client = new Client({ connection });
  const sql = openDatabase(readFileSync(join(folder, 'database.url'), 'utf8'), { max: 1 });
  const { dataConverter } = openCodec(await openKeyRing({}, sql));
  await expect(sql`update complaints set received_at = '0023-01-01'`).rejects.toThrow(/check constraint/);
  await sql.end();
  for (const number of numbers) {
    const history = await client.workflow.getHandle(number).fetchHistory();
    for (const traced of [false, true]) await replay(history, { traced, dataConverter }, number);
  }
  await connection.close();
}

test('one trace goes from HTTP through the workflow to SQL', async () => {
  await product.start();
  const before = await file();
  const ordinary = await stop();

  await product.start({ OTEL_EXPORTER_OTLP_ENDPOINT: collector.url, LOG_LEVEL: 'info', ...atTheEnd });
  const filed = await file(traced);
  const withdrawal = { type: 'withdrawal', text: 'Sudah ditangani PLN.' };
  await product.anyone()('POST', `/v1/complaints/${filed.number}/replies`, withdrawal, {
    ...traced,
    'x-access-key': filed.accessKey,
  });
  // What was filed before there were traces goes on with them.
  await decide(before.number, dispose);
  const officer = await product.as('nasional');
  await officer('GET', '/v1/complaints?q=Rukmini');
  await breakOff(filed);
  await product.anyone()('GET', `/v1/complaints/${filed.number}`, undefined, {
    'x-access-key': filed.accessKey,
  });
  await expect(
    product.anyone()('POST', '/v1/complaints', { ...report, kind: 'Rukmini' }, traced),
  ).rejects.toThrow(/422/);
  await replays([before.number, filed.number]);
  expect(collector.spans).toEqual([]);
  await stop();

  const own = collector.spans.filter((span) => span.traceId === traceId);
  expect(new Set(own.map(({ service }) => service))).toEqual(new Set(['tuntas-api', 'tuntas-worker']));
  const writes = own.filter(({ attributes }) =>
    /insert into (complaints|events) /.test(attributes['db.query.text'] ?? ''),
  );
  const ways = writes.map((span) => collector.wayUp(span).join(' < '));
  const request = (route: string) => `POST /v1/complaints${route}`;
  const recorded = (row: number) => ['with', `RunActivity:SOP ${row}`, `StartActivity:SOP ${row}`];
  const expected = [
    ['with', 'handler', request('')],
    [...recorded(1), 'RunWorkflow:complaint', 'StartWorkflow:complaint', 'handler', request('')],
    [
      ...recorded(2),
      'HandleUpdate:withdrawal',
      'StartWorkflowUpdate:withdrawal',
      'handler',
      request('/:number/replies'),
    ],
  ];
  expect([...new Set(ways)].map((way) => way.split(' < '))).toEqual(expect.arrayContaining(expected));
  expect(new Set(ways).size).toBe(expected.length);
  const root = own.find(({ name }) => name === request(''));
  expect(root).toMatchObject({ kind: 2, parentId: callersSpan, service: 'tuntas-api' });
  expect(own.find(({ name }) => name === 'HandleUpdate:withdrawal')).toMatchObject({
    service: 'tuntas-worker',
    attributes: { workflowId: filed.number },
  });
  const statement = writes.find(({ service }) => service === 'tuntas-worker');
  expect(statement).toMatchObject({ kind: 3, attributes: { 'db.system.name': 'postgresql' } });
  expect(statement?.attributes['db.query.text']).toMatch(/^with brought as \( update complaints .*\$1/);

  // No words, no names, no keys; and nothing of probes, sweeps and the courier.
  expect(collector.bytes.includes('POST /v1/complaints')).toBe(true);
  const { accessKey } = filed;
  for (const word of ['Rukmini', 'rukmini', 'Tiang', 'Condong', 'PLN', 'Wewenang', accessKey, 'Nadia']) {
    expect(collector.bytes.includes(word), word).toBe(false);
  }
  const names = [...new Set(collector.spans.map(({ name }) => name))];
  expect(names.filter((name) => /readyz|healthz|Query|deliver/.test(name))).toEqual([]);
  expect(collector.spans.filter(({ kind, parentId }) => kind === 3 && parentId === '')).toEqual([]);

  // Nor in the logs, where nobody who breaks off is an error.
  const logs = ['api.log', 'worker.log', 'postgres.log']
    .map((name) => readFileSync(join(folder, name), 'utf8'))
    .join('');
  expect(logs).toContain('check constraint');
  expect(logs).toContain('the client broke off');
  expect(logs).toContain('/v1/sign-in/oidc');
  for (const word of [
    'Rukmini',
    'rukmini',
    'Tiang',
    'Condong',
    'PLN',
    'Wewenang',
    accessKey,
    'Nadia',
    'RAHASIA',
    '?q',
  ]) {
    expect(logs.includes(word), word).toBe(false);
  }
  const loud = logs.split('\n').filter((line) => /"level":(50|60)/.test(line));
  expect(loud).toEqual([]);

  // The log of a request names its trace.
  const log = readFileSync(join(folder, 'api.log'), 'utf8').split('\n');
  const logged = log.find((line) => line.includes(traceId) && line.includes('request completed'));
  expect(JSON.parse(logged ?? '{}')).toMatchObject({ trace_id: traceId, res: { statusCode: 201 } });

  // A collector that takes the connection and never answers: all the same, and no part waits for it beyond two seconds.
  const silent = await blackHole();
  await product.start({ OTEL_EXPORTER_OTLP_ENDPOINT: silent.url, ...atTheEnd });
  const begun = Date.now();
  const late = await file();
  await decide(late.number, dispose);
  expect(Date.now() - begun).toBeLessThan(5_000);
  // Twice two seconds, on a machine that may be slower by half than when it stopped the first time.
  expect(await stop()).toBeLessThan(1.5 * ordinary + 2 * 2_000 + 1_500);
  expect(silent.met()).toBe(true);
  silent.close();
});

/** Clients that go away: in the middle of a body, of a file, of an answer, of a stream; and addresses with secrets. */
async function breakOff({ number, accessKey }: { number: string; accessKey: string }): Promise<void> {
  const head = (line: string, ...headers: string[]) =>
    [`${line} HTTP/1.1`, 'host: x', ...headers, '', ''].join('\r\n');
  const key = `x-access-key: ${accessKey}`;
  const json = ['content-type: application/json', 'content-length: 5000'];
  const parts = ['content-type: multipart/form-data; boundary=b', 'content-length: 90000'];
  const part = '--b\r\ncontent-disposition: form-data; name="file"; filename="Rukmini.png"\r\n\r\nRukmini';
  const asked = [
    head('POST /v1/complaints?q=RAHASIA', ...json) + JSON.stringify(report).slice(0, 60),
    head(`POST /v1/complaints/${number}/attachments`, key, ...parts) + part,
    head(`GET /v1/complaints/${number}/live?q=RAHASIA`, key),
    head('GET /v1/register?q=RAHASIA'),
    head('GET /openapi.json?q=RAHASIA'),
    head(`GET /ikuti/${number}?kunci=RAHASIA`),
    head('GET /v1/sign-in/oidc/callback?code=RAHASIA&state=RAHASIA'),
    head('GET /v1/nothing/RAHASIA?q=RAHASIA'),
    head('GET /v1/complaints/RAHASIA', key),
    head('POST /v1/email-confirmations', 'content-type: application/json', 'content-length: 19') +
      '{"token":"RAHASIA"}',
    head('POST /v1/complaints', 'content-type: application/json', 'content-length: 9') + 'RAHASIA!!',
  ];
  for (const text of asked) {
    const socket = connect(Number(new URL(product.base).port), '127.0.0.1');
    socket.on('error', () => {});
    await once(socket, 'connect');
    socket.write(text);
    await sleep(150);
    socket.resetAndDestroy();
  }
}

async function blackHole() {
  const sockets: Socket[] = [];
  const server: Server = createServer((socket) => {
    sockets.push(socket);
    socket.on('error', () => {});
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const { port } = server.address() as { port: number };
  return {
    url: `http://127.0.0.1:${port}`,
    met: () => sockets.length > 0,
    close: () => {
      for (const socket of sockets) socket.destroy();
      server.close();
    },
  };
}
