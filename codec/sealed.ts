// Short secrets that the database keeps and the product reads again, sealed by the ring of payload keys.
import { hkdfSync } from 'node:crypto';
import { type KeyRing, keyBytes } from '../settings/kinds/payload-keys.ts';
import { decrypted, encrypted } from './gcm.ts';

/** What it is for, and whose it is: it opens for nothing and nobody else. */
interface SealedFor {
  purpose: string;
  owner: string;
}

/** Under the key that writes, as `id:base64`. */
export function seal(ring: KeyRing, whose: SealedFor, secret: Uint8Array): string {
  const id = ring.writing;
  return `${id}:${encrypted(keyFor(ring, id, whose), boundTo(id, whose), secret).toString('base64')}`;
}

/** Throws, without a word of it, for what was changed, is somebody else's, or needs a key that is not in the ring. */
export function unseal(ring: KeyRing, whose: SealedFor, sealed: string): Buffer {
  const [id = '', text = ''] = sealed.split(':');
  return decrypted(keyFor(ring, id, whose), boundTo(id, whose), Buffer.from(text, 'base64'));
}

/** Whether the key that writes now sealed it. */
export function isSealedAnew(ring: KeyRing, sealed: string): boolean {
  return sealed.startsWith(`${ring.writing}:`);
}

/**
 * A key of the purpose's own, made of the ring's: ops may have payloads read (`/codec/decode`), and what is sealed here is
 * not to be read that way by anybody.
 */
function keyFor(ring: KeyRing, id: string, { purpose }: SealedFor): Uint8Array {
  const key = ring.keys.get(id);
  if (!key) throw new Error(`What was sealed needs the key ${JSON.stringify(id)}, which is not in the ring.`);
  return new Uint8Array(hkdfSync('sha256', key, '', `tuntas/${purpose}`, keyBytes));
}

function boundTo(id: string, { purpose, owner }: SealedFor): Uint8Array {
  return new TextEncoder().encode(JSON.stringify(['tuntas/1', purpose, id, owner]));
}
