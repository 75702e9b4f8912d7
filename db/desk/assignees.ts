// The people of an office, and which of them has a report in hand.
import type { Db } from '../connection/client.ts';
import { channels } from '../connection/channels.ts';
import { isOverdue, isSoon } from '../complaints/overdue.ts';

export interface Colleague {
  username: string;
  name: string;
}

export async function colleaguesOf(db: Db, officeId: string): Promise<Colleague[]> {
  return db<Colleague[]>`
    select username, name from users where office_id = ${officeId} and role = 'admin' and active order by name`;
}

export interface HandOver {
  number: string;
  /** To whom; null: nobody. */
  username: string | null;
  /** Only as long as this one has it, null being nobody; undefined: whoever has it. */
  from?: string | null | undefined;
}

export interface HandedOver {
  number: string;
  title: string;
  /** Who had it. */
  before: string | null;
  /** False: somebody else has it than was expected, or the same already. */
  handed: boolean;
}

/**
 * Hands each to a colleague, or to nobody, and tells whoever looks on; of reports that the office does not hold now
 * there is no answer. Each number once.
 */
export async function handOver(db: Db, officeId: string, all: readonly HandOver[]): Promise<HandedOver[]> {
  const asked = all.map(({ number, username, from }) => ({
    number,
    username,
    from: from ?? null,
    whoever: from === undefined,
  }));
  return db<HandedOver[]>`
    with wanted as (
      select * from jsonb_to_recordset(${db.json(asked)}) as w (number text, username text, "from" text, whoever boolean)
    ), held as materialized (
      select c.number, c.title, ${assigneeOf(db)} as before from complaints c
      where c.number in (select number from wanted) and c.holder_id = ${officeId}
      -- In one order, so that two who hand over the same ones wait for each other.
      order by c.number for update of c
    ), handed as (
      update complaints c set assignee = w.username
      from held h join wanted w on w.number = h.number
      where c.number = h.number and h.before is distinct from w.username
        and (w.whoever or h.before is not distinct from w."from")
      returning c.number
    ), told as (
      select pg_notify(${channels.complaints}, number) from handed
    )
    select held.number, held.title, held.before, held.number in (select number from handed) as handed,
      (select count(*) from told) as told
    from held order by held.number`;
}

export interface Load {
  /** Null: nobody has them. */
  username: string | null;
  held: number;
  late: number;
  /** Warned, and not late. */
  soon: number;
  /** The soonest deadline, also one that has passed; null: none runs. */
  soonest: Date | null;
}

/** How much of what the office holds each of its people has in hand; who has nothing is left out. */
export async function loadOf(db: Db, officeId: string): Promise<Load[]> {
  return db<Load[]>`
    select username, count(*) as held, count(*) filter (where late) as late, count(*) filter (where soon) as soon,
      min(due) as soonest
    from (
      select ${assigneeOf(db)} as username, ${isOverdue(db)} as late, ${isSoon(db)} as soon,
        case when c.status <> 'awaiting-completion' then c.deadline end as due
      from complaints c where c.holder_id = ${officeId} and c.ended_at is null
    ) held group by username`;
}

/**
 * The username of who has complaint `c` in hand: an active officer of its holder. Who left or moved has nothing in hand,
 * from that moment on and wherever it is asked.
 */
export function assigneeOf(db: Db) {
  return db`(
    select u.username from users u
    where u.username = c.assignee and u.office_id = c.holder_id and u.active and u.role = 'admin')`;
}
