import type { Db } from '../connection/client.ts';

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
    )
    update deliveries set attempts = case when ${ownFault} then greatest(attempts - 1, 0) else attempts end,
      own_faults = case when ${ownFault} then own_faults + 1 else 0 end,
      status = ${status}, last_error = ${error},
      sent_at = case when ${outcome} = 'sent' then now() else sent_at end,
      next_attempt_at = now() + make_interval(secs => ${again ?? 0})
    where id = any(${ids}::bigint[])`;
}
