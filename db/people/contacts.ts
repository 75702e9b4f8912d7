// Whether people can be reached at the address they gave, and that they said so themselves (readings 11, 33).
import {
  comparedAddress,
  type Confirmed,
  hashOfAddress,
  hashOfPhone,
  isSigned,
  readConfirmation,
} from './contact-address.ts';
import { askedIds, type InHand } from '../complaints/complaint-row.ts';
import { channels } from '../connection/channels.ts';
import type { Update } from '../../sop/terms.ts';
import { type Language, usualLanguage } from '../../sop/texts/language.ts';
import type { Db, Sql } from '../connection/client.ts';
import { one } from '../connection/rows.ts';
import { noteAdminChange } from '../operations/admin-changes.ts';
import { confirmFollower, followerContact, unfollow } from '../public/register-followers.ts';
import { contactKey } from '../secrets/secrets.ts';
import {
  hasAddress,
  keepPersons,
  keptPerson,
  type KeptPerson,
  openPerson,
  type Person,
  personOf,
} from './identities.ts';

/** Whether the reporter of `number` has an address that was confirmed by its link; false for an unknown number. */
export async function contactConfirmed(db: Db, number: string): Promise<boolean> {
  const rows = await db`
    select from identities i where i.number = ${number} and ${hasAddress(db)} and i.email_confirmed_at is not null`;
  return rows.length > 0;
}

/** What the reporter is written to in. */
export async function languageOfReporter(db: Db, number: string): Promise<Language> {
  const [row] = await db<{ language: Language }[]>`select language from identities where number = ${number}`;
  return row?.language ?? usualLanguage;
}

export interface Contact {
  email: string | null;
  confirmedAt: Date | null;
}

/** Of the register. */
const isFollower = (who: Confirmed['who']) => who === 'follower' || who === 'follower-end';

/** The reporter's, the officer's or the follower's own; undefined for nobody we know. */
export async function contactOf(db: Db, { who, subject }: Confirmed): Promise<Contact | undefined> {
  if (isFollower(who)) return followerContact(db, subject);
  if (who === 'reporter') return reporterContact(db, subject);
  const [row] = await db<Contact[]>`
    select email, email_confirmed_at as confirmed_at from users where username = ${subject} and active`;
  return row;
}

async function reporterContact(db: Db, number: string): Promise<Contact | undefined> {
  const [row] = await db<{ person: KeptPerson; confirmedAt: Date | null }[]>`
    select ${keptPerson(db, db`i.number`)} as person, i.email_confirmed_at as confirmed_at
    from identities i where i.number = ${number}`;
  return row && { email: openPerson(db, row.person).email, confirmedAt: row.confirmedAt };
}

/**
 * Confirms the address that the token is for, when it still is theirs; of a reporter also at the other reports that
 * name it, and at those to come; `whenFirst`, in the same transaction, when it was not confirmed before. Undefined: the token is forged, expired, or for another address.
 */
export async function confirmContact(
  sql: Sql,
  token: string,
  whenFirst: (tx: Db, number: string) => Promise<void> = async () => {},
): Promise<Confirmed | undefined> {
  const one = readConfirmation(token);
  if (!one) return undefined;
  return sql.begin(async (tx) => {
    const key = await contactKey(tx);
    const contact = await contactOf(tx, one);
    if (!contact?.email || !isSigned(key, 'confirm', token, contact.email)) return undefined;
    if (one.who === 'follower-end') {
      await unfollow(tx, { id: one.subject });
      return one;
    }
    if (contact.confirmedAt) return one;
    if (one.who === 'follower') {
      await confirmFollower(tx, one.subject);
      return one;
    }
    if (one.who === 'officer') {
      await tx`update users set email_confirmed_at = now() where username = ${one.subject}`;
      const change = { emailConfirmed: contact.email };
      await noteAdminChange(tx, { by: one.subject, what: 'user', subject: one.subject, change });
      return one;
    }
    const address = hashOfAddress(key, contact.email);
    await tx`insert into confirmed_addresses (address) values (${address}) on conflict do nothing`;
    const named = await tx<{ number: string; person: KeptPerson }[]>`
      select i.number, ${keptPerson(tx, tx`i.number`)} as person from identities i
      where (i.email_hash = ${address} or i.number = ${one.subject}) and ${hasAddress(tx)} and i.email_confirmed_at is null`;
    // The hash is of the filing; the address may be another since.
    const same = named.filter(({ person }) => {
      const { email } = openPerson(tx, person);
      return email !== null && hashOfAddress(key, email).equals(address);
    });
    await tx`
      update identities set email_confirmed_at = now() where number = any(${same.map(({ number }) => number)})`;
    if (same.some(({ number }) => number === one.subject)) await whenFirst(tx, one.subject);
    return one;
  });
}

