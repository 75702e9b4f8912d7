// How many reports a second come in, one by one and by import, and what one costs; how long a decision takes meanwhile, and while they are started.
import { execFile } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { apiClient, logIn } from '../cli/shared/api-client.ts';
import type { Sql } from '../db/connection/client.ts';
import { environmentFor } from '../settings/environment.ts';
import { partNames, secondsFrom } from './support/cpu.ts';
import { quantilesOf, round } from './support/figures.ts';
import { file, repeat } from './support/journey.ts';
import { decisionOn, fileAll, timesUntil } from './support/meanwhile.ts';
import { onProduct, onRecord, type Running } from './support/product.ts';

const filed = 400;
const imported = 5_000;
/** Of the starts behind it. */
const watchedMs = 20_000;

export function filings() {
  return onProduct(measure);
}

async function measure({ base, pid, folder }: Running) {
  await fileAll(base, 40);
  const cost = secondsFrom(pid);
  const begun = performance.now();
  await repeat(filed, 16, () => file(apiClient(base)));
  const seconds = (performance.now() - begun) / 1000;
  const each = cost(filed);
  const parts = partNames.map((part) => [`${part}AFiling`, round(each[part])] as const);
  return {
    filed,
    filedASecond: round(filed / seconds),
    filingCpuSeconds: round(partNames.reduce((sum, part) => sum + each[part], 0)),
    ...Object.fromEntries(parts),
    ...(await onRecord(folder, (sql) => importing(base, folder, sql))),
  };
}

/** What an import accepts, then starts behind it; how long a decision takes meanwhile. */
async function importing(base: string, folder: string, sql: Sql): Promise<Record<string, number>> {
  const { send } = await logIn(base, 'nasional', 'demo');
  const numbers = (await fileAll(base, 300)).values();
  const decide = () =>
    decisionOn(send, numbers.next().value ?? '', { action: 'ask', text: 'Di sisi jalan yang mana?' });
  const rows = join(folder, 'rows.csv');
  writeFileSync(rows, csvOf(imported));
  const waiting = async () => {
    const [left] = await sql<{ count: number }[]>`select count(*) from complaints where started_at is null`;
    return left?.count ?? 0;
  };
  let accepted: number | undefined;
  const program = fileURLToPath(new URL('../build/run.js', import.meta.url));
  const env = environmentFor('import', { TUNTAS_API: base, TUNTAS_PASSWORD: 'demo' });
  const begun = performance.now();
  const running = promisify(execFile)(process.execPath, [program, 'import', rows], { env }).then(() => {
    accepted = (performance.now() - begun) / 1000;
  });
  const meanwhile = await timesUntil(async () => accepted !== undefined, decide);
  await running;
  const before = await waiting();
  const from = performance.now();
  const behind = await timesUntil(async () => performance.now() - from > watchedMs, decide);
  const started = before - (await waiting());
  return {
    imported,
    importedASecond: round(imported / (accepted ?? 1)),
    ...quantilesOf('decisionWhileImporting', meanwhile),
    startedASecond: round((started / (performance.now() - from)) * 1_000),
    ...quantilesOf('decisionWhileStarting', behind),
  };
}

function csvOf(count: number): string {
  const row = (n: number) => `pengaduan,Jalan berlubang ${n},Lubang di depan pasar.,Siti,bench-${n}`;
  return `kind,title,description,reporter.name,externalId\n${Array.from({ length: count }, (_, n) => row(n)).join('\n')}\n`;
}
