// The worker and the client of the floor, in a process of their own whose cost is counted; told by messages what to do.
import { fileURLToPath } from 'node:url';
import { Client, Connection } from '@temporalio/client';
import { bundleWorkflowCode, DefaultLogger, NativeConnection, Runtime, Worker } from '@temporalio/worker';
import { repeat } from '../support/journey.ts';
import { type journey, move } from './workflow.ts';

const taskQueue = 'floor';
const [, , address = ''] = process.argv;

export interface Order {
  journeys: number;
  atOnce: number;
}

/** Each update's milliseconds. */
export type Done = number[];

const logger = new DefaultLogger('ERROR');
Runtime.install({ logger });
const workflowBundle = await bundleWorkflowCode({
  logger,
  workflowsPath: fileURLToPath(new URL('workflow.ts', import.meta.url)),
});
const worker = await Worker.create({
  connection: await NativeConnection.connect({ address }),
  taskQueue,
  workflowBundle,
  maxCachedWorkflows: 500,
});
const running = worker.run();
const client = new Client({ connection: await Connection.connect({ address }) });
let last = 0;

process.on('message', ({ journeys, atOnce }: Order) => {
  void (async () => {
    const times: Done = [];
    await repeat(journeys, atOnce, () => walk(times));
    process.send?.(times);
  })();
});
process.on('disconnect', () => worker.shutdown());
process.send?.('ready');
await running;
process.exit();

/** One that is begun and takes nine updates, as a report does that is filed, decided on eight times and confirmed. */
async function walk(times: Done): Promise<void> {
  last += 1;
  const handle = await client.workflow.start<typeof journey>('journey', {
    taskQueue,
    workflowId: `floor-${last}`,
  });
  for (let n = 1; n <= 9; n += 1) {
    const begun = performance.now();
    await handle.executeUpdate(move, { args: [{ last: n === 9 }] });
    times.push(performance.now() - begun);
  }
}
