// Those who follow a public report instead of filing it again (reading 21); known by a device, and by an address where they gave one.
import type { Db, Piece } from '../connection/client.ts';
import type { Update } from '../../sop/terms.ts';
import { asked, one } from '../connection/rows.ts';
import { type Language, usualLanguage } from '../../sop/texts/language.ts';
import { openAddress, sealAddress } from '../people/sealed/sealed-address.ts';
import { inRegister } from './register.ts';

/** Columns: they follow no more, and nothing is kept of them. */
export function forgotten(db: Db): Piece {
  return db`ended_at = coalesce(ended_at, now()), email = null, sealed = null, email_hash = null, email_confirmed_at = null,
    updates = '{}'`;
}

/** Whether the row `f` of `register_followers` has an address, without opening it. */
export function isReachable(db: Db): Piece {
  return db`(f.email is not null or f.sealed is not null)`;
}

/** Whether it may be followed: it is in the register and goes on. */
export async function isFollowable(db: Db, number: string): Promise<boolean> {
  const rows = await db<{ number: string }[]>`
    select c.number from complaints c where c.number = ${number} and c.ended_at is null and ${inRegister(db)}`;
  return asked(rows, 'number', number).length > 0;
}

interface Address {
  email: string;
  hash: Buffer;
  language: Language;
}

export interface Following {
  id: number;
  /** The link that confirms the address is owed. */
  ask: boolean;
}

/**
 * Counts whoever has this device, or this address, once; another address of theirs takes the place of the one before and
 * is to be confirmed anew. At most one link an hour is owed. `updates`: what they wish to hear besides, undefined: as it
 * was; of an address that another device gave, that one says it.
 */
export async function follow(
  tx: Db,
  number: string,
  device: Buffer,
  { address, updates }: { address: Address | undefined; updates: readonly Update[] | undefined },
): Promise<Following> {
  const wished = updates as Update[] | undefined;
  const sealed = address ? sealAddress(tx, 'follower', address.email) : null;
  const hash = address?.hash ?? null;
  const known = await tx<{ id: number }[]>`
    update register_followers set ended_at = null,
      updates = case when device = ${device} then coalesce(${wished ?? null}::text[], updates) else updates end
    where number = ${number} and (device = ${device} or email_hash = ${hash}) returning id`;
  const [mine] =
    known.length > 0
      ? known
      : await tx<{ id: number }[]>`
          insert into register_followers (number, device, updates) values (${number}, ${device}, ${wished ?? []})
          on conflict (number, device) do update set ended_at = null returning id`;
  const id = mine?.id ?? 0;
  // Two rows are the same person's: the address stays where it is.
  if (hash === null || known.length > 1) return { id, ask: false };
  const rows = await tx<{ ask: boolean }[]>`
    update register_followers f set email = null, sealed = ${sealed}, email_hash = ${hash},
      language = case when b.same and f.device <> ${device} then f.language else ${address?.language ?? usualLanguage} end,
      email_confirmed_at = case when b.same then b.email_confirmed_at end,
      asked_at = case when b.ask then now() else b.asked_at end
    from (
      select id, asked_at, email_confirmed_at, coalesce(email_hash = ${hash}, false) as same,
        not coalesce(email_hash = ${hash} and (email_confirmed_at is not null or asked_at > now() - interval '1 hour'), false)
          as ask
      from register_followers where id = ${id} for update
    ) b
    where f.id = b.id returning b.ask`;
  return { id, ask: one(rows).ask };
}

/** What else they wish to be mailed, to the address that this device gave. */
export async function wish(
  db: Db,
  { number, device }: { number: string; device: Buffer },
  updates: readonly Update[],
): Promise<void> {
  await db`
    update register_followers set updates = ${updates as Update[]}
    where number = ${number} and device = ${device} and ended_at is null`;
}

/** They follow it no more: their address is forgotten. By the device, or by the id that a link names. */
export async function unfollow(
  db: Db,
  by: { number: string; device: Buffer } | { id: string },
): Promise<void> {
  await db`
    update register_followers set ${forgotten(db)}
    where ended_at is null
      and ${'id' in by ? db`id = ${by.id}::bigint` : db`number = ${by.number} and device = ${by.device}`}`;
}

export interface FollowerContact {
  number: string;
  email: string | null;
  confirmedAt: Date | null;
}

/** Undefined for nobody we know. */
export async function followerContact(db: Db, id: string): Promise<FollowerContact | undefined> {
  if (!/^\d{1,18}$/.test(id)) return undefined;
  const [row] = await db<(FollowerContact & { sealed: Buffer | null })[]>`
    select number, email, sealed, email_confirmed_at as confirmed_at from register_followers where id = ${id}::bigint`;
  if (!row) return undefined;
  const { sealed, ...contact } = row;
  return { ...contact, email: contact.email ?? openAddress(db, 'follower', sealed) };
}

export async function confirmFollower(tx: Db, id: string): Promise<void> {
  await tx`
    update register_followers f set email_confirmed_at = now() where f.id = ${id}::bigint and ${isReachable(tx)}`;
}

/** Those who are to be mailed what becomes of the report, and what else they wish for; none while it is not for all to read. */
export async function mailedFollowers(db: Db, number: string): Promise<{ id: number; updates: Update[] }[]> {
  return db<{ id: number; updates: Update[] }[]>`
    select f.id, f.updates from register_followers f join complaints c on c.number = f.number
    where f.number = ${number} and f.email_confirmed_at is not null
      and c.confidentiality = 'terbuka' and not c.public_hidden
    order by f.id`;
}

/** They follow the original from now on, where that is for all to read; whoever does so already counts there alone. */
export async function moveFollowers(tx: Db, number: string, original: string): Promise<void> {
  await tx`
    update register_followers f set number = ${original}
    from complaints o
    where f.number = ${number} and o.number = ${original} and o.confidentiality = 'terbuka' and not o.public_hidden
      and not exists (select from register_followers there where there.number = ${original}
        and (there.device = f.device or there.email_hash = f.email_hash))`;
}
