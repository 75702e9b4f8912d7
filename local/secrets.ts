// Secrets that the embedded default makes for itself, kept in DATA_DIR for the owner's eyes only.
import { randomBytes } from 'node:crypto';
import { readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { identityKeysFile } from '../cli/shared/identity-keys.ts';
import { newKey } from '../codec/key-ring.ts';

export interface Secrets {
  /** Of the owner of the tables. */
  databasePassword: string;
  appDatabasePassword: string;
  secret: string;
}

/** Reads them; makes at the first start what is not there yet. */
export async function readSecrets(dataDir: string): Promise<Secrets> {
  const file = join(dataDir, 'secrets.json');
  const text = await readFile(file, 'utf8').catch(() => undefined);
  const kept = JSON.parse(text ?? '{}') as Partial<Secrets>;
  const secrets = {
    databasePassword: kept.databasePassword ?? randomBytes(24).toString('hex'),
    appDatabasePassword: kept.appDatabasePassword ?? randomBytes(24).toString('hex'),
    secret: kept.secret ?? randomBytes(32).toString('hex'),
  };
  if (!kept.appDatabasePassword) {
    // Whole or not at all: without the first password the database is closed for good.
    await writeFile(`${file}.new`, JSON.stringify(secrets), { mode: 0o600 });
    await rename(`${file}.new`, file);
  }
  return secrets;
}

/** The keys that open who reports, in a file of their own; makes one at the first start. */
export async function readIdentityKeys(dataDir: string): Promise<string> {
  const file = identityKeysFile(dataDir);
  const kept = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    // What cannot be read is not made anew: what it opens would be lost.
    if (error.code !== 'ENOENT') throw error;
    return undefined;
  });
  if (kept) return kept.trim();
  const made = newKey();
  await writeFile(`${file}.new`, made, { mode: 0o600 });
  await rename(`${file}.new`, file);
  return made;
}
