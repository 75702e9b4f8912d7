// Who reports, kept apart from what is reported (reading 14).
import type { Db } from '../connection/client.ts';
import type { Update } from '../../sop/terms.ts';
import type { Language } from '../../sop/texts/language.ts';
import { contactKey } from '../secrets/secrets.ts';
import { hashOfAddress } from './contact-address.ts';

export interface Identity {
  name: string;
  email: string | null;
  phone: string | null;
  nik: string | null;
  /** What they wish to be mailed besides what always goes. */
  updates: readonly Update[];
  /** What they are written to in. */
  language: Language;
}

/** Where something happened, in degrees; kept with who reported it. */
export interface Point {
  latitude: number;
  longitude: number;
}

/** For each its hash as it is compared; null without one. */
export async function hashesOf(db: Db, emails: readonly (string | null)[]): Promise<(Buffer | null)[]> {
  if (emails.every((email) => email === null)) return emails.map(() => null);
  const key = await contactKey(db);
  return emails.map((email) => (email === null ? null : hashOfAddress(key, email)));
}

/** The reporters of the common table `given`, of those reports that `c` has: to stand in the statement that files them. */
export function identitiesInserted(db: Db) {
  // An address that was confirmed once is known (reading 33).
  return db`
    insert into identities (number, name, email, phone, nik, updates, language, email_hash, email_confirmed_at,
      latitude, longitude)
    select "number", "name", "email", "phone", "nik", "updates", "language", decode("emailHash", 'hex'), a.confirmed_at,
      "latitude", "longitude"
    from given join c using (number) left join confirmed_addresses a on a.address = decode("emailHash", 'hex')`;
}
