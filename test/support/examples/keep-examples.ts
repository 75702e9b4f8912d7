// `npm run examples`: runs the API's tests, and keeps of what they asked and were answered an example of each operation.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildApp } from '../../../api/app.ts';
import { openDatabase } from '../../../db/connection/client.ts';
import { Engine } from '../../../engine/engine.ts';
import { environmentWith } from '../../../settings/environment.ts';
import { FileStore } from '../../../store/file-store.ts';
import { faultsOf } from './faults.ts';
import type { Recorded } from './recorder.ts';
import { scrubbed } from './scrub.ts';

const root = fileURLToPath(new URL('../../..', import.meta.url));
const kept = join(root, 'api/docs/examples.json');
const folder = mkdtempSync(join(tmpdir(), 'tuntas-examples-'));

const vitest = join(root, 'node_modules/vitest/vitest.mjs');
const files = process.argv.slice(2);
const run = spawnSync(process.execPath, [vitest, 'run', ...(files.length > 0 ? files : ['test/api'])], {
  cwd: root,
  stdio: 'inherit',
  env: environmentWith({ RECORD_EXAMPLES: folder }),
});
const best = new Map<string, Recorded>();
for (const name of readdirSync(folder)) {
  for (const line of readFileSync(join(folder, name), 'utf8').trim().split('\n')) {
    const one = JSON.parse(line) as Recorded;
    // Whoever may read the same is shown one that says as much as there is to say.
    const key = `${one.operation} ${one.as}`;
    const other = best.get(key);
    if (!other || worthOf(one) > worthOf(other)) best.set(key, one);
  }
}
rmSync(folder, { recursive: true });
// Of some files: what has none, or none that is right today, is given one, and all else stays as it is.
type Kept = Omit<Recorded, 'operation'>;
const examples: Record<string, Kept[]> = files.length > 0 ? JSON.parse(readFileSync(kept, 'utf8')) : {};
for (const { operation } of faultsOf(await routes(), examples)) delete examples[operation];
const before = new Set(Object.keys(examples));
for (const [, one] of [...best].toSorted(([a], [b]) => (a < b ? -1 : 1))) {
  const { operation, ...example } = scrubbed(one);
  if (!before.has(operation)) (examples[operation] ??= []).push(example);
}
const sorted = Object.entries(examples).toSorted(([a], [b]) => (a < b ? -1 : 1));
writeFileSync(kept, JSON.stringify(Object.fromEntries(sorted)));
spawnSync(join(root, 'node_modules/.bin/biome'), ['format', '--write', kept], {
  cwd: root,
  stdio: 'inherit',
});
console.log(`${sorted.length} operations have an example in ${kept}.`);
process.exitCode = run.status ?? 1;

/** Of an API that is asked nothing. */
async function routes() {
  const sql = openDatabase('postgres://nobody@127.0.0.1:1/none');
  const [engine, store] = [Engine.fromEnvironment(), new FileStore('/nowhere')];
  const app = await buildApp({ sql, engine, store, secret: 'nobody’s', logLevel: 'silent' });
  await app.close();
  await sql.end();
  return app.routes;
}

/** More that is filled in, but nothing that goes on for pages, is odd on purpose, or stands in a year without decrees. */
function worthOf({ body, answer }: Recorded): number {
  const text = JSON.stringify([body, answer]);
  if (Array.isArray(body)) return -1;
  const odd = /"provisional":true|\\n| {2}/i.test(text) ? 20 : 0;
  return filledIn(answer) + 2 * filledIn(body) - (text.length > 6_000 ? text.length / 100 : 0) - odd;
}

/** How many different fields say something. */
function filledIn(value: unknown): number {
  const fields = new Set<string>();
  const look = (at: unknown, path: string) => {
    if (Array.isArray(at)) for (const item of at) look(item, `${path}[]`);
    else if (typeof at === 'object' && at !== null)
      for (const [name, inner] of Object.entries(at)) look(inner, `${path}.${name}`);
    else if (at !== null && at !== undefined && at !== '') fields.add(path);
  };
  look(value, '');
  return fields.size;
}
