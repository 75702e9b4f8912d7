// The keys of payloads as they are written down: `id:key`, several by commas.
import { kind } from '../kind.ts';

/** The keys that payloads are encrypted with: one writes, all of them read. */
export interface KeyRing {
  /** The id of the key that writes. */
  readonly writing: string;
  readonly keys: ReadonlyMap<string, Uint8Array>;
}
export const keyBytes = 32;
/** Whether a key may have that id. */
export function isKeyId(id: string): boolean {
  return /^[\w.-]{1,64}$/.test(id);
}
export const payloadKeys = kind(
  `id:key, or several by commas under ids of their own, each key ${keyBytes} bytes in base64 (openssl rand -base64 ${keyBytes})`,
  (value): KeyRing | undefined => {
    const keys = new Map<string, Uint8Array>();
    for (const one of value.split(',').map((part) => part.trim())) {
      const [, id = '', encoded = ''] = /^([^:]+):([A-Za-z0-9+/]+=*)$/.exec(one) ?? [];
      const key = Buffer.from(encoded, 'base64');
      if (!isKeyId(id) || key.length !== keyBytes || keys.has(id)) return undefined;
      keys.set(id, key);
    }
    const [writing = ''] = keys.keys();
    return { writing, keys };
  },
  true,
);