/** Of the report that the address was given for; null: an officer's. */
export async function numberOf(db: Db, { who, subject }: Confirmed): Promise<string | null> {
  if (who === 'reporter') return subject;
  return isFollower(who) ? ((await followerContact(db, subject))?.number ?? null) : null;
}

/** How often a link was asked for in the last 24 hours, and how many seconds ago the last time (null: never). */
export async function confirmationsAsked(
  db: Db,
  { who, subject }: Confirmed,
): Promise<{ asked: number; secondsAgo: number | null }> {
  const rows = await db<{ asked: number; secondsAgo: number | null }[]>`
    select count(*) as asked, extract(epoch from now() - max(created_at))::float8 as seconds_ago from notifications
    where kind = 'confirm-address' and created_at > now() - interval '1 day'
      and ${who === 'reporter' ? db`office_id is null and number = ${subject}` : db`office_id is not null and username = ${subject}`}`;
  return one(rows);
}

/** Undefined: as it was; null: none any more. */
export interface ContactChange {
  email?: string | null | undefined;
  phone?: string | null | undefined;
  updates?: readonly Update[] | undefined;
  language?: Language | undefined;
}

/** The reporter's, locked until the transaction ends; undefined when nobody is known. */
export async function lockContact(tx: Db, number: string): Promise<Contact | undefined> {
  // Apart: what a statement that waited reads beside its row may be of before.
  await tx`select from identities where number = ${number} for update`;
  return reporterContact(tx, number);
}

/** Whether that is another mailbox than the one before, however it is spelled. */
export function isAnother(before: string | null, email: string | null | undefined): email is string | null {
  if (email === undefined) return false;
  const compared = (one: string | null) => one && comparedAddress(one);
  return compared(before) !== compared(email);
}

/** Changes how the reporter is reached; an address that was confirmed once is known (reading 33). */
export async function changeContact(
  tx: Db,
  number: string,
  before: Contact,
  { email, phone, updates, language }: ContactChange,
): Promise<void> {
  if (updates !== undefined)
    await tx`update identities set updates = ${updates as Update[]} where number = ${number}`;
  if (language !== undefined) await tx`update identities set language = ${language} where number = ${number}`;
  const another = isAnother(before.email, email);
  const known = phone !== undefined || another ? await personOf(tx, number) : undefined;
  if (known) {
    const { kept, person } = known;
    const now = {
      ...person,
      ...(phone !== undefined && { phone }),
      ...(another && { email }),
    };
    await keepPersons(tx, [{ kept, person: now }]);
  }
  if (another)
    await tx`
      update identities i set email_confirmed_at = (select confirmed_at from confirmed_addresses where address = i.email_hash)
      where i.number = ${number}`;
  await tx`select pg_notify(${channels.complaints}, ${number})`;
}

/** The reports, the newest first, whose reporter gave exactly this address or telephone, however it is spelled. */
export async function reportsOfContact(db: Db, contact: string, limit: number): Promise<InHand[]> {
  const key = await contactKey(db);
  return db<InHand[]>`
    select c.number, c.holder_id, c.answer_office_id, ${askedIds(db)}
    from identities i join complaints c on c.number = i.number
    where i.email_hash = ${hashOfAddress(key, contact)} or i.phone_hash = ${hashOfPhone(key, contact)}
    order by c.received_at desc, c.number desc limit ${limit}`;
}

/** Whether that is the address or the telephone they gave, or their name where they gave neither. */
export function isReachedBy(
  key: string,
  { name, email, phone }: Pick<Person, 'name' | 'email' | 'phone'>,
  contact: string,
): boolean {
  if (email === null && phone === null) return contact.trim().toLowerCase() === name.trim().toLowerCase();
  const is = (hash: (key: string, text: string) => Buffer, own: string | null) =>
    own !== null && hash(key, own).equals(hash(key, contact));
  return is(hashOfAddress, email) || is(hashOfPhone, phone);
}
