// The keys that payloads are encrypted with: one writes, all of them read.
import { randomBytes } from 'node:crypto';

const bytes = 32;

export interface KeyRing {
  /** The id of the key that writes. */
  readonly writing: string;
  readonly keys: ReadonlyMap<string, Uint8Array>;
}

/** A new key under a new id, in the form that `readKeys` reads. */
export function newKey(): string {
  return `${randomBytes(4).toString('hex')}:${randomBytes(bytes).toString('base64')}`;
}

/** Whether a key may have that id. */
export function isKeyId(text: string): boolean {
  return /^[\w.-]{1,64}$/.test(text);
}

/**
 * Reads keys as `id:base64,id:base64`, 32 bytes each; the first writes. Throws with `from`, never with a key, when that
 * is not what it holds.
 */
export function readKeys(text: string, from: string): KeyRing {
  const keys = new Map<string, Uint8Array>();
  for (const one of text.split(',').map((part) => part.trim())) {
    const [, id = '', encoded = ''] = /^([^:]+):([A-Za-z0-9+/]+=*)$/.exec(one) ?? [];
    const key = Buffer.from(encoded, 'base64');
    if (!isKeyId(id) || key.length !== bytes)
      throw new Error(
        `${from} is not id:key, or several by commas, each key 32 bytes in base64 (openssl rand -base64 32).`,
      );
    if (keys.has(id)) throw new Error(`${from} names ${id} twice.`);
    keys.set(id, key);
  }
  const [writing = ''] = keys.keys();
  return { writing, keys };
}

/** `ring`, which reads what the keys of `others` wrote, too. */
export function alsoReading(ring: KeyRing, others: KeyRing | undefined): KeyRing {
  return others ? { writing: ring.writing, keys: new Map([...others.keys, ...ring.keys]) } : ring;
}
