// The officers who may see a report, to be named in a note about it.
import type { Db } from '../connection/client.ts';

export interface OfficerWhoSees {
  username: string;
  name: string;
  office: { id: string; name: string };
}

const atOnce = 20;

/** Of those offices, which may see the report, and of national, which may see all. */
const seeing = (db: Db, officeIds: readonly string[]) => db`
  from users u join offices o on o.id = u.office_id
  where u.role = 'admin' and u.active and o.active
    and (o.level = 'national' or o.id = any(${officeIds as string[]}))`;
const columns = (db: Db) => db`u.username, u.name, json_build_object('id', o.id, 'name', o.name) as office`;

/** Others than who asks, whose name or office has `q` in it; those of the asker's office first. */
export async function officersWhoSee(
  db: Db,
  officeIds: readonly string[],
  asker: { username: string; officeId: string },
  { q }: { q: string },
): Promise<OfficerWhoSees[]> {
  return db<OfficerWhoSees[]>`
    select ${columns(db)} ${seeing(db, officeIds)} and u.username <> ${asker.username}
      and strpos(lower(u.name || ' ' || u.username || ' ' || o.name), lower(${q})) > 0
    order by o.id <> ${asker.officeId}, strpos(lower(u.name), lower(${q})) <> 1, u.name, u.username
    limit ${atOnce}`;
}

/** Those of `usernames` who may see it. */
export async function officersNamed(
  db: Db,
  officeIds: readonly string[],
  usernames: readonly string[],
): Promise<OfficerWhoSees[]> {
  return db<OfficerWhoSees[]>`
    select ${columns(db)} ${seeing(db, officeIds)} and u.username = any(${usernames as string[]})`;
}
