// Where commands find the keys that open who reports: TUNTAS_IDENTITY_KEYS, or those that `npm start` keeps on DATA_DIR.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readKeys } from '../../codec/key-ring.ts';
import type { KeyRing } from '../../settings/kinds/payload-keys.ts';
import type { Settings } from '../../settings/known.ts';

/** Where `npm start` keeps them, apart from what they open. */
export function identityKeysFile(dataDir: string): string {
  return join(dataDir, 'identity.keys');
}

/** Throws with what to set when there are none. */
export async function findIdentityKeys({
  TUNTAS_IDENTITY_KEYS: set,
  DATA_DIR,
}: Settings<'identities'>): Promise<KeyRing> {
  const file = identityKeysFile(DATA_DIR);
  const kept = set ? undefined : await readFile(file, 'utf8').catch(() => undefined);
  if (set) return set;
  if (kept) return readKeys(kept.trim(), file);
  throw new Error(`TUNTAS_IDENTITY_KEYS is not set, and npm start has not run on ${DATA_DIR}.`);
}
