// What is kept of a filing as it was sent: keyed, for who reports is in it, and all else that is in it stands beside it.
import { createHmac } from 'node:crypto';

/** `hashing`: what contacts are hashed with. Told from the plain hash of the release before by its length. */
export function keptRequest(hashing: string, requestHash: Buffer): Buffer {
  return Buffer.concat([Buffer.of(1), createHmac('sha256', hashing).update(requestHash).digest()]);
}

/** Whether that is what was filed. */
export function isSameRequest(hashing: string, kept: Buffer | null, requestHash: Buffer): boolean {
  const own = kept?.length === requestHash.length ? requestHash : keptRequest(hashing, requestHash);
  return kept?.equals(own) ?? false;
}
