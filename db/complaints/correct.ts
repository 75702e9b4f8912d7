// What a correction leaves in the complaint's row, and what stood there before (reading 19).
import type { Changes } from '../../sop/case.ts';
import { type Confidentiality, hidesLess } from '../../sop/terms.ts';
import { given } from '../../sop/transition.ts';
import { ownWords } from '../../sop/texts/public-text.ts';
import type { Db } from '../connection/client.ts';
import { asked } from '../connection/rows.ts';
import { publicWordsOf } from '../public/public-texts.ts';

type Now = { [K in keyof Changes]-?: Exclude<Changes[K], undefined> };

export interface Correction {
  field: keyof Changes;
  old: string | boolean | null;
  new: string | boolean | null;
}

/**
 * Corrects the complaint, which is locked, and gives what became otherwise. An office never lowers who may see it: that
 * is the reporter's alone, so one who had raised it meanwhile is not overruled.
 */
export async function correctComplaint(
  db: Db,
  number: string,
  changes: Changes,
  byReporter: boolean,
): Promise<Correction[]> {
  const [was] = await db<Now[]>`
    select kind, oversight, category, place, region, to_char(happened_on, 'YYYY-MM-DD') as happened_on, title, confidentiality
    from complaints where number = ${number}`;
  if (!was) throw new Error(`Complaint ${number} is not in the record.`);
  const is: Now = { ...was, ...given(changes) };
  if (!byReporter && hidesLess(is.confidentiality, was.confidentiality))
    is.confidentiality = was.confidentiality;
  const open = await publicWordsOf(db, number, ownWords);
  await db`
    update complaints set kind = ${is.kind}, oversight = ${is.oversight}, category = ${is.category}, place = ${is.place},
      region = ${is.region}, happened_on = ${is.happenedOn}, title = ${is.title}, confidentiality = ${is.confidentiality},
      public_title = case when title = ${is.title} then public_title else ${open(is.title)} end,
      public_category = case when category is not distinct from ${is.category} then public_category
        else ${is.category && open(is.category)} end
    where number = ${number}`;
  const fields = Object.keys(was) as (keyof Changes)[];
  return fields
    .filter((field) => was[field] !== is[field])
    .map((field) => ({ field, old: was[field], new: is[field] }));
}

/** Whether `to` hides less of the report than is hidden now; false when there is none. */
export async function wouldLower(db: Db, number: string, to: Confidentiality): Promise<boolean> {
  const rows = await db<{ number: string; confidentiality: Confidentiality }[]>`
    select number, confidentiality from complaints where number = ${number}`;
  const [row] = asked(rows, 'number', number);
  return row !== undefined && hidesLess(to, row.confidentiality);
}
