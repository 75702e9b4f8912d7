// How every client and worker of ours writes to Temporal and reads from it.
import { fileURLToPath } from 'node:url';
import type { DataConverter } from '@temporalio/common';
import type { Db } from '../db/client.ts';
import { keptPayloadKeys, ownPayloadKeys } from '../db/queries/own-payload-keys.ts';
import { alsoReading, type KeyRing, newKey, readKeys } from './key-ring.ts';
import { EncryptionCodec } from './payload-codec.ts';

const setting = 'TUNTAS_PAYLOAD_KEYS';

/** A plain file: the SDK loads it itself, into the workflows' bundle too. */
export const failureConverterPath = fileURLToPath(new URL('./failure-converter.cjs', import.meta.url));

/**
 * The keys of the setting TUNTAS_PAYLOAD_KEYS; without it, one that the database keeps and every process finds there.
 * What the database's key wrote before the setting came is read as well. Throws when the setting is wrong.
 */
export async function openKeyRing(env: NodeJS.ProcessEnv, db: Db): Promise<KeyRing> {
  const { TUNTAS_PAYLOAD_KEYS: set } = env;
  const from = "The database's payload key";
  if (!set) return readKeys(await ownPayloadKeys(db, newKey()), from);
  const kept = await keptPayloadKeys(db);
  return alsoReading(readKeys(set, setting), kept === undefined ? undefined : readKeys(kept, from));
}

/** The codec, and how clients and workers are told to use it; a worker passes on what cannot be read. */
export function openCodec(
  ring: KeyRing,
  options?: { passesOn: boolean },
): { codec: EncryptionCodec; dataConverter: DataConverter } {
  const codec = new EncryptionCodec(ring, options);
  return { codec, dataConverter: { payloadCodecs: [codec], failureConverterPath } };
}
