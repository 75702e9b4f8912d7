// What an office may see and what it holds now, narrowed alike, a page at a time.
import type { Db, Piece } from '../../connection/client.ts';
import type { Channel, Confidentiality } from '../../../sop/terms.ts';
import { isOfCategory } from '../../categories/categories.ts';
import { involves, subtreeOf } from '../involved.ts';
import { listColumns, type ListRow, listTables } from './list-row.ts';
import { type Grouped, groupKey, inOrder, type ListPage } from './order.ts';
import { assigneeOf } from '../../desk/assignees.ts';
import { isDueToday, isOverdue, isSoon } from '../overdue.ts';
import { type Beyond, wentBeyond } from '../../figures/beyond.ts';
import { type Happened, happened } from './happened.ts';
import { isHeldUnder, wasLateIn } from '../under.ts';
import { isRated, type Rated } from '../../ratings/rated.ts';
import { bears, bearsNumber, type Reference } from '../../references/references.ts';

export interface ComplaintFilter extends Narrowing, Happened {
  /** Whose eyes: null sees all. */
  viewerOfficeId: string | null;
  status?: string | undefined;
  /** The holder. */
  officeId?: string | undefined;
  /** The holder is that office or one under it. */
  heldUnder?: string | undefined;
  /** An ISO week, `2026-W48`, in which an office of the viewer's part missed a row's limit. */
  lateIn?: string | undefined;
  /** Not ended. */
  open?: boolean | undefined;
  /** The office that owes the first response. */
  owedBy?: string | undefined;
  rated?: Rated | undefined;
  beyond?: Beyond | undefined;
  /** Received at or after, and before: instants. */
  from: string | null;
  to: string | null;
  /** The last item of the page before. */
  after?: { receivedAt: string; number: string } | undefined;
  limit: number;
}

/** The newest first. */
export async function listComplaints(db: Db, filter: ComplaintFilter): Promise<ListRow[]> {
  const { viewerOfficeId, limit } = filter;
  return db<ListRow[]>`
    with ${subtreeOf(db, viewerOfficeId)}, page as (${newest(db, filter)})
    select ${listColumns(db)} from ${listTables(db)} where c.number in (select number from page)
    order by c.received_at desc, c.number desc limit ${limit}`;
}

/** A page of the newest that are found, as many as `filter` says, put in that order and in groups. */
export async function newestInGroups(
  db: Db,
  filter: Omit<ComplaintFilter, 'after'>,
  page: ListPage,
): Promise<(ListRow & Grouped)[]> {
  return db<(ListRow & Grouped)[]>`
    with ${subtreeOf(db, filter.viewerOfficeId)}, found as (${newest(db, filter)})
    select ${listColumns(db)}, ${groupKey(db, page)} from ${listTables(db)}
    where c.number in (select number from found) ${inOrder(db, page)}`;
}

/** Their numbers; under `subtreeOf`. */
function newest(db: Db, filter: ComplaintFilter) {
  return leadsToFew(filter) ? pageByWhatIsSought(db, filter) : pageByParts(db, filter);
}

/** Who sees all has no part to look through; words, numbers and events lead to reports by themselves. */
function leadsToFew({ viewerOfficeId, ...filter }: ComplaintFilter): boolean {
  const { q, reference, numbers, rated, beyond, lateIn, late, returned } = filter;
  const leading = [
    q,
    reference,
    numbers,
    rated,
    beyond,
    lateIn,
    late?.is === true ? late : undefined,
    returned?.is === true ? returned : undefined,
  ];
  return viewerOfficeId === null || leading.some((one) => one !== undefined);
}

function pageByWhatIsSought(db: Db, filter: ComplaintFilter) {
  return db`
    select c.number from ${listTables(db)}
    where ${involves(db, filter.viewerOfficeId)} ${isWanted(db, filter)} ${isOnPage(db, filter, db`c`)}
    order by c.received_at desc, c.number desc limit ${filter.limit}`;
}

/** Of each office the newest that it has or had a part in, so that no more is read than may be shown. */
function pageByParts(db: Db, filter: ComplaintFilter) {
  return db`
    select number from (
      select newest.received_at, newest.number from subtree s cross join lateral (
        -- Looked up one by one, in the order of the parts: all of them joined at once would be sorted.
        select p.received_at, p.number
        from complaint_parts p cross join lateral (
          select from ${listTables(db)} where c.number = p.number and c.received_at = p.received_at ${isWanted(db, filter)} offset 0
        ) wanted
        where p.office_id = s.id ${isOnPage(db, filter, db`p`)}
        order by p.received_at desc, p.number desc limit ${filter.limit}
      ) newest
      union
      select c.received_at, c.number
      from consultations k join (${listTables(db)}) on c.number = k.number
      where k.status = 'open' and k.office_id in (select id from subtree)
        ${isWanted(db, filter)} ${isOnPage(db, filter, db`c`)}
    ) own
    order by received_at desc, number desc limit ${filter.limit}`;
}

