// How many mails an address gets in a day (reading 33), whatever reports or officers they are for. A day is one of WIB.
import type { Db } from '../connection/client.ts';
import { one } from '../connection/rows.ts';
import { publicZone } from '../../sop/offices.ts';

const today = (db: Db) => db`(now() at time zone ${publicZone})::date`;

/** Takes one of the day's `most` mails to this address; false: there is none left. `always`: takes it anyhow. */
export async function takeMail(
  db: Db,
  address: Buffer,
  { most, always }: { most: number; always: boolean },
): Promise<boolean> {
  const rows = await db`
    insert into mails_sent (address, day, mails) values (${address}, ${today(db)}, 1)
    on conflict (address, day) do update set mails = mails_sent.mails + 1
      where ${always} or mails_sent.mails < ${most}
    returning mails`;
  return rows.length > 0;
}

/** It was not sent after all. */
export async function giveMailBack(db: Db, address: Buffer): Promise<void> {
  await db`
    update mails_sent set mails = mails - 1 where address = ${address} and day = ${today(db)} and mails > 0`;
}

/** How many of today's are taken. */
export async function mailsTaken(db: Db, address: Buffer): Promise<number> {
  const rows = await db<{ mails: number }[]>`
    select coalesce(sum(mails), 0)::int as mails from mails_sent where address = ${address} and day = ${today(db)}`;
  return one(rows).mails;
}

/** Puts the mail off until the next day begins, with what waits for the same address, to go out as one. */
export async function holdMail(db: Db, id: number, address: Buffer): Promise<void> {
  await db`
    with tomorrow as (select (${today(db)} + 1)::timestamp at time zone ${publicZone} as at)
    update deliveries d set gathered = true, bundle = null, attempts = 0, recipient = ${address},
      due_at = t.at, next_attempt_at = t.at
    from tomorrow t
    where d.id = ${id} or (d.recipient = ${address} and d.status = 'pending' and d.next_attempt_at <= now())`;
  // What was counted on other days is of no more use.
  await db`delete from mails_sent where day < ${today(db)} - 7`;
}

/** Sends it by itself after all: its address is another one since it was held back. */
export async function releaseMails(db: Db, ids: number[]): Promise<void> {
  await db`
    update deliveries set gathered = false, bundle = null, recipient = null, attempts = 0, next_attempt_at = now()
    where id = any(${ids}::bigint[])`;
}
