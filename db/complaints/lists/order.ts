// In which order the reports of a list come, page by page, and by what they stand together.
import type { Zone } from '../../../sop/offices.ts';
import type { Db } from '../../connection/client.ts';
import { assigneeOf } from '../../desk/assignees.ts';
import { dueOf } from '../overdue.ts';

export interface Grouping {
  by: 'category' | 'place' | 'agency' | 'holder' | 'assignee' | 'day' | 'step';
  /** In which a deadline has its day. */
  zone: Zone;
}

/** The group of complaint `c` of holder `h`, as text; null where it has none. */
export function groupOf(db: Db, { by, zone }: Grouping) {
  const groups = {
    category: db`c.category`,
    place: db`c.place`,
    agency: db`c.agency_id`,
    holder: db`c.holder_id`,
    assignee: assigneeOf(db),
    day: db`to_char(c.deadline at time zone ${zone}, 'YYYY-MM-DD')`,
    step: db`c.step::text`,
  };
  return groups[by];
}

/** The same as groups are put in order, letter by letter (the console does so, too): what has none comes last. */
function groupOrderOf(db: Db, grouping: Grouping) {
  const group = groupOf(db, grouping);
  const text = grouping.by === 'step' ? db`lpad(${group}, 2, '0')` : group;
  return db`(case when ${group} is null then '1' else '0' || ${text} end collate "C")`;
}

/** By what a list may be ordered. */
type ListOrder = 'deadline' | 'newest' | 'oldest';

export interface ListPage {
  order: ListOrder;
  grouping?: Grouping | undefined;
  /** The last item of the page before; its `group` as `groupKey` of its row. */
  after: { at: string | null; number: string; group?: string | undefined } | undefined;
  limit: number;
}

export interface Grouped {
  groupKey: string | null;
}

/** One column more: `group_key`, by which the next page goes on within the group; null without groups. */
export function groupKey(db: Db, { grouping }: ListPage) {
  return db`${grouping ? groupOrderOf(db, grouping) : db`null`} as group_key`;
}

/** The end of a statement: from that place on, so many; what has no deadline comes last among deadlines. */
export function inOrder(db: Db, { order, grouping, after, limit }: ListPage) {
  const at = order === 'deadline' ? dueOf(db) : db`c.received_at`;
  const beyond = order === 'newest' ? db`<` : db`>`;
  const way = order === 'newest' ? db`desc` : db``;
  const group = grouping && groupOrderOf(db, grouping);
  const isOn =
    after &&
    db`(${at}, c.number) ${beyond} (coalesce(${after.at}::timestamptz, 'infinity'), ${after.number})`;
  const isFurther =
    isOn && group
      ? db`(${group} > ${after.group ?? ''} or (${group} = ${after.group ?? ''} and ${isOn}))`
      : isOn;
  return db`
    ${isFurther ? db`and ${isFurther}` : db``}
    order by ${group ? db`${group}, ` : db``}${at} ${way}, c.number ${way} limit ${limit}`;
}
