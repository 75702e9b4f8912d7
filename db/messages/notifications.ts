// What offices and reporters are told: put in with the mails that it owes, and read in the in-app inbox.
import type { Db } from '../connection/client.ts';
import { channels } from '../connection/channels.ts';
import type { Part } from '../../sop/notices/told.ts';
import type { Topic } from '../../sop/notices/notices.ts';
import type { Words } from '../../sop/texts/language.ts';
import { hasAddress } from '../people/identities.ts';
import { sealAddress } from '../people/sealed/sealed-address.ts';
import { isReachable } from '../public/register-followers.ts';

export interface NewNotification {
  key: string;
  /** null: it speaks of many */
  number: string | null;
  kind: string;
  /** null: to the reporter */
  topic: Topic | null;
  /** null: the reporter */
  officeId: string | null;
  /** One officer of that office, rather than all of it. */
  username?: string;
  /** One who follows it in the register, rather than the reporter. */
  followerId?: number;
  subject: Words;
  /** In Indonesian. */
  body: string;
  /** What a mail is made of, in both languages; absent: all of `body` may be somebody's. */
  parts?: Part[];
}

/**
 * Stores what is to be told and, when `mailing`, the mails that it owes (see `tell`); the courier hears of them.
 */
export async function insertNotifications(
  db: Db,
  notices: NewNotification[],
  mailing: boolean,
): Promise<void> {
  if (notices.length === 0) return;
  await db`
    with given as (select ${db.json({ notices, mailing })}::jsonb as doc), ${tell(db)}
    select pg_notify(${channels.deliveries}, '') from mailed limit 1`;
}

/**
 * Parts of a statement: store the `notices` of `given`, and in `mailed`, where `mailing` is given, the mails that they
 * owe: to the reporter or the office's box when there is an address, and to each officer of the office as they chose. A
 * key that is there already is told already.
 */
export function tell(db: Db) {
  return db`
    told as (
      insert into notifications (key, number, kind, topic, office_id, username, follower_id, subject, subject_en, body, parts)
      select n.key, n.number, n.kind, n.topic, n."officeId", n.username, n."followerId", n.subject ->> 'id', n.subject ->> 'en',
        n.body, n.parts
      from given, jsonb_to_recordset(given.doc -> 'notices') as n(
        key text, number text, kind text, topic text, "officeId" text, username text, "followerId" bigint, subject jsonb, body text,
        parts jsonb)
      on conflict (key) do nothing returning id, key, number, topic, office_id, username, follower_id
    ), mails as (
      select t.key || ':mail' as key, t.id, t.number, null as office_id, null as username, null::bigint as follower_id,
        'now' as mail, 'UTC' as zone
      from told t join identities i on i.number = t.number and ${hasAddress(db)}
      where t.office_id is null and t.follower_id is null
      union all
      select t.key || ':mail', t.id, t.number, null, null, f.id, 'now', 'UTC'
      from told t join register_followers f on f.id = t.follower_id and ${isReachable(db)}
      union all
      select t.key || ':mail', t.id, t.number, o.id, null, null, 'now', 'UTC'
      from told t join offices o on o.id = t.office_id and o.email is not null where t.username is null
      union all
      select t.key || ':mail:' || u.username, t.id, t.number, null, u.username, null, c.mail, o.time_zone
      from told t join offices o on o.id = t.office_id
        join users u on u.office_id = o.id and u.active and u.email is not null
          and u.username = coalesce(t.username, u.username)
        join notification_choices c on c.username = u.username and c.topic = t.topic and c.mail <> 'off'
      union all
      -- What asks an officer to confirm their address, or is about their account, goes to it whatever they chose.
      select t.key || ':mail:' || u.username, t.id, t.number, null, u.username, null, 'now', 'UTC'
      from told t join users u on u.username = t.username and u.active and u.email is not null where t.topic is null
    ), timed as (
      select *, case mail
        when 'hourly' then date_trunc('hour', now()) + interval '1 hour'
        -- 07:00 of the office's zone, an hour before the day begins
        when 'daily' then (date_trunc('day', now() at time zone zone + interval '17 hours') + interval '7 hours')
          at time zone zone
        else now() end as due
      from mails where (select (doc -> 'mailing')::boolean from given)
    ), mailed as (
      insert into deliveries (key, number, channel, notification_id, office_id, username, follower_id, gathered, due_at,
        next_attempt_at)
      select key, number, 'mail', id, office_id, username, follower_id, mail <> 'now', due, due from timed order by id
      on conflict (key) do nothing returning id
    )`;
}

/** Of notification `n`; what was told before there was English reads Indonesian. */
export function subjectColumn(db: Db) {
  return db`json_build_object('id', n.subject, 'en', coalesce(n.subject_en, n.subject)) as subject`;
}

/** Tells the reporter's address of now, also once it is theirs no more. */
export async function tellParting(
  tx: Db,
  one: NewNotification & { number: string },
  email: string,
): Promise<void> {
  await insertNotifications(tx, [one], true);
  await tx`
    insert into parting_addresses (notification_id, sealed)
    select id, ${sealAddress(tx, 'parting', email)}::bytea from notifications where key = ${one.key}`;
}

export interface NotificationRow {
  id: number;
  number: string | null;
  kind: string;
  subject: Words;
  /** In Indonesian; in both languages in `parts`, where there are any. */
  body: string;
  parts: Part[] | null;
  createdAt: Date;
  readAt: Date | null;
}

interface Reader {
  officeId: string;
  username: string;
}

/** What concerns the officer's office or them alone, less the topics they chose not to see; the newest first. */
export async function notificationsOf(
  db: Db,
  { officeId, username }: Reader,
  { unread, before, limit }: { unread: boolean; before: number | undefined; limit: number },
): Promise<NotificationRow[]> {
  return db<NotificationRow[]>`
    select id, number, kind, ${subjectColumn(db)}, body, parts, created_at, read_at from notifications n
    where office_id = ${officeId} and (username is null or username = ${username})
      and not exists (select from notification_choices c
        where c.username = ${username} and c.topic = n.topic and not c.in_app)
      ${unread ? db`and read_at is null` : db``} ${before ? db`and id < ${before}` : db``}
    order by id desc limit ${limit}`;
}

/** Marks it read; false when the officer has no such notification. */
export async function markRead(db: Db, { officeId, username }: Reader, id: number): Promise<boolean> {
  const rows = await db`
    update notifications set read_at = coalesce(read_at, now()) where id = ${id} and office_id = ${officeId} and coalesce(username, ${username}) = ${username}
    returning id`;
  return rows.length > 0;
}
