// The complaint's row as the record keeps it: locked first, then brought to the case as it is.
import { type Case, deadlineOfCase, isOver } from '../../sop/case.ts';
import type { Db } from '../connection/client.ts';
import { channels } from '../connection/channels.ts';
import { asked } from '../connection/rows.ts';
import { publicWords } from '../public/public-texts.ts';

export interface LockedComplaint {
  number: string;
  title: string;
  seq: number;
  state: Case | null;
  /** Filed as a backlog: what lay before its filing is no news. */
  backlog: boolean;
  tellReporter: boolean;
  filedAt: Date;
  /** Other offices were asked about it (reading 24). */
  consulted: boolean;
  /** The report that it repeats. */
  duplicateOf: string | null;
  endedAt: Date | null;
  /** Other systems know it by numbers of theirs (reading 28). */
  referred: boolean;
  /** Somebody's systems are called when something happens to a report. */
  hooked: boolean;
  /** Of what deadlines are reckoned by, now. */
  rulesVersion: string;
}

/** The complaint, locked until the transaction ends; undefined when there is none. */
export async function lockComplaint(db: Db, number: string): Promise<LockedComplaint | undefined> {
  const rows = await db<LockedComplaint[]>`
    select c.number, c.title, c.seq, c.state, c.backlog, c.tell_reporter, c.filed_at, c.duplicate_of, c.ended_at,
      c.consultation_event_count > 0 as consulted,
      exists (select from complaint_references r where r.number = c.number) as referred,
      exists (select from webhooks w where w.active and w.removed_at is null) as hooked,
      (select version from rules_version) as rules_version
    from complaints c where c.number = ${number} for update of c`;
  return asked(rows, 'number', number)[0];
}

/** What an entry may have added for the reader: the first response, the answer, the end. */
export interface Milestones {
  firstResponse?: { at: string; text: string };
  answer?: { at: string; text: string; officeId: string | null };
  ended?: { at: string; by: 'system' | 'reporter' | 'office' };
  /** Null: it is no duplicate after all. */
  duplicateOf?: string | null;
}

/** Brings the complaint's row to the case as it is after the last entry, and tells whoever looks on. */
export async function updateComplaint(db: Db, c: Case, milestones: Milestones): Promise<void> {
  const { firstResponse, answer, ended, duplicateOf } = milestones;
  // reading 14: masked when written.
  const open = firstResponse || answer ? await publicWords(db, c.number) : undefined;
  const warn = c.clocks.row?.rungs.find(({ kind }) => kind === 'warn')?.at ?? null;
  await db`
    update complaints set
      seq = ${c.seq}, revision = ${c.revision}, status = ${c.status}, step = ${c.step},
      holder_id = ${c.holder?.id ?? null}, state = ${db.json(c)},
      deadline = ${isOver(c) ? null : deadlineOfCase(c)}, warn_at = ${c.clocks.completion ? null : warn},
      first_response_due = ${c.clocks.firstResponse?.due ?? null}, whole_due = ${c.clocks.whole?.due ?? null},
      started_at = coalesce(started_at, now()),
      first_response_at = coalesce(first_response_at, ${firstResponse?.at ?? null}),
      first_response = coalesce(first_response, ${firstResponse?.text ?? null}),
      public_first_response = case when first_response is null
        then ${firstResponse && open ? open(firstResponse.text) : null} else public_first_response end,
      answered_at = coalesce(${answer?.at ?? null}, answered_at),
      answer = coalesce(${answer?.text ?? null}, answer),
      public_answer = coalesce(${answer && open ? open(answer.text) : null}, public_answer),
      answer_office_id = coalesce(${answer?.officeId ?? null}, answer_office_id),
      duplicate_of = ${duplicateOf === undefined ? db`duplicate_of` : duplicateOf},
      ended_at = coalesce(ended_at, ${ended?.at ?? null}), closed_by = coalesce(closed_by, ${ended?.by ?? null})
    where number = ${c.number} returning pg_notify(${channels.complaints}, number)`;
}
