// How every client and worker of ours writes to Temporal and reads from it.
import { fileURLToPath } from 'node:url';
import type { DataConverter } from '@temporalio/common';
import type { Db } from '../db/connection/client.ts';
import { isPayloadKeyId, keptPayloadKeys, notePayloadKeyIds, ownPayloadKeys } from '../db/secrets/secrets.ts';
import type { KeyRing } from '../settings/kinds/payload-keys.ts';
import { alsoReading, newKey, readKeys } from './key-ring.ts';
import { EncryptionCodec } from './payload-codec.ts';

/** A plain file: the SDK loads it itself, into the workflows' bundle too. */
export const failureConverterPath = fileURLToPath(new URL('./failure-converter.cjs', import.meta.url));

interface KeySettings {
  TUNTAS_PAYLOAD_KEYS?: KeyRing | undefined;
}

/**
 * The keys of the setting TUNTAS_PAYLOAD_KEYS; without it, one that the database keeps and every process finds there.
 * What the database's key wrote before the setting came is read as well. Their ids are noted before anything is written
 * with them.
 */
export async function openKeyRing(settings: KeySettings, db: Db): Promise<KeyRing> {
  const ring = await readRing(settings, db);
  await notePayloadKeyIds(db, [...ring.keys.keys()]);
  return ring;
}

async function readRing({ TUNTAS_PAYLOAD_KEYS: set }: KeySettings, db: Db): Promise<KeyRing> {
  const from = "The database's payload key";
  if (!set) return readKeys(await ownPayloadKeys(db, newKey()), from);
  const kept = await keptPayloadKeys(db);
  return alsoReading(set, kept === undefined ? undefined : readKeys(kept, from));
}

interface Opened {
  codec: EncryptionCodec;
  /** What clients and workers are told. */
  dataConverter: DataConverter;
}

/** Of a client: what it cannot read is an error. */
export function openCodec(ring: KeyRing): Opened {
  return openedWith(new EncryptionCodec(ring));
}

/** Of a worker, which hands on what nobody of ours wrote. */
export function openWorkerCodec(ring: KeyRing, db: Db): Opened {
  return openedWith(new EncryptionCodec(ring, (id) => isPayloadKeyId(db, id)));
}

function openedWith(codec: EncryptionCodec): Opened {
  return { codec, dataConverter: { payloadCodecs: [codec], failureConverterPath } };
}
