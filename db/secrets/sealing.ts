// Bytes sealed by a key, bound to what they belong to, so that nothing opens in another's place.
import { randomBytes } from 'node:crypto';
import { decrypted, encrypted } from '../../codec/gcm.ts';

/** A key for `sealBy`. */
export function newKey(): Buffer {
  return randomBytes(32);
}

/** `boundTo`: what they belong to, which `openBy` is told again. */
export function sealBy(key: Uint8Array, plain: Uint8Array, boundTo: string): Buffer {
  return encrypted(key, Buffer.from(boundTo), plain);
}

/** What they were. Throws when they were changed, belong to something else, or were sealed by another key. */
export function openBy(key: Uint8Array, sealed: Uint8Array, boundTo: string): Buffer {
  return decrypted(key, Buffer.from(boundTo), sealed);
}
