// AES-256-GCM as everything here uses it: a random number, the ciphertext, the tag.
import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';

const cipher = 'aes-256-gcm';
const ivBytes = 12;
const tagBytes = 16;

/** `boundTo`: what stands beside it, and cannot be exchanged for something else. */
export function encrypted(key: Uint8Array, boundTo: Uint8Array, plain: Uint8Array): Buffer {
  const iv = randomBytes(ivBytes);
  const sealing = createCipheriv(cipher, key, iv).setAAD(boundTo);
  return Buffer.concat([iv, sealing.update(plain), sealing.final(), sealing.getAuthTag()]);
}

/** What it was. Throws for what was changed, or was encrypted by another key or beside something else. */
export function decrypted(key: Uint8Array, boundTo: Uint8Array, bytes: Uint8Array): Buffer {
  const end = bytes.length - tagBytes;
  if (end < ivBytes) throw new Error('It is cut off.');
  const opening = createDecipheriv(cipher, key, bytes.subarray(0, ivBytes), { authTagLength: tagBytes })
    .setAAD(boundTo)
    .setAuthTag(bytes.subarray(end));
  return Buffer.concat([opening.update(bytes.subarray(ivBytes, end)), opening.final()]);
}
