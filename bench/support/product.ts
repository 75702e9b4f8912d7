// The product as its users run it, on a folder of its own, for the length of a measurement.
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { chmod } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { databaseUrlFile } from '../../cli/shared/database-url.ts';
import { openDatabase, type Sql } from '../../db/connection/client.ts';
import { environmentFor } from '../../settings/environment.ts';
import { freePort } from '../../local/parts/ports.ts';

export interface Running {
  /** Of the API. */
  base: string;
  /** Of Temporal. */
  temporal: string;
  /** The process that has begun all the others. */
  pid: number;
  /** Where its data are, and what is measured may put its own. */
  folder: string;
}

/** A folder for data, which is removed whatever happens. */
export async function inFolder<T>(work: (folder: string) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'tuntas-bench-'));
  await chmod(folder, 0o755);
  try {
    return await work(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Straight to the database of a product whose data are in `folder`. */
export async function onRecord<T>(folder: string, work: (sql: Sql) => Promise<T>): Promise<T> {
  const sql = openDatabase(readFileSync(databaseUrlFile(folder), 'utf8'), { max: 1 });
  try {
    return await work(sql);
  } finally {
    await sql.end({ timeout: 1 });
  }
}

/** Runs `measure` on a fresh product; stops and removes it whatever happens. */
export function onProduct<T>(measure: (product: Running) => Promise<T>): Promise<T> {
  return inFolder((folder) => onProductIn(folder, measure));
}

/** The same on data that may be there already, and stay; `env`: what is set otherwise. */
export async function onProductIn<T>(
  folder: string,
  measure: (product: Running) => Promise<T>,
  env: Record<string, string> = {},
): Promise<T> {
  const port = await freePort();
  const product = spawn(process.execPath, ['build/run.js', 'start'], {
    cwd: fileURLToPath(new URL('../..', import.meta.url)),
    stdio: ['ignore', 'pipe', 'inherit'],
    // Its own servers, whatever else is set here.
    env: environmentFor('start', {
      PORT: String(port),
      DATA_DIR: folder,
      LOG_LEVEL: 'warn',
      DATABASE_URL: '',
      TEMPORAL_ADDRESS: '',
      TEMPORAL_NEXT: '',
      ...env,
    }),
  });
  const ended = new Promise((resolve) => product.once('exit', resolve));
  let output = '';
  const temporal = new Promise<string>((resolve, reject) => {
    product.stdout.on('data', (part) => {
      output += String(part);
      // It prints its addresses once all of it is ready.
      const address = /^ +Temporal +(\S+)$/m.exec(output)?.[1];
      if (address && output.includes('Try')) resolve(address);
    });
    product.once('exit', () => reject(new Error(`Tuntas did not start:\n${output}`)));
  });
  try {
    return await measure({
      base: `http://127.0.0.1:${port}`,
      temporal: await temporal,
      pid: product.pid ?? 0,
      folder,
    });
  } catch (error) {
    for (const part of ['api', 'worker'])
      console.error(readFileSync(join(folder, `${part}.log`), 'utf8').slice(-2_000));
    throw error;
  } finally {
    product.kill('SIGINT');
    await ended;
  }
}
