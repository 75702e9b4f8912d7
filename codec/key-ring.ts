// The keys that payloads are encrypted with: new ones, and rings of them.
import { randomBytes } from 'node:crypto';
import { type KeyRing, keyBytes, payloadKeys } from '../settings/kinds/payload-keys.ts';

/** A new key under a new id, in the form that `readKeys` reads. */
export function newKey(): string {
  return `${randomBytes(4).toString('hex')}:${randomBytes(keyBytes).toString('base64')}`;
}

/** Reads keys as the setting TUNTAS_PAYLOAD_KEYS holds them. Throws with `from`, never with a key, when they are not so. */
export function readKeys(text: string, from: string): KeyRing {
  const { data } = payloadKeys.safeParse(text);
  if (!data) throw new Error(`${from} cannot be read as keys of payloads.`);
  return data;
}

/** `ring`, which reads what the keys of `others` wrote, too. */
export function alsoReading(ring: KeyRing, others: KeyRing | undefined): KeyRing {
  return others ? { writing: ring.writing, keys: new Map([...others.keys, ...ring.keys]) } : ring;
}
