// The mails that are due: claimed under a lease, one at a time or together with what goes to the same address.
import { type Language, usualLanguage, type Words } from '../../sop/texts/language.ts';
import { partingKind } from '../../sop/texts/own-words.ts';
import type { Part } from '../../sop/notices/told.ts';
import type { Db } from '../connection/client.ts';
import { keptPerson, type KeptPerson, openPerson } from '../people/identities.ts';
import { openAddress } from '../people/sealed/sealed-address.ts';
import { subjectColumn } from './notifications.ts';

export interface DueMail {
  id: number;
  key: string;
  attempts: number;
  /** Tries in a row before this one that failed by a fault of ours. */
  ownFaults: number;
  dueAt: Date;
  number: string | null;
  officeId: string | null;
  username: string | null;
  /** One who follows the report in the register. */
  followerId: number | null;
  to: 'reporter' | 'follower' | 'officer' | 'office';
  gathered: boolean;
  bundle: number | null;
  /** The address's hash, when it was held back for it. */
  recipient: Buffer | null;
  /** What whoever it goes to reads; of an office's box the usual one. */
  language: Language;
  kind: string;
  subject: Words;
  body: string;
  /** null: kept before there were parts. */
  parts: Part[] | null;
  /** null: there is none any more. */
  address: string | null;
  /** By its link; an office's box is ops' word. */
  confirmed: boolean;
}

/** Takes the mail that is due the longest, for `openMail`; nobody else takes it within the lease. */
export async function claimMail(db: Db, leaseSeconds: number): Promise<ClaimedMail | undefined> {
  const [mail] = await db<ClaimedMail[]>`
    with due as (
      select id from deliveries where channel = 'mail' and status = 'pending' and next_attempt_at <= now()
      order by next_attempt_at limit 1 for update skip locked
    ), claimed as (
      update deliveries d set attempts = attempts + 1, next_attempt_at = now() + make_interval(secs => ${leaseSeconds})
      from due where d.id = due.id returning d.*
    )
    select ${columns(db)} from claimed d ${tables(db)}`;
  return mail;
}

/**
 * Takes what else goes out with `first`, in one mail: at its first try whatever is gathered and due to the same
 * recipient, at later tries the very same ones. Gives all of it, the first one included.
 */
export async function claimWith(
  db: Db,
  first: DueMail,
  leaseSeconds: number,
  limit: number,
): Promise<DueMail[]> {
  const { id, officeId, username, followerId, attempts, recipient } = first;
  const bundle = first.bundle ?? id;
  const mails = await db<ClaimedMail[]>`
    with due as (
      select id from deliveries
      where id = ${id} or (channel = 'mail' and status = 'pending' and gathered and office_id is not distinct from ${officeId}
        and username is not distinct from ${username} and (follower_id is null) = ${followerId === null} and recipient is not distinct from ${recipient}
        and (bundle = ${bundle} or (${attempts === 1} and bundle is null and next_attempt_at <= now())))
      order by id = ${id} desc, id limit ${limit} for update skip locked
    ), claimed as (
      update deliveries d set attempts = ${attempts}, bundle = ${bundle},
        next_attempt_at = now() + make_interval(secs => ${leaseSeconds})
      from due where d.id = due.id returning d.*
    )
    select ${columns(db)} from claimed d ${tables(db)} order by d.id`;
  return mails.map((mail) => openMail(db, mail));
}

/**
 * Puts the recipient's waiting mails off by `seconds`, to go out as one, when `mails` were sent there within the last
 * `seconds`; false when there is no such flood.
 */
export async function calmFlood(
  db: Db,
  { officeId, username }: DueMail,
  { mails, seconds }: { mails: number; seconds: number },
): Promise<boolean> {
  const rows = await db`
    update deliveries set gathered = true, attempts = 0, due_at = now() + make_interval(secs => ${seconds}),
      next_attempt_at = now() + make_interval(secs => ${seconds})
    where channel = 'mail' and status = 'pending' and not gathered and attempts <= 1
      and office_id is not distinct from ${officeId} and username is not distinct from ${username}
      and ${mails} <= (
        select count(distinct coalesce(s.bundle, s.id)) from deliveries s
        where s.channel = 'mail' and s.status = 'sent' and s.sent_at > now() - make_interval(secs => ${seconds})
          and s.office_id is not distinct from ${officeId} and s.username is not distinct from ${username})
    returning id`;
  return rows.length > 0;
}

/** As it is read: the reporter's address is of `person`, a follower's, or one that was given up, in `sealed`. */
type ClaimedMail = DueMail & { sealed: Buffer | null; person: KeptPerson | null };

/** With its address. Throws as `Vault.open`. */
export function openMail(db: Db, { sealed, person, ...mail }: ClaimedMail): DueMail {
  const own = person ? openPerson(db, person).email : null;
  const address =
    mail.address ?? own ?? openAddress(db, mail.followerId === null ? 'parting' : 'follower', sealed);
  return { ...mail, address };
}

function columns(db: Db) {
  return db`d.id, d.key, d.attempts, d.own_faults, d.due_at, d.number, d.office_id, d.username, d.follower_id, d.gathered, d.bundle,
    d.recipient, n.kind, ${subjectColumn(db)}, n.body, n.parts,
    case when d.follower_id is not null then 'follower' when d.username is not null then 'officer'
      when d.office_id is not null then 'office' else 'reporter' end as "to",
    case when n.kind = ${partingKind} then p.email when d.follower_id is not null then f.email when d.username is not null then u.email
      when d.office_id is not null then o.email end as address,
    case when n.kind = ${partingKind} then p.sealed when d.follower_id is not null then f.sealed end as sealed,
    case when n.kind <> ${partingKind} and coalesce(d.office_id, d.username, d.follower_id::text) is null
      then ${keptPerson(db, db`d.number`)} end as person,
    case when n.kind = ${partingKind} then true when d.follower_id is not null then f.email_confirmed_at is not null
      when d.username is not null then u.email_confirmed_at is not null
      when d.office_id is not null then true
      else i.email_confirmed_at is not null end as confirmed,
    coalesce(case when d.follower_id is not null then f.language when d.username is not null then u.language
      when d.office_id is null then i.language end, ${usualLanguage}) as language`;
}

function tables(db: Db) {
  return db`join notifications n on n.id = d.notification_id left join offices o on o.id = d.office_id
    -- Who has left, or moved to another office than the one that is told, is written to no more (but the successor's: 27).
    left join users u on u.username = d.username and u.active and (n.topic is null or u.office_id = n.office_id
      or exists (select from offices e where e.id = n.office_id and e.successor_id = u.office_id))
    left join identities i on i.number = d.number and d.follower_id is null
    left join register_followers f on f.id = d.follower_id
    left join parting_addresses p on p.notification_id = n.id`;
}
