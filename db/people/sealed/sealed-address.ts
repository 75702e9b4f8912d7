// Addresses that stand alone, sealed by a key outside of the database: of who follows in the register, and one that was given up.
import type { Db } from '../../connection/client.ts';

/** Whose it is. Part of the format: what was sealed for the one is not opened as the other. */
type AddressOf = 'follower' | 'parting';

export function sealAddress({ vault }: Db, of: AddressOf, email: string): Buffer {
  return vault.seal(Buffer.from(email), of);
}

/** Null for none. Throws as `Vault.open`. */
export function openAddress({ vault }: Db, of: AddressOf, sealed: Buffer | null): string | null {
  return sealed && vault.open(sealed, of).toString();
}
