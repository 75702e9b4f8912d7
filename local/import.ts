// `npm run import -- FILE`: files complaints in bulk from CSV or NDJSON through the running API.
import { open } from 'node:fs/promises';
import { extname } from 'node:path';
import { Bar } from 'cli-progress';
import { Command } from 'commander';
import { ApiError, explain, logIn, type Send } from './api-client.ts';
import { readRows, type Row } from './import-rows.ts';

interface Options {
  api: string;
  username: string;
  concurrency: string;
}

interface Tally {
  filed: number;
  known: number;
  bad: { line: number; why: string }[];
}

const command = new Command('import')
  .description('File complaints in bulk. Columns as in POST /v1/complaints, with receivedAt and externalId.')
  .argument('<file>', 'a .csv file with a header line, or .ndjson with one JSON object a line')
  .option('--api <url>', 'address of the API', process.env.TUNTAS_API ?? 'http://127.0.0.1:3000')
  .option('--username <name>', 'an admin of the national office', 'nasional')
  .option('--concurrency <n>', 'requests at once', '4')
  .addHelpText(
    'after',
    '\nThe password is read from TUNTAS_PASSWORD; without it, the demo password is tried.',
  )
  .parse();

const file = command.args[0] ?? '';
const options = command.opts<Options>();
process.exitCode = await run(file, options).catch((error: unknown) => {
  console.error(explain(error, options.api));
  return 1;
});

/** Files every good row and reports every bad one by its line. Gives the exit code: 1 when a row was bad. */
async function run(path: string, { api, username, concurrency }: Options): Promise<number> {
  const format = extname(path) === '.csv' ? 'csv' : 'ndjson';
  const handle = await open(path).catch(() => {
    throw new Error(`Cannot read ${path}.`);
  });
  const { size } = await handle.stat();
  const { send } = await logIn(api, username, process.env.TUNTAS_PASSWORD ?? 'demo');
  const bar = new Bar({
    format: 'Importing {bar} {percentage}% · {filed} filed · {bad} bad',
    hideCursor: true,
  });
  const tally: Tally = { filed: 0, known: 0, bad: [] };
  const stream = handle.createReadStream();
  bar.start(Math.max(1, size), 0, { filed: 0, bad: 0 });
  const rows = readRows(stream, format);
  await Promise.all(
    Array.from({ length: Math.max(1, Number(concurrency)) }, async () => {
      for (let next = await rows.next(); !next.done; next = await rows.next()) {
        await fileRow(send, next.value, tally);
        bar.update(stream.bytesRead, { filed: tally.filed + tally.known, bad: tally.bad.length });
      }
    }),
  );
  bar.update(size);
  bar.stop();
  for (const { line, why } of tally.bad.toSorted((a, b) => a.line - b.line)) {
    console.error(`line ${line}: ${why}`);
  }
  console.log(`${tally.filed} filed, ${tally.known} already there, ${tally.bad.length} bad.`);
  return tally.bad.length > 0 ? 1 : 0;
}

async function fileRow(send: Send, row: Row, tally: Tally): Promise<void> {
  if ('problem' in row) {
    tally.bad.push({ line: row.line, why: row.problem });
    return;
  }
  try {
    const filed = await send<{ number: string; alreadyFiled?: boolean }>(
      'POST',
      '/v1/complaints',
      row.complaint,
      { 'idempotency-key': row.key },
    );
    if (filed.alreadyFiled) tally.known += 1;
    else tally.filed += 1;
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    tally.bad.push({ line: row.line, why: error.message });
  }
}