/** Conditions on complaint `c` of holder `h`; each begins with `and`. */
function isWanted(db: Db, filter: ComplaintFilter) {
  const { viewerOfficeId, status, officeId, heldUnder, lateIn, open, owedBy, rated, beyond } = filter;
  return db`
      ${status === undefined ? db`` : db`and c.status = ${status}`}
      ${officeId === undefined ? db`` : db`and c.holder_id = ${officeId}`}
      ${heldUnder === undefined ? db`` : db`and ${isHeldUnder(db, heldUnder)}`}
      ${lateIn === undefined ? db`` : db`and ${wasLateIn(db, lateIn, viewerOfficeId)}`}
      ${open === undefined ? db`` : db`and (c.ended_at is null) = ${open}`}
      ${owedBy === undefined ? db`` : db`and c.first_response_due is not null and c.state #>> '{clocks,firstResponse,request,officeId}' = ${owedBy}`}
      ${rated === undefined ? db`` : db`and ${isRated(db, rated, viewerOfficeId)}`}
      ${beyond === undefined ? db`` : db`and ${wentBeyond(db, beyond, viewerOfficeId)}`}
      ${happened(db, filter, viewerOfficeId)}
      ${narrowed(db, filter)}`;
}

/** The same on what `at` names, which has receipt and number of the complaint. */
function isOnPage(db: Db, { from, to, after }: ComplaintFilter, at: Piece) {
  return db`
      ${from === null ? db`` : db`and ${at}.received_at >= ${from}`}
      ${to === null ? db`` : db`and ${at}.received_at < ${to}`}
      ${after === undefined ? db`` : db`and (${at}.received_at, ${at}.number) < (${after.receivedAt}, ${after.number})`}`;
}

/** What an office holds now, in that order. */
export async function inboxOf(
  db: Db,
  officeId: string,
  narrowing: Narrowing,
  page: ListPage,
): Promise<(ListRow & Grouped)[]> {
  return db<(ListRow & Grouped)[]>`
    select ${listColumns(db)}, ${groupKey(db, page)} from ${listTables(db)}
    where ${isHeldBy(db, officeId)} ${narrowed(db, narrowing)} ${inOrder(db, page)}`;
}

/** The condition that the office holds complaint `c`, as its index has it (migration 0050). */
export function isHeldBy(db: Db, officeId: string) {
  return db`c.holder_id = ${officeId} and c.ended_at is null`;
}

export interface Narrowing {
  kind?: string | undefined;
  step?: number | undefined;
  overdue?: boolean | undefined;
  /** The row's limit ends today. */
  dueToday?: boolean | undefined;
  /** Of the holder's officers; null: nobody. */
  assignee?: string | null | undefined;
  /** Words in title or description in their Indonesian forms, "phrases", or, -not; or a number, also one of another system. */
  q?: string | undefined;
  /** Warned and not late. */
  soon?: boolean | undefined;
  /** A category with all below it; else what the category holds. */
  category?: string | undefined;
  /** What the place holds, whatever the capitals. */
  place?: string | undefined;
  /** The code of a region, with what lies in it. */
  region?: string | undefined;
  confidentiality?: Confidentiality | undefined;
  channel?: Channel | undefined;
  /** The agency whose report it is. */
  agencyId?: string | undefined;
  /** Received more than so many calendar days ago. */
  olderThan?: number | undefined;
  reference?: Reference | undefined;
  /** Only these. */
  numbers?: string[] | undefined;
}

/** Conditions on complaint `c` of holder `h`; each begins with `and`. */
export function narrowed(db: Db, { kind, step, overdue, dueToday, assignee, q, ...others }: Narrowing) {
  const [late, due] = [isOverdue(db), isDueToday(db)];
  return db`
    ${narrowedFurther(db, others)}
    ${kind === undefined ? db`` : db`and c.kind = ${kind}`}
    ${step === undefined ? db`` : db`and c.step = ${step}`}
    ${overdue === undefined ? db`` : overdue ? db`and ${late}` : db`and ${late} is not true`}
    ${dueToday === undefined ? db`` : dueToday ? db`and ${due}` : db`and ${due} is not true`}
    ${assignee === undefined ? db`` : assignee === null ? db`and ${assigneeOf(db)} is null` : db`and ${assigneeOf(db)} = ${assignee}`}
    ${q === undefined ? db`` : db`and (c.search @@ sought_words(${q}) or upper(${q}) in (c.number, c.duplicate_of) or ${bearsNumber(db, q)})`}`;
}

function narrowedFurther(
  db: Db,
  {
    soon,
    category,
    place,
    region,
    confidentiality,
    channel,
    agencyId,
    olderThan,
    reference,
    numbers,
  }: Omit<Narrowing, 'kind' | 'step' | 'overdue' | 'dueToday' | 'assignee' | 'q'>,
) {
  return db`
    ${soon === undefined ? db`` : soon ? db`and ${isSoon(db)}` : db`and ${isSoon(db)} is not true`}
    ${category === undefined ? db`` : db`and ${isOfCategory(db, category)}`}
    ${place === undefined ? db`` : db`and strpos(lower(c.place), lower(${place})) > 0`}
    ${region === undefined ? db`` : db`and c.region like ${`${region}%`}`}
    ${confidentiality === undefined ? db`` : db`and c.confidentiality = ${confidentiality}`}
    ${channel === undefined ? db`` : db`and c.channel = ${channel}`}
    ${agencyId === undefined ? db`` : db`and c.agency_id = ${agencyId}`}
    ${olderThan === undefined ? db`` : db`and c.received_at < now() - make_interval(days => ${olderThan})`}
    ${reference === undefined ? db`` : db`and ${bears(db, reference)}`}
    ${numbers === undefined ? db`` : db`and c.number = any(${numbers})`}`;
}
