// Writes entries and all that follows from them for the report itself by one statement, which is whole or nothing.
import { type AsRead, bringComplaint, type columnsOfCase } from '../complaints/update-complaint.ts';
import { channels } from '../connection/channels.ts';
import type { Db } from '../connection/client.ts';
import { asked } from '../connection/rows.ts';
import { keepUntold, type Untold } from '../messages/backlog.ts';
import { type NewNotification, tell } from '../messages/notifications.ts';
import { type NewCall, oweCalls } from '../messages/webhook-calls.ts';
import { heldOffices } from '../offices/successions.ts';
import { appendEvents, type columnsOfEvent } from './events.ts';
import { keepAnswers, type lastOfEach } from './kept-answers.ts';
import { type columnsOfVisit, moveVisits, openVisits } from './visits.ts';

export interface Writing {
  number: string;
  /** The complaint's row after the last entry. */
  row: ReturnType<typeof columnsOfCase>;
  /** In order of seq. */
  events: ReturnType<typeof columnsOfEvent>[];
  answers: ReturnType<typeof lastOfEach>;
  opened: ReturnType<typeof columnsOfVisit>[];
  moved: ReturnType<typeof columnsOfVisit>[];
  notices: NewNotification[];
  untold: Untold[];
  /** For the webhooks of `callOffices`. */
  calls: NewCall[];
  callOffices: string[];
  /** Every office that the case counts with. */
  offices: string[];
}

/**
 * Writes it, tells whoever looks on, and wakes the courier. Gives which of `offices` have ended. Undefined, and nothing is
 * written, when the report, which nobody locked, is not as it was read any more; without `asRead` it is locked.
 */
export async function writeRecord(
  db: Db,
  { number, row, offices, ...doc }: Writing,
  { mailing, asRead }: { mailing: boolean; asRead?: AsRead },
): Promise<{ ended: string[] } | undefined> {
  const rows = await db<{ number: string; ended: string[] }[]>`
    with brought as (${bringComplaint(db, number, row, asRead)}),
      given as (select number, ${db.json({ ...doc, mailing })}::jsonb as doc from brought),
      appended as (${appendEvents(db)}),
      answered as (${keepAnswers(db)}),
      opened as (${openVisits(db)}),
      moved as (${moveVisits(db)}),
      ${tell(db)},
      untold as (${keepUntold(db)}),
      called as (${oweCalls(db)} returning id),
      held as (${heldOffices(db, offices)})
    select number, pg_notify(${channels.complaints}, number),
      (select pg_notify(${channels.deliveries}, '') from (
        select id from mailed union all select id from called limit 1) owed) as woken,
      array(select id from held where successor_id is not null) as ended
    from brought`;
  return asked(rows, 'number', number)[0];
}
