// `npm run import -- FILE`: files complaints in bulk from CSV or NDJSON through the running API.
import { extname } from 'node:path';
import { Bar } from 'cli-progress';
import { Option } from 'commander';
import { httpUrl } from '../settings/kinds/addresses.ts';
import { count } from '../settings/kinds/plain.ts';
import { ownSettings } from '../settings/read.ts';
import type { z } from 'zod';
import type { importAnswer } from '../contract/reporter/imports.ts';
import { ApiError, apiClient, explain, logIn, type Send, wordsOf } from './shared/api-client.ts';
import { as, command, finish } from './shared/command.ts';
import { readRows, type Row } from './import/rows.ts';
import { type Encoding, encodings, readText, UnreadableFile } from './import/text.ts';

interface Options {
  api?: string;
  username: string;
  concurrency: number;
  encoding?: Encoding;
  fromLine: number;
  notify: boolean;
}

interface Tally {
  filed: number;
  known: number;
  bad: { line: number; why: string }[];
  /** Lines whose filing has no answer yet. */
  open: Set<number>;
}

type GoodRow = Extract<Row, { complaint: object }>;

/** More would be too long for decisions that come between. */
const together = 100;
/** What the API refuses as a whole: not JSON as it takes it, larger than it takes, or no list of rows. */
const spoilt = new Set([400, 413, 422]);

const asked = command('import', {
  description:
    'File complaints in bulk. Columns as in POST /v1/complaints, with receivedAt and externalId; separated by comma, semicolon, tab or bar.',
  notes:
    'Nothing is filed twice: a row is known by its externalId, or by its content. What is filed is started behind it, decisions first.',
  exits:
    'Exit code: 1 when some rows are not filed, each named by its line; 2 when the file cannot be imported and nothing was filed.',
})
  .argument('<file>', 'a .csv file with a header line, or .ndjson with one JSON object a line')
  .option('--api <url>', 'address of the API (default: TUNTAS_API)', as(httpUrl))
  .option('--username <name>', 'an admin of the national office', 'nasional')
  .option('--concurrency <n>', 'requests at once, of a hundred rows each', as(count), 2)
  .addOption(new Option('--encoding <name>', 'of a file that is not UTF-8').choices(encodings))
  .option('--from-line <n>', 'go on at this line of the file', as(count), 1)
  .option('--notify', 'send the reporters their receipts; otherwise a backlog is taken in silently', false)
  .parse();

const settings = ownSettings('import');
const options = asked.opts<Options>();
const { api = settings.TUNTAS_API } = options;
await finish(run(asked.args[0] ?? ''), { explain: (error) => explain(error, api) });

/** Files every good row and reports every bad one by its line. Gives the exit code. */
async function run(path: string): Promise<number> {
  const { username, concurrency, encoding, fromLine, notify } = options;
  const text = await readText(path, encoding);
  // Reads all of it once, so that a file that cannot be imported files nothing.
  const rows = [...readRows(text, extname(path).toLowerCase() === '.csv' ? 'csv' : 'ndjson')];
  const left = rows.filter(({ line }) => line >= fromLine);
  if (left.length === 0)
    throw new UnreadableFile(`${path} has no rows${rows.length > 0 ? ' from there' : ''}.`);
  const { TUNTAS_API_KEY: key, TUNTAS_PASSWORD: password } = settings;
  const send = key === undefined ? (await logIn(api, username, password)).send : apiClient(api, key);
  const bar = new Bar({
    format: 'Importing {bar} {percentage}% · {filed} filed · {bad} bad',
    hideCursor: true,
  });
  const tally: Tally = { filed: 0, known: 0, bad: [], open: new Set() };
  bar.start(left.length, 0, { filed: 0, bad: 0 });
  const stopped = await fileAll(send, left, { notify, atOnce: concurrency }, tally, (done) =>
    bar.increment(done, { filed: tally.filed + tally.known, bad: tally.bad.length }),
  ).then(
    () => undefined,
    (error: unknown) => ({ why: explain(error, api) }),
  );
  bar.stop();
  for (const { line, why } of tally.bad.toSorted((a, b) => a.line - b.line)) {
    console.error(`line ${line}: ${why}`);
  }
  console.log(`${tally.filed} filed, ${tally.known} already there, ${tally.bad.length} bad.`);
  if (stopped) {
    const line = Math.min(...tally.open);
    console.error(`Stopped at line ${line}: ${stopped.why}`);
    console.error(`Go on with --from-line ${line}; what is filed already is not filed again.`);
  }
  return stopped || tally.bad.length > 0 ? 1 : 0;
}

/** Throws what ends the whole import: no answer, no session. Then nothing more is begun. */
async function fileAll(
  send: Send,
  rows: Row[],
  { notify, atOnce }: { notify: boolean; atOnce: number },
  tally: Tally,
  progress: (rows: number) => void,
): Promise<void> {
  const queue = groupsOf(rows, together);
  let failed = false;
  const files = Array.from({ length: atOnce }, async () => {
    for (const some of queue) {
      for (const { line } of some) tally.open.add(line);
      if (failed) return;
      await fileSome(send, some, notify, tally).catch((error: unknown) => {
        failed = true;
        throw error;
      });
      for (const { line } of some) tally.open.delete(line);
      progress(some.length);
    }
  });
  const ends = await Promise.allSettled(files);
  for (const end of ends) if (end.status === 'rejected') throw end.reason;
}

async function fileSome(send: Send, some: readonly Row[], notify: boolean, tally: Tally): Promise<void> {
  for (const row of some) if ('problem' in row) tally.bad.push({ line: row.line, why: row.problem });
  const good = some.filter((row) => 'complaint' in row);
  await fileGood(send, good, notify, tally);
}

/** A request that is refused as a whole goes again in halves, until the row that spoils it stands alone. */
async function fileGood(send: Send, good: readonly GoodRow[], notify: boolean, tally: Tally): Promise<void> {
  const [first] = good;
  if (!first) return;
  const items = good.map(({ complaint, key }) => ({
    ...complaint,
    backlog: true,
    notifyReporter: notify,
    key,
  }));
  const sent = await send<z.output<typeof importAnswer>>('POST', '/v1/imports', { items }).catch(
    (error: unknown) => {
      if (error instanceof ApiError && spoilt.has(error.problem.status)) return error;
      throw error;
    },
  );
  if (sent instanceof ApiError) {
    if (good.length === 1) return void tally.bad.push({ line: first.line, why: sent.message });
    for (const half of groupsOf(good, Math.ceil(good.length / 2))) await fileGood(send, half, notify, tally);
    return;
  }
  const answers = sent.items;
  for (const [n, { line }] of good.entries()) {
    const answer = answers[n];
    if (answer?.alreadyFiled) tally.known += 1;
    else if (answer?.number) tally.filed += 1;
    else tally.bad.push({ line, why: answer ? wordsOf(answer) : 'it was not answered' });
  }
}

function* groupsOf<T>(all: readonly T[], size: number): Generator<T[]> {
  for (let n = 0; n < all.length; n += size) yield all.slice(n, n + size);
}
