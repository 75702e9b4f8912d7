// Where commands find the database: DATABASE_URL, or the embedded one that npm start runs on DATA_DIR.
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readLocalSettings } from '../local/settings.ts';

const name = 'database.url';

/** Kept for the owner's eyes only: the password is in it. */
export async function keepDatabaseUrl(dataDir: string, url: string): Promise<void> {
  await writeFile(join(dataDir, name), url, { mode: 0o600 });
}

/** Throws with what to set when there is neither. */
export async function findDatabaseUrl(env: NodeJS.ProcessEnv): Promise<string> {
  if (env.DATABASE_URL) return env.DATABASE_URL;
  const { dataDir } = readLocalSettings(env);
  const url = await readFile(join(dataDir, name), 'utf8').catch(() => undefined);
  if (url) return url;
  throw new Error(`DATABASE_URL is not set, and npm start has not run on ${dataDir}.`);
}
