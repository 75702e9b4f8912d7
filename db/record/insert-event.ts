import type { Clock } from '../../sop/time/clock.ts';
import type { Entry } from '../../sop/entry.ts';
import type { Db } from '../connection/client.ts';

/** Appends one entry to the record; its clocks go along, so that a repeat can be answered alike. */
export async function insertEvent(
  db: Db,
  number: string,
  entry: Entry,
  deadline: string | null,
  clocks: Clock[],
): Promise<void> {
  const { binding, refused, alert, moved, undone, duplicateOf, opens, ends, after } = entry;
  const changes = moved?.map((move) => ({
    ...move,
    new: clocks.find(({ request }) => request.clock === move.clock)?.due,
  }));
  const data = {
    binding,
    refused,
    alert,
    opens,
    ends,
    revision: after.revision,
    clocks,
    changes,
    undone,
    duplicateOf,
    via: entry.actor.via,
  };
  await db`
    insert into events (number, seq, at, type, step, to_step, status, actor_role, actor_office_id, actor_name,
      from_office_id, to_office_id, reason, text, deadline, data)
    values (${number}, ${entry.seq}, ${entry.at}, ${entry.type}, ${entry.step}, ${after.step}, ${after.status},
      ${entry.actor.role}, ${entry.actor.officeId}, ${entry.actor.name}, ${entry.from}, ${entry.to},
      ${entry.reason ?? null}, ${entry.text ?? null}, ${deadline}, ${db.json(JSON.parse(JSON.stringify(data)))})`;
}
