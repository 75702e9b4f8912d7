// The public register: open reports that an office has verified, as everybody may read them. No identity leaves here.
import type { Kind, Status } from '../../sop/terms.ts';
import type { Db } from '../connection/client.ts';
import { asked } from '../connection/rows.ts';

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
    c.number, c.kind, c.public_title as title, c.public_category as category, c.status,
    c.received_at, c.answered_at, to_json(agency) as agency`;
}

/** The agency that has or had it last. */
function agencyOf(db: Db) {
  return db`
    select o.id, o.name from visits v join offices o on o.id = v.office_id
    where v.number = c.number and o.level = 'agency' order by v.visit desc limit 1`;
}

function tables(db: Db) {
  return db`complaints c left join lateral (${agencyOf(db)}) agency on true`;
}

/** reading 14: only `terbuka`, masked, and not hidden by its holder; and only what national (SOP 2) or an agency (SOP 4) has found to be a report. */
export function inRegister(db: Db) {
  return db`
    c.confidentiality = 'terbuka' and not c.public_hidden and c.public_title is not null and c.status not in ('received', 'rejected', 'withdrawn')
    and exists (select from events e where e.number = c.number
      and (e.type = 'disposed' and e.step = 2 or e.type = 'accepted' and e.step = 4))`;
}

/** What is shown finds; what is masked does not. No search for absent words: they would tell what is masked. */
function says(db: Db, q: string) {
  return db`(c.number = upper(${q}) or c.public_search @@ sought_words(${q.normalize('NFKD').replaceAll('-', ' ')}))`;
}

/** The newest first. */
export async function registered(db: Db, filter: RegisterFilter): Promise<RegisterRow[]> {
  const { q, kind, agencyId, from, to, after, limit } = filter;
  return db<RegisterRow[]>`
    with page as (
      select c.number from complaints c
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

/** Of these numbers, in no order. */
export async function rowsOf(db: Db, numbers: readonly string[]): Promise<RegisterRow[]> {
  if (numbers.length === 0) return [];
  return db<RegisterRow[]>`
    select ${columns(db)} from ${tables(db)} where c.number = any(${numbers as string[]}) and ${inRegister(db)}`;
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
  const rows = await db<RegisterEntry[]>`
    select ${columns(db)}, c.public_description as description,
      c.first_response_at, c.public_first_response as first_response,
      (select o.name from events e join offices o on o.id = e.actor_office_id
        where e.number = c.number and e.type = 'responded' order by e.seq limit 1) as first_response_office,
      c.public_answer as answer, a.name as answer_office
    from ${tables(db)} left join offices a on a.id = c.answer_office_id
    where c.number = ${number} and ${inRegister(db)}`;
  return asked(rows, 'number', number)[0];
}
