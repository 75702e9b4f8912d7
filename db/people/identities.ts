// Who reports, kept apart from what is reported (reading 14).
import type { Db } from '../connection/client.ts';
import { asked } from '../connection/rows.ts';
import { contactKey } from '../secrets/secrets.ts';
import { hashOfAddress } from './contact-address.ts';

export interface Identity {
  name: string;
  email: string | null;
  phone: string | null;
  nik: string | null;
}

export async function identityOf(db: Db, number: string): Promise<Identity | undefined> {
  const rows = await db<(Identity & { number: string })[]>`
    select number, name, email, phone, nik from identities where number = ${number}`;
  return asked(rows, 'number', number)[0];
}

/** With the complaint, in its transaction. */
export async function insertIdentity(tx: Db, number: string, who: Identity): Promise<void> {
  const { name, email, phone, nik } = who;
  const address = email === null ? null : hashOfAddress(await contactKey(tx), email);
  // An address that was confirmed once is known (reading 33).
  await tx`
    insert into identities (number, name, email, phone, nik, email_hash, email_confirmed_at)
    values (${number}, ${name}, ${email}, ${phone}, ${nik}, ${address},
      (select confirmed_at from confirmed_addresses where address = ${address}))`;
}
