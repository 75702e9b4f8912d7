// Secrets that the embedded default makes for itself, kept in DATA_DIR for the owner's eyes only.
import { randomBytes } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

export interface Secrets {
  databasePassword: string;
  secret: string;
}

/** Reads them, or makes them at the first start. */
export async function readSecrets(dataDir: string): Promise<Secrets> {
  const file = join(dataDir, 'secrets.json');
  const text = await readFile(file, 'utf8').catch(() => undefined);
  if (text !== undefined) return JSON.parse(text) as Secrets;
  const made = { databasePassword: randomBytes(24).toString('hex'), secret: randomBytes(32).toString('hex') };
  await writeFile(file, JSON.stringify(made), { mode: 0o600 });
  return made;
}
