// A backlog is told as one summary an office: what lies behind it is no news, a hundred mails of it would be a flood.
import type { Db, Sql } from '../../db/connection/client.ts';
import { keepUntold, takeUntold, type Untold } from '../../db/messages/backlog.ts';
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
 * Of the notices of one entry those to be told at once. For a backlog what lay before its filing (arrival, limits that
 * were past already) is kept for the office's summary instead, and the receipt goes out only when it was asked for.
 */
export async function withoutBacklog(
  db: Db,
  number: string,
  entry: Entry,
  intake: Intake,
  list: NewNotification[],
): Promise<NewNotification[]> {
  if (!intake.backlog) return list;
  const { alert, type } = entry;
  const past = alert?.at !== undefined && Date.parse(alert.at) <= intake.filedAt.getTime();
  if (!past && type !== 'filed' && type !== 'acknowledged') return list;
  await keepUntold(
    db,
    list.flatMap(({ officeId }): Untold[] => (officeId ? [{ officeId, number, late: past }] : [])),
  );
  return list.filter(({ officeId }) => officeId === null && intake.tellReporter);
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
