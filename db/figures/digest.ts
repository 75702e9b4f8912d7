// What the morning's digest is made of.
import type { Status, Step } from '../../sop/terms.ts';
import type { Zone } from '../../sop/offices.ts';
import { isProvisional } from '../complaints/provisional.ts';
import type { Db } from '../connection/client.ts';

export interface HeldComplaint {
  number: string;
  title: string;
  step: Step;
  status: Status;
  deadline: Date | null;
  /** reading 30. */
  provisional: boolean;
  holderId: string;
  holderName: string;
  holderZone: Zone;
  aboveId: string | null;
}

/** What is held and late, due before `until`, or waiting for the reporter; the soonest deadline first. */
export async function heldAndDue(db: Db, until: Date): Promise<HeldComplaint[]> {
  return db<HeldComplaint[]>`
    select c.number, c.title, c.step, c.status, c.deadline,
      ${isProvisional(db, 'seen')} as provisional, h.id as holder_id, h.name as holder_name,
      h.time_zone as holder_zone, h.parent_id as above_id
    from complaints c join offices h on h.id = c.holder_id
    where c.ended_at is null and (c.status = 'awaiting-completion' or c.deadline < ${until})
    order by c.deadline, c.number`;
}
