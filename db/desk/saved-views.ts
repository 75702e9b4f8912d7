// Lists that people keep under a name: their own, and those of their office.
import type { Db } from '../connection/client.ts';

export interface ViewRow {
  id: number;
  list: 'inbox' | 'disposed' | 'search';
  name: string;
  /** By name, as it was saved: it may be of another time. */
  query: Record<string, string>;
  /** Everybody's who sits in the office. */
  ofOffice: boolean;
  updatedBy: string;
  updatedAt: Date;
}

/** Who asks: nobody else's views are there for them. */
export interface ViewOwner {
  username: string;
  officeId: string;
}

const uniqueViolation = '23505';
/** So many a person and so many an office may keep. */
const most = 50;

const columns = (db: Db) =>
  db`v.id, v.list, v.name, v.query, v.office_id is not null as of_office, v.updated_by, v.updated_at`;
const isTheirs = (db: Db, { username, officeId }: ViewOwner) =>
  db`(v.username = ${username} or v.office_id = ${officeId})`;

/** Those of the office first. */
export async function viewsOf(db: Db, owner: ViewOwner): Promise<ViewRow[]> {
  return db<ViewRow[]>`
    select ${columns(db)} from saved_views v where ${isTheirs(db, owner)}
    order by v.office_id is null, lower(v.name), v.id`;
}

/** Why a view was not kept: there is one of that name, or there are too many. */
export type NotKept = 'taken' | 'full';

export async function addView(
  db: Db,
  owner: ViewOwner,
  { list, name, query, ofOffice }: Pick<ViewRow, 'list' | 'name' | 'query' | 'ofOffice'>,
): Promise<ViewRow | NotKept> {
  const whose = ofOffice ? db`v.office_id = ${owner.officeId}` : db`v.username = ${owner.username}`;
  const [count] = await db<{ count: number }[]>`select count(*) as count from saved_views v where ${whose}`;
  if ((count?.count ?? 0) >= most) return 'full';
  const rows = await db<ViewRow[]>`
    insert into saved_views as v (username, office_id, list, name, query, updated_by)
    values (${ofOffice ? null : owner.username}, ${ofOffice ? owner.officeId : null}, ${list}, ${name}, ${db.json(query)},
      ${owner.username})
    on conflict do nothing
    returning ${columns(db)}`;
  return rows[0] ?? 'taken';
}

/** Gives it another name, content or owner, as far as these are given. Undefined: it is not theirs, or gone. */
export async function changeView(
  db: Db,
  owner: ViewOwner,
  id: number,
  { name, query, ofOffice }: Partial<Pick<ViewRow, 'name' | 'query' | 'ofOffice'>>,
): Promise<ViewRow | NotKept | undefined> {
  const [before] = await db<ViewRow[]>`
    select ${columns(db)} from saved_views v where v.id = ${id} and ${isTheirs(db, owner)}`;
  if (!before) return undefined;
  const next = {
    name: name ?? before.name,
    query: query ?? before.query,
    ofOffice: ofOffice ?? before.ofOffice,
  };
  try {
    const [row] = await db<ViewRow[]>`
      update saved_views v set name = ${next.name}, query = ${db.json(next.query)},
        username = ${next.ofOffice ? null : owner.username}, office_id = ${next.ofOffice ? owner.officeId : null},
        updated_by = ${owner.username}, updated_at = now()
      where v.id = ${id} and ${isTheirs(db, owner)}
      returning ${columns(db)}`;
    return row;
  } catch (error) {
    if ((error as { code?: unknown }).code === uniqueViolation) return 'taken';
    throw error;
  }
}

/** False when it is not theirs, or gone. */
export async function removeView(db: Db, owner: ViewOwner, id: number): Promise<boolean> {
  const rows = await db`
    delete from saved_views v where v.id = ${id} and ${isTheirs(db, owner)} returning v.id`;
  return rows.length > 0;
}
