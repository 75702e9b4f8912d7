// Access keys that are made anew (decision 51): codes that are out, keys that are offered, and the record that it happened.
import { createHmac, timingSafeEqual } from 'node:crypto';
import type { Step } from '../../sop/terms.ts';
import { channels } from '../connection/channels.ts';
import type { Db } from '../connection/client.ts';
import { asked } from '../connection/rows.ts';
import { lastSeqBefore } from '../record/events.ts';
import { comparedAddress } from './contact-address.ts';

const codeMinutes = 15;
const offerMinutes = 15;
/** Wrong ones until a code opens nothing any more. */
const mostTries = 5;
/** Codes for one report in a day, and the pause between two. */
const mostPerDay = 5;
const pauseSeconds = 60;

type KeyChange = 'key-renewed' | 'key-revoked';

/** Eight digits, of this asking and for this address alone; `key`: what addresses are signed with. */
export function keyCodeOf(key: string, id: number, email: string): string {
  const bits = createHmac('sha256', key)
    .update(`key-code:${id}:${comparedAddress(email)}`)
    .digest();
  return String(bits.readUIntBE(0, 6) % 100_000_000).padStart(8, '0');
}

/** Has a code out for that address; undefined when too many were. To be called with the contact locked. */
export async function keepKeyCode(tx: Db, number: string, address: Buffer): Promise<number | undefined> {
  // What nobody can use, and no limit counts, is kept no longer.
  await tx`delete from key_codes where number = ${number} and asked_at < now() - interval '1 day'`;
  const [row] = await tx<{ id: number }[]>`
    insert into key_codes (number, address, good_until)
    select ${number}, ${address}, now() + make_interval(mins => ${codeMinutes})
    from (select count(*) as asked, max(asked_at) as last from key_codes where number = ${number}) lately
    where asked < ${mostPerDay} and coalesce(last < now() - make_interval(secs => ${pauseSeconds}), true)
    returning id`;
  return row?.id;
}

const open = (db: Db, number: string, address: Buffer) => db`
  select number, id from key_codes
  where number = ${number} and address = ${address} and used_at is null and tries < ${mostTries} and good_until > now()
  order by id desc`;

/** Which asking the code in a mail to that address is of: the last one that is still good. */
export async function openCode(db: Db, number: string, address: Buffer): Promise<number | undefined> {
  const rows = await db<{ number: string; id: number }[]>`${open(db, number, address)} limit 1`;
  return asked(rows, 'number', number)[0]?.id;
}

/** Whether it is one that is out for this address; it is good once, and a wrong one is counted. */
export async function takeKeyCode(
  tx: Db,
  number: string,
  { key, address, email, code }: { key: string; address: Buffer; email: string; code: string },
): Promise<boolean> {
  const rows = asked(
    await tx<{ number: string; id: number }[]>`${open(tx, number, address)} for update`,
    'number',
    number,
  );
  const right = rows.map(({ id }) => isSame(keyCodeOf(key, id, email), code)).includes(true);
  if (right) await tx`update key_codes set used_at = now() where number = ${number} and used_at is null`;
  else await tx`update key_codes set tries = tries + 1 where id = any(${rows.map(({ id }) => id)}::bigint[])`;
  return right;
}

function isSame(own: string, other: string): boolean {
  const [a, b] = [Buffer.from(own), Buffer.from(other)];
  return a.length === b.length && timingSafeEqual(a, b);
}

/** Keeps the hash of a key that opens nothing yet, in place of one that was offered before. */
export async function offerKey(db: Db, number: string, hash: Buffer): Promise<void> {
  await db`
    insert into key_offers (number, hash, good_until)
    values (${number}, ${hash}, now() + make_interval(mins => ${offerMinutes}))
    on conflict (number) do update set hash = excluded.hash, good_until = excluded.good_until`;
}

/** True when that key was offered and still is; then it is no more. */
export async function takeOffer(tx: Db, number: string, hash: Buffer): Promise<boolean> {
  const rows = await tx`
    delete from key_offers where number = ${number} and hash = ${hash} and good_until > now() returning number`;
  return rows.length > 0;
}

/** Only this key opens the report from now on; the record says that it happened, and whoever looks on by the one before is cut off. */
export async function changeKey(tx: Db, number: string, hash: Buffer, type: KeyChange): Promise<void> {
  await tx`update complaints set access_key_hash = ${hash} where number = ${number}`;
  await tx`delete from key_offers where number = ${number}`;
  await tx`
    with added as (
      insert into key_changes (number, type, step) select number, ${type}, step from complaints where number = ${number}
      returning number
    ) select pg_notify(${channels.complaints}, number), pg_notify(${channels.accessKeys}, number) from added`;
}

export interface KeyChangeRow {
  number: string;
  /** The report's own event that was the last before it. */
  after: number;
  at: Date;
  type: KeyChange;
  step: Step;
}

/** In their order. */
export async function keyChangesOf(db: Db, number: string): Promise<KeyChangeRow[]> {
  const rows = await db<KeyChangeRow[]>`
    select k.number, ${lastSeqBefore(db, 'k')} as after,
      k.at, k.type, k.step
    from key_changes k where k.number = ${number} order by k.nth`;
  return asked(rows, 'number', number);
}
