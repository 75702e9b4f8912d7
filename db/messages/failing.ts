// Mails and calls that do not get through: given up of late, or still being tried after a failure.
import type { Db } from '../connection/client.ts';

export interface Failing {
  id: number;
  /** Of the report; null: of none. */
  number: string | null;
  /** The office or officer; of a call, whose webhook it is; null: the reporter. */
  to: string | null;
  status: 'pending' | 'failed';
  attempts: number;
  /** In codes: another system's words are not ours to keep. */
  error: string;
  /** Of the last try; null: of none that was written down. */
  at: Date | null;
  /** Null: given up. */
  nextAttemptAt: Date | null;
}

/** The newest first, at most that many; what was given up more than a week ago is left out, and what is owed to nobody. */
export async function failingDeliveries(
  db: Db,
  channel: 'mail' | 'webhook',
  most: number,
): Promise<Failing[]> {
  return db<Failing[]>`
    select d.id, d.number, coalesce(wo.name, u.name, o.name) as "to", d.status, d.attempts, d.last_error as error,
      (select max(a.at) from delivery_attempts a where a.delivery_id = d.id) as at,
      case when d.status = 'pending' then d.next_attempt_at end as next_attempt_at
    from (
      select * from deliveries where channel = ${channel} and status = 'pending' and last_error is not null
        and (attempts > 0 or own_faults > 0)
      union all
      select * from deliveries where channel = ${channel} and status = 'failed' and last_error is not null
        and next_attempt_at > now() - interval '7 days'
    ) d left join webhooks w on w.id = d.webhook_id left join offices wo on wo.id = w.office_id
      left join users u on u.username = d.username left join offices o on o.id = d.office_id
    where w.removed_at is null order by d.id desc limit ${most}`;
}

/** Webhooks that were switched off because they failed, by office. */
export async function webhooksGivenUp(
  db: Db,
  most: number,
): Promise<{ id: number; office: string; why: string }[]> {
  return db<{ id: number; office: string; why: string }[]>`
    select w.id, o.name as office, w.disabled_why as why from webhooks w join offices o on o.id = w.office_id
    where not w.active and w.disabled_why is not null and w.removed_at is null order by o.name, w.id limit ${most}`;
}
