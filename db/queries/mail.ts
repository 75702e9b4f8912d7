// The mail side of notifications: claimed under a lease, then marked.
import type { Sql } from '../client.ts';

export interface DueMail {
  id: number;
  key: string;
  subject: string;
  body: string;
  attempts: number;
  address: string | null;
}

/** Takes up to `limit` mails that are due; nobody else takes them within the lease. */
export async function claimMail(sql: Sql, limit: number, leaseSeconds: number): Promise<DueMail[]> {
  return sql<DueMail[]>`
    with due as (
      select id from notifications where mail_status = 'pending' and next_attempt_at <= now()
      order by next_attempt_at limit ${limit} for update skip locked
    ), claimed as (
      update notifications n set attempts = attempts + 1,
        next_attempt_at = now() + make_interval(secs => ${leaseSeconds})
      from due where n.id = due.id returning n.*
    )
    select c.id, c.key, c.subject, c.body, c.attempts,
      case when c.office_id is null then i.email else o.email end as address
    from claimed c left join offices o on o.id = c.office_id left join identities i on i.number = c.number
    order by c.id`;
}

export async function markSent(sql: Sql, id: number): Promise<void> {
  await sql`
    update notifications set mail_status = 'sent', sent_at = now(), last_error = null where id = ${id}`;
}

/** Owes it again after `seconds`, or gives it up when `seconds` is null. */
export async function markFailed(sql: Sql, id: number, error: string, seconds: number | null): Promise<void> {
  await sql`
    update notifications set last_error = ${error.slice(0, 500)},
      mail_status = case when ${seconds === null} then 'failed' else 'pending' end,
      next_attempt_at = now() + make_interval(secs => ${seconds ?? 0})
    where id = ${id}`;
}
