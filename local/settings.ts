// The settings of `npm start`, and what must be free before it begins.
import { mkdirSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { closeToOthers } from './data-dir.ts';
import { isFree } from './parts/ports.ts';
import { isAlive } from './parts/process.ts';

export interface LocalSettings {
  dataDir: string;
  port: number;
  /** Where the API listens. */
  host: string;
  databaseUrl: string | undefined;
  temporalAddress: string | undefined;
  policyFile: string | undefined;
  /** Whether people may write in the Temporal UI. */
  uiWrites: boolean;
}

/** Throws when PORT is not a port. */
export function readLocalSettings(env: NodeJS.ProcessEnv): LocalSettings {
  const port = Number(env.PORT ?? 3000);
  if (!Number.isInteger(port) || port < 1 || port > 65_535)
    throw new Error(`PORT=${env.PORT} is not a port.`);
  return {
    dataDir: resolve(env.DATA_DIR ?? fileURLToPath(new URL('../.data', import.meta.url))),
    port,
    host: env.HOST || '127.0.0.1',
    databaseUrl: env.DATABASE_URL || undefined,
    temporalAddress: env.TEMPORAL_ADDRESS || undefined,
    policyFile: env.SLA_POLICY_FILE || undefined,
    // Of the UI's own image, too.
    uiWrites: env.TEMPORAL_DISABLE_WRITE_ACTIONS === 'false',
  };
}

/** Makes DATA_DIR and takes it for this process. Throws when another `npm start` runs on it. */
export async function claimDataDir(dataDir: string): Promise<void> {
  mkdirSync(dataDir, { recursive: true });
  await closeToOthers(dataDir);
  const file = join(dataDir, 'start.pid');
  const pid = Number(await readFile(file, 'utf8').catch(() => '0'));
  if (pid !== process.pid && isAlive(pid)) {
    const command = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '');
    if (/build\/run\.js\0(start|dev)\b/.test(command)) {
      throw new Error(
        `Tuntas runs already on ${dataDir} (process ${pid}). Stop it, or set another DATA_DIR.`,
      );
    }
  }
  await writeFile(file, String(process.pid));
}

/** Throws with what to do when the API could not listen there. */
export async function requireFreePort(port: number, host: string): Promise<void> {
  if (await isFree(port, host)) return;
  throw new Error(
    `Port ${port} is in use by another program, or ${host} is no address of this machine. Stop it, or set PORT or HOST.`,
  );
}
