// The webhook calls that are owed: put in with the record, claimed under a lease.
import type { Db } from '../connection/client.ts';
import { channels } from '../connection/channels.ts';
import type { Reference } from '../references/references.ts';

/** What a webhook says: that something happened to a report, not what it is about or who filed it. */
export interface Call {
  /** `complaint.` and the type of the entry, or `webhook.test`. */
  type: string;
  /** ISO 8601 UTC. */
  timestamp: string;
  data: Record<string, string | number | boolean | null | Reference | Reference[]>;
}

/** `key`: an event's seq, or what else tells it from all other calls of the complaint. */
export interface NewCall {
  key: string;
  call: Call;
}

/** Owes these calls of one complaint (see `oweCalls`); the courier hears of them. */
export async function insertCalls(
  db: Db,
  number: string,
  calls: readonly NewCall[],
  callOffices: readonly string[],
): Promise<void> {
  await db`
    with given as (select ${number}::text as number, ${db.json({ calls, callOffices })}::jsonb as doc),
      called as (${oweCalls(db)} returning id)
    select pg_notify(${channels.deliveries}, '') from called limit 1`;
}

/**
 * Part of a statement: owes the `calls` of `given`, in order, to every webhook of its `callOffices` that wants them. A
 * repeat owes nothing.
 */
export function oweCalls(db: Db) {
  return db`
    insert into deliveries (key, number, channel, webhook_id, payload)
    select 'webhook:' || w.id || ':' || given.number || ':' || g.key, given.number, 'webhook', w.id, g.call
    from given cross join rows from (jsonb_to_recordset(given.doc -> 'calls') as (key text, call jsonb))
        with ordinality as g(key, call, place)
      join webhooks w on w.active and w.removed_at is null and given.doc -> 'callOffices' ? w.office_id
        and (w.types = '{}' or g.call ->> 'type' = any(w.types))
    order by g.place, w.id
    on conflict (key) do nothing`;
}

/** Of one webhook in ten minutes. */
const testCalls = 10;

/** Owes one call that tries the webhook out; gives its id, undefined when it was tried too often. */
export async function insertTestCall(db: Db, webhookId: number): Promise<number | undefined> {
  const call = { type: 'webhook.test', timestamp: new Date().toISOString(), data: {} };
  const [row] = await db<{ id: number }[]>`
    insert into deliveries (key, channel, webhook_id, payload)
    select 'webhook:' || ${webhookId}::bigint || ':test:' || gen_random_uuid(), 'webhook', ${webhookId}, ${db.json(call)}
    where ${testCalls} > (select count(*) from deliveries where webhook_id = ${webhookId}
      and payload ->> 'type' = 'webhook.test' and created_at > now() - interval '10 minutes')
    returning id, pg_notify(${channels.deliveries}, '')`;
  return row?.id;
}

export interface DueCall {
  id: number;
  attempts: number;
  payload: Call;
  webhookId: number;
  officeId: string;
  url: string;
  /** When it was taken, by the clock that all workers share: who is called refuses what is signed at another time. */
  at: Date;
  /** The one in force first; after a rotation also the one before. */
  secrets: string[];
}

/** Takes at most `each` due calls of every webhook; nobody else takes them within the lease. */
export async function claimCalls(db: Db, each: number, leaseSeconds: number): Promise<DueCall[]> {
  return db<DueCall[]>`
    with due as (
      select d.id from webhooks w cross join lateral (
        select id from deliveries where webhook_id = w.id and status = 'pending' and next_attempt_at <= now()
        order by next_attempt_at limit ${each} for update skip locked
      ) d where w.active and w.removed_at is null
    ), claimed as (
      update deliveries d set attempts = attempts + 1, next_attempt_at = now() + make_interval(secs => ${leaseSeconds})
      from due where d.id = due.id returning d.*
    )
    select c.id, c.attempts, c.payload, w.id as webhook_id, w.office_id, w.url, now() as at,
      array[w.secret] || case when w.previous_until > now() then array[w.previous_secret] else '{}' end as secrets
    from claimed c join webhooks w on w.id = c.webhook_id order by c.id`;
}
