// The log of what was sent, or tried: written, read, and sent again.
import type { Words } from '../../sop/texts/language.ts';
import type { Db } from '../connection/client.ts';
import { channels } from '../connection/channels.ts';

export interface DeliveryRow {
  id: number;
  channel: 'mail' | 'webhook';
  to: 'reporter' | 'office' | 'user' | 'webhook';
  /** The office, the officer or the webhook's address; null: the reporter. */
  toName: string | null;
  /** The subject of the mail in each language, or the type of the call. */
  what: Words;
  status: 'pending' | 'sent' | 'failed';
  createdAt: Date;
  nextAttemptAt: Date;
  sentAt: Date | null;
  tries: {
    at: string;
    outcome: 'sent' | 'failed';
    statusCode: number | null;
    tookMs: number;
    error: string | null;
  }[];
}

const rows = (db: Db) => db`
  select d.id, d.channel, d.status, d.created_at, d.next_attempt_at, d.sent_at,
    json_build_object('id', coalesce(n.subject, d.payload ->> 'type'),
      'en', coalesce(n.subject_en, n.subject, d.payload ->> 'type')) as what,
    case when w.id is not null then 'webhook' when d.username is not null then 'user'
      when d.office_id is not null then 'office' else 'reporter' end as "to",
    coalesce(w.url, u.name, o.name) as to_name,
    coalesce((select json_agg(json_build_object('at', a.at, 'outcome', a.outcome, 'statusCode', a.status_code,
      'tookMs', a.took_ms, 'error', a.error) order by a.id) from delivery_attempts a where a.delivery_id = d.id), '[]') as tries
  from deliveries d left join notifications n on n.id = d.notification_id left join webhooks w on w.id = d.webhook_id
    left join users u on u.username = d.username left join offices o on o.id = d.office_id`;

/** Of one complaint, oldest first: its mails, and the calls to the webhooks of `officeId`. */
export async function deliveriesOf(db: Db, number: string, officeId: string): Promise<DeliveryRow[]> {
  return db<DeliveryRow[]>`
    ${rows(db)} where d.number = ${number} and (d.channel = 'mail' or w.office_id = ${officeId})
    order by d.id limit 500`;
}

/** Of one webhook, the newest first, before id `before`. */
export async function callsOf(
  db: Db,
  officeId: string,
  webhookId: number,
  { before, limit }: { before: number | undefined; limit: number },
): Promise<DeliveryRow[]> {
  return db<DeliveryRow[]>`
    ${rows(db)} where d.webhook_id = ${webhookId} and w.office_id = ${officeId}
      ${before ? db`and d.id < ${before}` : db``}
    order by d.id desc limit ${limit}`;
}

/** In seconds, between two of the same. */
export const redeliverPause = 600;
/** Of one officer in an hour; what never arrived does not count. */
const redeliveriesPerHour = 60;

/**
 * Owes it again at once, with all its tries before it. `unknown`: it is not the office's (ops and national: null).
 * `too-soon`: it was sent again within ten minutes, or the officer did so too often: a mail is no weapon (reading 33).
 */
export async function redeliver(
  db: Db,
  id: number,
  { username, officeId }: { username: string; officeId: string | null },
): Promise<'owed' | 'unknown' | 'too-soon'> {
  const mine = db`d.id = ${id} and (${officeId}::text is null or d.office_id = ${officeId}
    or exists (select from webhooks w where w.id = d.webhook_id and w.office_id = ${officeId} and w.active)
    or exists (select from users u where u.username = d.username and u.office_id = ${officeId})
    or (d.channel = 'mail' and exists (select from complaints c where c.number = d.number and c.holder_id = ${officeId})))`;
  const [found] = await db<{ owed: boolean }[]>`
    with again as (
      update deliveries d set status = 'pending', attempts = 0, due_at = now(), next_attempt_at = now(), sent_at = null,
        redelivered_at = now(), redelivered_by = ${username}
      where ${mine} and coalesce(d.redelivered_at < now() - make_interval(secs => ${redeliverPause}), true)
        and (d.status = 'failed' or ${redeliveriesPerHour} > (select count(*) from deliveries r
          where r.redelivered_by = ${username} and r.redelivered_at > now() - interval '1 hour'))
      returning pg_notify(${channels.deliveries}, '')
    )
    select exists (select from again) as owed from deliveries d where ${mine}`;
  if (!found) return 'unknown';
  return found.owed ? 'owed' : 'too-soon';
}

export interface Try {
  outcome: 'sent' | 'failed';
  /** Of HTTP or SMTP. */
  statusCode: number | null;
  tookMs: number;
  /** In codes: another system's words are not ours to keep. */
  error: string | null;
  /** After a failure: seconds until the next try; null: given up. */
  again: number | null;
  /** It failed by a fault of ours, so it does not count as a try. */
  ownFault?: boolean;
}

/** Writes a try of these deliveries into the log, and what becomes of them. */
export async function settleDelivery(
  db: Db,
  ids: number[],
  { again, ownFault = false, ...tried }: Try,
): Promise<void> {
  const { outcome, statusCode, tookMs } = tried;
  const error = tried.error?.slice(0, 500) ?? null;
  const status = outcome === 'sent' ? 'sent' : again === null ? 'failed' : 'pending';
  await db`
    with logged as (
      insert into delivery_attempts (delivery_id, outcome, status_code, took_ms, error)
      select id, ${outcome}, ${statusCode}::smallint, ${tookMs}, ${error} from unnest(${ids}::bigint[]) id
    ), parted as (
      delete from parting_addresses p using deliveries d
      where ${status} <> 'pending' and d.id = any(${ids}::bigint[]) and p.notification_id = d.notification_id
    )
    update deliveries set attempts = case when ${ownFault} then greatest(attempts - 1, 0) else attempts end,
      own_faults = case when ${ownFault} then own_faults + 1 else 0 end,
      status = ${status}, last_error = ${error},
      sent_at = case when ${outcome} = 'sent' then now() else sent_at end,
      next_attempt_at = now() + make_interval(secs => ${again ?? 0})
    where id = any(${ids}::bigint[])`;
}
