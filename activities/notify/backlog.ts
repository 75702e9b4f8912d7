// A backlog is told as one summary an office: what lies behind it is no news, a hundred mails of it would be a flood.
import type { Sql } from '../../db/connection/client.ts';
import { takeUntold, type Untold } from '../../db/messages/backlog.ts';
import { insertNotifications, type NewNotification } from '../../db/messages/notifications.ts';
import type { Entry } from '../../sop/entry.ts';
import { summaries } from '../../sop/notices/summary-notices.ts';

/** How a complaint came into the record. */
export interface Intake {
  backlog: boolean;
  /** False: whoever filed it asked that the reporter hear nothing of its arrival. */
  tellReporter: boolean;
  filedAt: Date;
}

/**
 * The notices of one entry, those to be told at once. For a backlog what lay before its filing (arrival, limits that were
 * past already) is `untold`, for the office's summary, and the receipt goes out only when it was asked for.
 */
export function withoutBacklog(
  { alert, type }: Entry,
  { backlog, tellReporter, filedAt }: Intake,
  notices: NewNotification[],
): { notices: NewNotification[]; untold: Untold[] } {
  const late = alert?.at !== undefined && Date.parse(alert.at) <= filedAt.getTime();
  if (!backlog || (!late && type !== 'filed' && type !== 'acknowledged')) return { notices, untold: [] };
  return {
    notices: notices.filter(({ officeId }) => officeId === null && tellReporter),
    untold: notices.flatMap(({ officeId }) => (officeId ? [{ officeId, late }] : [])),
  };
}

/** No import pauses that long. */
const quietSeconds = 60;

/** Tells the offices whose backlog has arrived, each once. False when there was none to tell. */
export async function tellBacklog(sql: Sql, mailing: boolean, quiet = quietSeconds): Promise<boolean> {
  return sql.begin(async (tx) => {
    const told = await takeUntold(tx, quiet);
    const list = told.map(
      ({ officeId, last, ...counts }): NewNotification => ({
        key: `backlog:${officeId}:${last.toISOString()}`,
        number: null,
        officeId,
        ...summaries.backlog(counts),
      }),
    );
    await insertNotifications(tx, list, mailing);
    return list.length > 0;
  });
}
