// The public register: open reports that an office has verified, as everybody may read them. No identity leaves here.
import type { Kind, Status } from '../../sop/terms.ts';
import type { Db } from '../client.ts';

export interface RegisterRow {
  number: string;
  kind: Kind;
  title: string;
  category: string | null;
  status: Status;
  receivedAt: Date;
  agency: { id: string; name: string } | null;
  answeredAt: Date | null;
}

export interface RegisterFilter {
  /** Words in title or description, as they are shown; or a number. */
  q?: string | undefined;
  kind?: Kind | undefined;
  agencyId?: string | undefined;
  /** Received at or after, and before: instants. */
  from: string | null;
  to: string | null;
  /** The last item of the page before. */
  after?: { receivedAt: string; number: string } | undefined;
  limit: number;
}

function columns(db: Db) {
  return db`
    c.number, c.kind, public_text(c.title, i.name) as title, public_text(c.category, i.name) as category, c.status,
    c.received_at, c.answered_at, to_json(agency) as agency`;
}

/** The agency that has or had it last. */
function agencyOf(db: Db) {
  return db`
    select o.id, o.name from visits v join offices o on o.id = v.office_id
    where v.number = c.number and o.level = 'agency' order by v.visit desc limit 1`;
}

function tables(db: Db) {
  return db`
    complaints c left join identities i on i.number = c.number left join lateral (${agencyOf(db)}) agency on true`;
}

/** reading 14: only `terbuka`; and only what national (SOP 2) or an agency (SOP 4) has found to be a report. */
function inRegister(db: Db) {
  return db`
    c.confidentiality = 'terbuka' and c.status not in ('received', 'rejected', 'withdrawn')
    and exists (select from events e where e.number = c.number
      and (e.type = 'disposed' and e.step = 2 or e.type = 'accepted' and e.step = 4))`;
}

/** The reporter's own name finds nothing: that would tell who reported. Hence no search for absent words either. */
function says(db: Db, q: string) {
  return db`(
    c.number = upper(${q}) or c.public_search @@ plainto_tsquery('indonesian', ${q})
    and ts_delete(c.public_search, tsvector_to_array(to_tsvector('indonesian', coalesce(i.name, ''))))
      @@ plainto_tsquery('indonesian', ${q}))`;
}

/** The newest first. */
export async function registered(db: Db, filter: RegisterFilter): Promise<RegisterRow[]> {
  const { q, kind, agencyId, from, to, after, limit } = filter;
  return db<RegisterRow[]>`
    with page as (
      select c.number from complaints c left join identities i on i.number = c.number
      where ${inRegister(db)}
        ${q === undefined ? db`` : db`and ${says(db, q)}`}
        ${kind === undefined ? db`` : db`and c.kind = ${kind}`}
        ${agencyId === undefined ? db`` : db`and (select id from (${agencyOf(db)}) agency) = ${agencyId}`}
        ${from === null ? db`` : db`and c.received_at >= ${from}`}
        ${to === null ? db`` : db`and c.received_at < ${to}`}
        ${after === undefined ? db`` : db`and (c.received_at, c.number) < (${after.receivedAt}, ${after.number})`}
      order by c.received_at desc, c.number desc limit ${limit}
    )
    select ${columns(db)} from ${tables(db)} where c.number in (select number from page)
    order by c.received_at desc, c.number desc`;
}

export interface RegisterEntry extends RegisterRow {
  description: string;
  firstResponseAt: Date | null;
  firstResponse: string | null;
  firstResponseOffice: string | null;
  answer: string | null;
  answerOffice: string | null;
}

/** Undefined when there is none, or it is not in the register. */
export async function registerEntry(db: Db, number: string): Promise<RegisterEntry | undefined> {
  if (number.includes('\0')) return undefined;
  const [row] = await db<RegisterEntry[]>`
    select ${columns(db)}, public_text(c.description, i.name) as description,
      c.first_response_at, public_text(c.first_response, i.name) as first_response,
      (select o.name from events e join offices o on o.id = e.actor_office_id
        where e.number = c.number and e.type = 'responded' order by e.seq limit 1) as first_response_office,
      public_text(c.answer, i.name) as answer, a.name as answer_office
    from ${tables(db)} left join offices a on a.id = c.answer_office_id
    where c.number = ${number} and ${inRegister(db)}`;
  return row;
}
