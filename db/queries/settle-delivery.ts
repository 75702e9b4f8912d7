import type { Db } from '../client.ts';

export interface Try {
  outcome: 'sent' | 'failed';
  statusCode: number | null;
  tookMs: number;
  error: string | null;
  /** After a failure: seconds until the next try; null: given up. */
  again: number | null;
}

/** Writes a try of these deliveries into the log, and what becomes of them. */
export async function settleDelivery(db: Db, ids: number[], { again, ...tried }: Try): Promise<void> {
  const { outcome, statusCode, tookMs } = tried;
  const error = tried.error?.slice(0, 500) ?? null;
  const status = outcome === 'sent' ? 'sent' : again === null ? 'failed' : 'pending';
  await db`
    with logged as (
      insert into delivery_attempts (delivery_id, outcome, status_code, took_ms, error)
      select id, ${outcome}, ${statusCode}::smallint, ${tookMs}, ${error} from unnest(${ids}::bigint[]) id
    )
    update deliveries set status = ${status}, last_error = ${error},
      sent_at = case when ${outcome} = 'sent' then now() else sent_at end,
      next_attempt_at = now() + make_interval(secs => ${again ?? 0})
    where id = any(${ids}::bigint[])`;
}
