// `npm run rehearse`: comes back from a copy of the backups, beside a Temporal of its own, and says by the clock what came of it.
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { openDatabase } from '../../db/connection/client.ts';
import { currentEngine } from '../../db/operations/engines.ts';
import { openRows } from '../../db/operations/reconciliations.ts';
import type { Engine } from '../../engine/engine.ts';
import { environmentFor } from '../../settings/environment.ts';
import { ownSettings } from '../../settings/read.ts';
import type { Reader } from '../../settings/setting.ts';
import { command, finish, WrongUse } from '../shared/command.ts';
import { openEngines } from './open-engines.ts';

/** Nothing of it reaches anybody: no mail is sent, and no other Temporal asked. */
const apart = { SMTP_URL: '', SMTP_URL_FILE: '', TEMPORAL_NEXT: '', TEMPORAL_NEXT_FILE: '' };
const workerMs = 60_000;

const asked = command('rehearse', {
  description:
    'Come back from backups: on the database of DATABASE_URL, a restored copy, and the Temporal of TEMPORAL_ADDRESS, a restored or an empty one. Migrates, checks the record and the files, has every open report go on, and says what came of it and how long it took.',
  exits:
    'Exit code: 1 when the record or a file is not whole, or people have to decide something; 2 when it could not be done.',
  notes:
    'Webhooks are switched off in the copy, and no mail is sent. It is refused while anybody else works on that database.',
})
  .requiredOption('--copy <name>', 'the name of that database, to say that it is a copy')
  .parse();
const { copy } = asked.opts<{ copy: string }>();
const settings = ownSettings('rehearse');
const programs = dirname(process.argv[1] ?? '');

await finish(rehearse(), { failed: 2 });
process.exit();

/** Gives the exit code. */
async function rehearse(): Promise<number> {
  const begun = performance.now();
  await requireCopy();
  await step('The schema', () => run('migrate'));
  const { sql, engines, close } = await openEngines(ownSettings('reconcile'));
  const [{ engine, address }] = engines;
  let stopWorker = async () => {};
  try {
    await sql`update webhooks set active = false where active`;
    const record = await step('The record and the files', () => run('verify-record'));
    const worker = begin('worker');
    const ended = once(worker, 'exit');
    stopWorker = async () => {
      worker.kill('SIGTERM');
      await ended;
    };
    await step(`A worker at ${address}`, () => untilPolled(engine));
    if ((await currentEngine(sql))?.id !== (await engine.id()))
      await step('To this Temporal', () => run('move-engine', '--lost'));
    const decisions = await step('Record and processes', () => run('reconcile'));
    const [open, running] = [(await openRows(sql)).length, (await engine.processes.open()).size];
    console.log(`${running} of ${open} open reports run. ${seconds(begun)} in all.`);
    return Math.max(record, decisions, running < open ? 1 : 0);
  } finally {
    await stopWorker();
    await close();
  }
}

/** Throws `WrongUse` where it may not be one. */
async function requireCopy(): Promise<void> {
  const sql = openDatabase(settings.DATABASE_URL, { max: 1 });
  try {
    const [found] = await sql<{ name: string; others: number }[]>`
      select current_database() as name, (select count(*)::int from pg_stat_activity
        where datname = current_database() and pid <> pg_backend_pid()
          and coalesce(backend_type, 'client backend') = 'client backend') as others`;
    if (found?.name !== copy) throw new WrongUse(`DATABASE_URL leads to ${found?.name}, not to ${copy}.`);
    if (found.others > 0)
      throw new WrongUse(`${found.others} others work on ${copy}: is it a copy? Stop them, or name another.`);
  } finally {
    await sql.end();
  }
}

function begin(name: Reader, ...args: string[]): ChildProcess {
  return spawn(process.execPath, [join(programs, `${name}.js`), ...args], {
    env: environmentFor(name, { ...apart, LOG_LEVEL: 'error' }),
    stdio: ['ignore', 'inherit', 'inherit'],
  });
}

/** Gives its exit code: 0 or 1. Throws when it could not do it. */
async function run(name: Reader, ...args: string[]): Promise<number> {
  const [code] = (await once(begin(name, ...args), 'exit')) as [number | null];
  if (code === 0 || code === 1) return code;
  throw new Error(`npm run ${name} ended with ${code ?? 'a signal'}.`);
}

async function step<T>(what: string, work: () => Promise<T>): Promise<T> {
  const begun = performance.now();
  const outcome = await work();
  console.log(`${what}: ${seconds(begun)}`);
  return outcome;
}

async function untilPolled(engine: Engine): Promise<void> {
  for (const until = Date.now() + workerMs; Date.now() < until; await sleep(500)) {
    const queue = await engine.queue().catch(() => undefined);
    if (queue && queue.pollers.length > 0) return;
  }
  throw new Error('No worker came up; its log is above.');
}

function seconds(since: number): string {
  return `${((performance.now() - since) / 1_000).toFixed(1)} s`;
}
