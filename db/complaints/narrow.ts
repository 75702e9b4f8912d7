// What inbox and list are narrowed by alike, as conditions on complaint `c`.
import type { Db } from '../connection/client.ts';
import { assigneeOf } from '../desk/assignee.ts';
import { isDueToday, isOverdue } from './held.ts';

export interface Narrowing {
  kind?: string | undefined;
  step?: number | undefined;
  overdue?: boolean | undefined;
  /** The row's limit ends today. */
  dueToday?: boolean | undefined;
  /** Of the holder's officers; null: nobody. */
  assignee?: string | null | undefined;
  /** Words in title or description in their Indonesian forms, "phrases", or, -not; or a number. */
  q?: string | undefined;
}

/** Each begins with `and`. */
export function narrowed(db: Db, { kind, step, overdue, dueToday, assignee, q }: Narrowing) {
  const [late, due] = [isOverdue(db), isDueToday(db)];
  return db`
    ${kind === undefined ? db`` : db`and c.kind = ${kind}`}
    ${step === undefined ? db`` : db`and c.step = ${step}`}
    ${overdue === undefined ? db`` : overdue ? db`and ${late}` : db`and ${late} is not true`}
    ${dueToday === undefined ? db`` : dueToday ? db`and ${due}` : db`and ${due} is not true`}
    ${assignee === undefined ? db`` : assignee === null ? db`and ${assigneeOf(db)} is null` : db`and ${assigneeOf(db)} = ${assignee}`}
    ${q === undefined ? db`` : db`and (c.search @@ sought_words(${q}) or c.number = upper(${q}))`}`;
}
