// How many reports a second come in, one by one and by import, and what one costs; how long a decision takes meanwhile.
import { execFile } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { apiClient, logIn } from '../cli/shared/api-client.ts';
import { environmentFor } from '../settings/environment.ts';
import { partNames, useOfParts } from './support/cpu.ts';
import { quantilesOf, round } from './support/figures.ts';
import { file, repeat } from './support/journey.ts';
import { decisionOn, fileAll, timesUntil } from './support/meanwhile.ts';
import { onProduct, type Running } from './support/product.ts';

const filed = 400;
const imported = 1_000;

export function filings() {
  return onProduct(measure);
}

async function measure({ base, pid, folder }: Running) {
  await fileAll(base, 40);
  const used = () => {
    const parts = useOfParts(pid);
    return partNames.reduce((sum, part) => sum + parts[part].seconds, 0);
  };
  const before = used();
  const begun = performance.now();
  await repeat(filed, 16, () => file(apiClient(base)));
  const seconds = (performance.now() - begun) / 1000;
  const cost = used() - before;

  const national = await logIn(base, 'nasional', 'demo');
  const numbers = await fileAll(base, 200);
  const rows = join(folder, 'rows.csv');
  writeFileSync(rows, csvOf(imported));
  let accepted: number | undefined;
  const program = fileURLToPath(new URL('../build/run.js', import.meta.url));
  const env = environmentFor('import', { TUNTAS_API: base, TUNTAS_PASSWORD: 'demo' });
  const importing = performance.now();
  const running = promisify(execFile)(process.execPath, [program, 'import', rows], { env }).then(() => {
    accepted = (performance.now() - importing) / 1000;
  });
  const meanwhile = await timesUntil(
    async () => accepted !== undefined,
    (n) => decisionOn(national.send, numbers[n] ?? '', { action: 'ask', text: 'Di sisi jalan yang mana?' }),
  );
  await running;
  return {
    filed,
    filedASecond: round(filed / seconds),
    filingCpuSeconds: round(cost / filed),
    imported,
    importedASecond: round(imported / (accepted ?? 1)),
    ...quantilesOf('decisionWhileImporting', meanwhile),
  };
}

function csvOf(count: number): string {
  const row = (n: number) => `pengaduan,Jalan berlubang ${n},Lubang di depan pasar.,Siti,bench-${n}`;
  return `kind,title,description,reporter.name,externalId\n${Array.from({ length: count }, (_, n) => row(n)).join('\n')}\n`;
}
