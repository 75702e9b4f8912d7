// The secret of an app as the database keeps it: sealed, for whoever reads a dump of it must not be able to make codes.
import { isSealedAnew, seal, unseal } from '../../../codec/sealed.ts';
import type { Sql } from '../../../db/connection/client.ts';
import { allSealed, replaceSealed } from '../../../db/people/second-factors/totp-secrets.ts';
import type { KeyRing } from '../../../settings/kinds/payload-keys.ts';

/**
 * The ring of payload keys is the one that the product has, which lies outside the database where TUNTAS_PAYLOAD_KEYS is
 * set; a hash would do for what is only compared, but a code is reckoned from the secret itself.
 */
const purpose = 'totp';

export function sealedSecret(ring: KeyRing, username: string, secret: Uint8Array): string {
  return seal(ring, { purpose, owner: username }, secret);
}

export function openedSecret(ring: KeyRing, username: string, sealed: string): Buffer {
  return unseal(ring, { purpose, owner: username }, sealed);
}

/**
 * Seals with the key that writes now whatever another one sealed, so that it can be taken out of the ring. Gives how many
 * cannot be read: their key is gone already, and with it these apps.
 */
export async function sealAllAnew(sql: Sql, ring: KeyRing): Promise<number> {
  let unreadable = 0;
  for (const before of await allSealed(sql)) {
    const { username, secret, pending } = before;
    const anew = (sealed: string | null) =>
      sealed === null || isSealedAnew(ring, sealed)
        ? sealed
        : sealedSecret(ring, username, openedSecret(ring, username, sealed));
    try {
      const after = { secret: anew(secret), pending: anew(pending) };
      if (after.secret !== secret || after.pending !== pending) await replaceSealed(sql, before, after);
    } catch {
      unreadable += 1;
    }
  }
  return unreadable;
}
