// `npm run replay -- HISTORY`: runs a complaint's history on the workflows as they are now, under a debugger if asked; `--from`:
// all that is open on a live server, before a release goes there.
import { readFile } from 'node:fs/promises';
import inspector from 'node:inspector';
import { isGrpcServiceError } from '@temporalio/client';
import { historyFromJSON, historyToJSON } from '@temporalio/common/lib/proto-utils.js';
import { DefaultLogger, Runtime, Worker } from '@temporalio/worker';
import { openKeyRing, openWorkerCodec } from '../codec/open.ts';
import { encryptedEncoding } from '../codec/payload-codec.ts';
import { openDatabase } from '../db/connection/client.ts';
import { workflowBundle } from '../worker/bundle.ts';
import { ownSettings } from '../settings/read.ts';
import { command, finish, WrongUse } from './shared/command.ts';
import { findDatabaseUrl } from './shared/database-url.ts';
import { connect } from './shared/temporal.ts';
import { replayOpen } from './replay/open-reports.ts';

const port = 9229;
/** As gRPC says it. */
const notFound = 5;
const asked = command('replay', {
  description: 'Replay a history on the workflows as they are now.',
  exits: 'Exit code: 1 where they would do another thing; 2 when the history could not be replayed at all.',
})
  .argument(
    '[history]',
    "a file that `temporal workflow show --output json` or the UI saved, or a workflow's id",
  )
  .option(
    '--from [address]',
    'replay all that is open on the server there, or else at TEMPORAL_ADDRESS: before every rollout',
  )
  .option(
    '--break',
    `wait for a debugger on port ${port}, and stop at its breakpoints in workflows/ and sop/`,
  )
  .parse();
const settings = ownSettings('replay');

const { from, ...how } = asked.opts<{ from?: string | true; break?: true }>();
await finish(from ? replayFrom(from) : replay(asked.args[0], how), { failed: 2 });
// The codec may ask the database until the end.
process.exit();

/** Gives the exit code: 0 it replays, 1 it does not. */
async function replay(named: string | undefined, { break: breaks }: { break?: true }): Promise<number> {
  if (named === undefined) throw new WrongUse('Name a history, or a server by --from.');
  const history = named.endsWith('.json') ? await readSaved(named) : await fetchHistory(named);
  const dataConverter = isEncrypted(history) ? await openConverter() : undefined;
  Runtime.install({ logger: new DefaultLogger('WARN') });
  const bundle = await workflowBundle({ traced: false });
  if (breaks) waitForDebugger();
  try {
    await Worker.runReplayHistory(
      { workflowBundle: bundle, ...(dataConverter && { dataConverter }) },
      historyFromJSON(history),
    );
  } catch (error) {
    console.error(`${named} does not replay: ${error instanceof Error ? error.message : String(error)}`);
    return 1;
  }
  console.log(`${named} replays.`);
  return 0;
}

/** Gives the exit code: 0 all of it replays, 1 something does not. */
async function replayFrom(from: string | true): Promise<number> {
  const { client, close } = await connect(from === true ? {} : { address: from });
  try {
    // What does not replay is said once, below.
    Runtime.install({
      logger: new DefaultLogger('ERROR'),
      telemetryOptions: { logging: { filter: 'ERROR' } },
    });
    const bundle = await workflowBundle({ traced: false });
    const { open, failed, named } = await replayOpen(client, bundle, await openConverter());
    for (const [id, why] of named) console.error(`${id} does not replay: ${why}`);
    if (failed > named.length) console.error(`and ${failed - named.length} more`);
    console.log(`${open - failed} of ${open} open workflows replay.`);
    return failed > 0 ? 1 : 0;
  } finally {
    await close();
  }
}

async function readSaved(file: string): Promise<unknown> {
  const saved: unknown = JSON.parse(await readFile(file, 'utf8'));
  return saved;
}

async function fetchHistory(workflowId: string): Promise<unknown> {
  const { client, namespace, close } = await connect();
  try {
    return JSON.parse(historyToJSON(await client.workflow.getHandle(workflowId).fetchHistory()));
  } catch (error) {
    if (codeOf(error) !== notFound) throw error;
    throw new Error(`Temporal has no workflow "${workflowId}" in the namespace "${namespace}".`, {
      cause: error,
    });
  } finally {
    await close();
  }
}

function codeOf(error: unknown): number | undefined {
  return isGrpcServiceError(error) ? error.code : undefined;
}

function isEncrypted(history: unknown): boolean {
  return JSON.stringify(history).includes(Buffer.from(encryptedEncoding).toString('base64'));
}

/** With the keys of the setting or of the database. */
async function openConverter() {
  const sql = openDatabase(await findDatabaseUrl(settings), { max: 1 });
  return openWorkerCodec(await openKeyRing(settings, sql), sql).dataConverter;
}

function waitForDebugger(): void {
  inspector.open(port, '127.0.0.1');
  console.error('Attach a debugger (chrome://inspect, or your editor), set breakpoints, and let it run on.');
  inspector.waitForDebugger();
}
