// What the metrics say of the record at this moment.
import type { Db, Sql } from '../connection/client.ts';
import { one } from '../connection/rows.ts';
import { inFigures, openNow, overdueNow } from './figures.ts';

export interface HeldGauge {
  step: number;
  office: string;
  open: number;
  overdue: number;
}

/** Open complaints by row and holder; `system` holds row 11. */
export function heldGauges(sql: Sql): Promise<HeldGauge[]> {
  const all = { officeId: null, from: null, to: null };
  return inFigures(
    sql,
    all,
    (figures) => {
      const late = new Map(
        overdueNow(figures).map(({ step, officeId, count }) => [`${step} ${officeId}`, count]),
      );
      return openNow(figures).map(({ step, officeId: office, count: open }) => ({
        step,
        office,
        open,
        overdue: late.get(`${step} ${office}`) ?? 0,
      }));
    },
    { only: ['held', 'overdue'] },
  );
}

export interface LagGauges {
  unstarted: number;
  mailPending: number;
  mailFailed: number;
  /** Owed, and last refused by a fault of ours. */
  mailRefused: number;
  /** Seconds since the oldest mail that is due became so. */
  mailLag: number;
  callsPending: number;
  callsFailed: number;
  /** Longest time between a decision and its record, of the last five minutes, in seconds. */
  recordLag: number;
  differences: number;
  /** Items that a job goes on past, and tries again. */
  passedOver: number;
  /** Seconds since the last reconciliation; -1 before the first. */
  reconciledAgo: number;
}

/** Each by itself, so that a table that hangs keeps nobody from the others. */
const lags: Record<keyof LagGauges, string> = {
  unstarted: `(select count(*) from complaints where started_at is null
    and filed_at < now() - case when backlog then interval '1 hour' else interval '30 seconds' end)`,
  mailPending: `(select count(*) from deliveries where channel = 'mail' and status = 'pending')`,
  mailFailed: `(select count(*) from deliveries where channel = 'mail' and status = 'failed')`,
  mailRefused: `(select count(*) from deliveries where channel = 'mail' and status = 'pending' and own_faults > 0)`,
  mailLag: `(select coalesce(extract(epoch from now() - min(due_at)), 0)::float8 from deliveries
    where channel = 'mail' and status = 'pending' and due_at <= now())`,
  callsPending: `(select count(*) from deliveries where channel = 'webhook' and status = 'pending')`,
  callsFailed: `(select count(*) from deliveries where channel = 'webhook' and status = 'failed')`,
  recordLag: `(select coalesce(max(extract(epoch from recorded_at - at)), 0)::float8 from events
    where at > now() - interval '5 minutes' and type not in ('filed', 'acknowledged'))`,
  differences: `coalesce((select jsonb_array_length(differences) from reconciliations order by id desc limit 1), 0)`,
  passedOver: `(select count(*) from passed_over)`,
  reconciledAgo: `coalesce((select extract(epoch from now() - at) from reconciliations order by id desc limit 1), -1)::float8`,
};

/** All of them, or those that are named, by one statement. */
export async function lagGauges<Name extends keyof LagGauges = keyof LagGauges>(
  db: Db,
  names: readonly Name[] = Object.keys(lags) as Name[],
): Promise<Pick<LagGauges, Name>> {
  const columns = names.map((name) => `${lags[name]} as "${name}"`);
  return one(await db.unsafe<Pick<LagGauges, Name>[]>(`select ${columns.join(', ')}`));
}
