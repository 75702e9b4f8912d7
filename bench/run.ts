// `npm run bench`: the two claims. A decision over HTTP answers in under 100 ms at the median; a full journey stays under 80 events.
import { cpus } from 'node:os';
import { Client, Connection } from '@temporalio/client';
import { logIn, apiClient, type Send } from '../cli/shared/api-client.ts';
import { ownSettings } from '../settings/read.ts';
import { onProduct, type Running } from './product.ts';

const { BENCH_JOURNEYS: journeys } = ownSettings('bench');
const bounds = { medianMs: 100, events: 80 };

process.exitCode = (await onProduct(run)) ? 0 : 1;

/** Prints both figures; true when both bounds hold. */
async function run({ base, temporal }: Running): Promise<boolean> {
  const officers = new Map<string, Send>();
  for (const who of ['nasional', 'instansi', 'eselon1', 'upt']) {
    officers.set(who, (await logIn(base, who, 'demo')).send);
  }
  const connection = await Connection.connect({ address: temporal });
  const client = new Client({ connection });
  await journey(base, officers, []);
  const times: number[] = [];
  let number = '';
  for (let n = 0; n < journeys; n += 1) number = await journey(base, officers, times);
  const histories = await historiesOf(client, number);
  await connection.close();
  times.sort((a, b) => a - b);
  const at = (part: number) => times[Math.floor(times.length * part)] ?? 0;
  console.log(`Machine          ${cpus().length} cores, Node ${process.version}, everything on it`);
  console.log(`Decisions        ${times.length} over HTTP, one after the other`);
  console.log(`  median         ${at(0.5).toFixed(1)} ms (bound ${bounds.medianMs} ms)`);
  console.log(`  p95, p99       ${at(0.95).toFixed(1)} ms, ${at(0.99).toFixed(1)} ms`);
  console.log(
    `Full journey     ${histories.join(' + ')} events in ${histories.length} runs (bound ${bounds.events} a history)`,
  );
  return at(0.5) < bounds.medianMs && Math.max(...histories) < bounds.events;
}

/** The number of events of each run of the complaint, the first run first. */
async function historiesOf(client: Client, number: string): Promise<number[]> {
  const lengths: number[] = [];
  const { raw } = await client.workflow.getHandle(number).describe();
  const first = raw.workflowExecutionInfo?.firstRunId ?? undefined;
  for (let runId = first; runId; ) {
    const { events } = await client.workflow.getHandle(number, runId).fetchHistory();
    lengths.push(events?.length ?? 0);
    const last = events?.at(-1);
    runId = last?.workflowExecutionContinuedAsNewEventAttributes?.newExecutionRunId ?? undefined;
  }
  return lengths;
}

/** Through every one of the eleven rows, confirmed by the reporter; notes each decision's milliseconds. */
async function journey(base: string, officers: Map<string, Send>, times: number[]): Promise<string> {
  const { number, accessKey } = await apiClient(base)<{ number: string; accessKey: string }>(
    'POST',
    '/v1/complaints',
    {
      kind: 'pengaduan',
      title: 'Jalan berlubang',
      description: 'Lubang di depan pasar.',
      reporter: { name: 'Siti' },
    },
  );
  const moves: [string, Record<string, string>][] = [
    ['nasional', { action: 'dispose', officeId: 'kementerian-contoh' }],
    ['instansi', { action: 'receive' }],
    ['instansi', { action: 'accept' }],
    ['instansi', { action: 'dispose', officeId: 'ditjen-pelayanan' }],
    ['eselon1', { action: 'receive' }],
    ['eselon1', { action: 'respond', text: 'Laporan kami terima.' }],
    ['eselon1', { action: 'accept' }],
    ['eselon1', { action: 'dispose', officeId: 'upt-bandung' }],
    ['upt', { action: 'receive' }],
    ['upt', { action: 'answer', text: 'Lubang itu sudah kami tambal seluruhnya.' }],
  ];
  for (const [who, body] of moves) {
    const send = officers.get(who);
    const begun = performance.now();
    await send?.('POST', `/v1/complaints/${number}/decisions`, body);
    times.push(performance.now() - begun);
  }
  const key = { 'x-access-key': accessKey };
  await apiClient(base)('POST', `/v1/complaints/${number}/replies`, { type: 'confirmation' }, key);
  return number;
}
