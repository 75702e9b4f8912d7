// How a part of the tree stood at an earlier moment: what it held late, and how many reports were open.
import { involves, subtreeOf } from '../../complaints/involved.ts';
import type { Db, Piece } from '../../connection/client.ts';
import { one } from '../../connection/rows.ts';
import type { HeldFigure } from '../figures.ts';
import type { FigureScope } from '../kept.ts';
import type { Received } from '../span.ts';
import type { Before } from './period-before.ts';

/** Within this every limit that was missed is noted as such (reading 31). */
const noted = '10 minutes';

/**
 * What offices of the part held past the row's limit at `at` (ISO 8601 UTC), of reports received in that time: as the
 * record had it then, less what a decree undid since (reading 16). Where the reporter was waited for, the deadline moved
 * after it was missed, or it was missed before the report came there (reading 27), the last entry of then tells; elsewhere
 * the visit does.
 */
export async function lateAt(
  tx: Db,
  { officeId, ...received }: FigureScope,
  at: string,
): Promise<HeldFigure[]> {
  return tx<HeldFigure[]>`
    with ${subtreeOf(tx, officeId)}
    select v.step, v.office_id, count(*)::int as count
    from visits v
    where (v.breached_at is not null or v.due_at < v.received_at) and v.office_id is not null
      and coalesce(v.ended_at, 'infinity') > ${at} and v.received_at <= ${at} and ${isReceived(tx, tx`v.reported_at`, received)}
      ${officeId === null ? tx`` : tx`and v.office_id in (select id from subtree)`}
      and case when v.paused_ms = 0 and v.paused_at is null and v.due_at <= v.breached_at
        then v.due_at < ${at} and v.breached_at < ${at}::timestamptz + ${noted}::interval
        else coalesce((
          select e.deadline < ${at} and e.status <> 'awaiting-completion' from events e
          where e.number = v.number and e.at <= ${at} and coalesce(e.data #>> '{alert,clock}', 'row') = 'row'
          order by e.seq desc limit 1), false) end
    group by v.step, v.office_id order by v.step, v.office_id`;
}

/** How many of the reports in view had been received by `at` and not ended; `open`: how many of all of them are now. */
export async function openAt(
  tx: Db,
  { officeId, ...received }: FigureScope,
  at: string,
  open: number,
): Promise<number> {
  const isAll = received.from === null && received.to === null;
  const inView = (isSo: Piece) => tx`(
    select count(*) from complaints c where ${isSo} and ${isReceived(tx, tx`c.received_at`, received)}
      and ${involves(tx, officeId)})`;
  const ended = inView(tx`c.ended_at > ${at} and c.received_at <= ${at}`);
  // Of all reports only what came and went since is looked at.
  const count = isAll
    ? tx`${open} - ${inView(tx`c.received_at > ${at} and c.ended_at is null`)} + ${ended}`
    : tx`${inView(tx`c.ended_at is null and c.received_at <= ${at}`)} + ${ended}`;
  const rows = await tx<{ count: number }[]>`with ${subtreeOf(tx, officeId)} select (${count})::int as count`;
  return one(rows).count;
}

/** How many of the reports in view were received in the span, and in the time before it. */
export async function receivedIn(
  tx: Db,
  officeId: string | null,
  { span, before }: Pick<Before, 'span' | 'before'>,
): Promise<{ now: number; before: number }> {
  const rows = await tx<{ now: number; before: number }[]>`
    with ${subtreeOf(tx, officeId)}
    select count(*) filter (where ${isReceived(tx, tx`c.received_at`, span)})::int as now,
      count(*) filter (where ${isReceived(tx, tx`c.received_at`, before)})::int as before
    from complaints c where ${isReceived(tx, tx`c.received_at`, { from: before.from, to: span.to })} and ${involves(tx, officeId)}`;
  return one(rows);
}

function isReceived(tx: Db, at: Piece, { from, to }: Received) {
  return tx`true ${from === null ? tx`` : tx`and ${at} >= ${from}`} ${to === null ? tx`` : tx`and ${at} < ${to}`}`;
}
