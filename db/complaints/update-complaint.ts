// The complaint's row as the record keeps it: brought to the case as it is, or locked while something beside it is written.
import { type Case, deadlineOfCase, isOver } from '../../sop/case.ts';
import type { Db } from '../connection/client.ts';
import { asked } from '../connection/rows.ts';
import { runsOn } from '../operations/engines.ts';
import { rulesVersion } from '../rules/kept-rules.ts';

export interface LockedComplaint {
  number: string;
  title: string;
  state: Case | null;
  /** The report that it repeats. */
  duplicateOf: string | null;
  endedAt: Date | null;
}

/** The complaint, locked until the transaction ends; undefined when there is none. */
export async function lockComplaint(db: Db, number: string): Promise<LockedComplaint | undefined> {
  const rows = await db<LockedComplaint[]>`
    select number, title, state, duplicate_of, ended_at from complaints where number = ${number} for update`;
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

/** The case after the last entry as columns; `open` masks what an office said, as everybody may read it (reading 14). */
export function columnsOfCase(
  c: Case,
  { firstResponse, answer, ended }: Milestones,
  open: (text: string) => string,
) {
  const warn = c.clocks.row?.rungs.find(({ kind }) => kind === 'warn')?.at ?? null;
  return {
    seq: c.seq,
    revision: c.revision,
    status: c.status,
    step: c.step,
    holder_id: c.holder?.id ?? null,
    state: c,
    deadline: isOver(c) ? null : deadlineOfCase(c),
    warn_at: c.clocks.completion ? null : warn,
    first_response_due: c.clocks.firstResponse?.due ?? null,
    whole_due: c.clocks.whole?.due ?? null,
    first_response_at: firstResponse?.at ?? null,
    first_response: firstResponse?.text ?? null,
    public_first_response: firstResponse ? open(firstResponse.text) : null,
    answered_at: answer?.at ?? null,
    answer: answer?.text ?? null,
    public_answer: answer ? open(answer.text) : null,
    answer_office_id: answer?.officeId ?? null,
    ended_at: ended?.at ?? null,
    closed_by: ended?.by ?? null,
  };
}

/** What was read of a report that is not locked: its row's version and what deadlines were reckoned by. */
export interface AsRead {
  version: string;
  rulesVersion: string;
  /** Of the engine whose process writes; absent: whoever it is. */
  engineId?: string | undefined;
}

/**
 * Part of a statement: brings the complaint's row to those columns. With `asRead` only when nobody wrote to it, nor
 * changed the rules, since it was read, and while the reports run on its engine: else no row comes.
 */
export function bringComplaint(
  db: Db,
  number: string,
  columns: ReturnType<typeof columnsOfCase>,
  asRead: AsRead | undefined,
) {
  return db`
    update complaints c set
      seq = r.seq, revision = r.revision, status = r.status, step = r.step, holder_id = r.holder_id, state = r.state,
      deadline = r.deadline, warn_at = r.warn_at, first_response_due = r.first_response_due, whole_due = r.whole_due,
      started_at = coalesce(c.started_at, now()),
      first_response_at = coalesce(c.first_response_at, r.first_response_at),
      first_response = coalesce(c.first_response, r.first_response),
      public_first_response = case when c.first_response is null
        then r.public_first_response else c.public_first_response end,
      answered_at = coalesce(r.answered_at, c.answered_at),
      answer = coalesce(r.answer, c.answer),
      public_answer = coalesce(r.public_answer, c.public_answer),
      answer_office_id = coalesce(r.answer_office_id, c.answer_office_id),
      ended_at = coalesce(c.ended_at, r.ended_at), closed_by = coalesce(c.closed_by, r.closed_by)
    from jsonb_populate_record(null::complaints, ${db.json(columns)}) r
    where c.number = ${number} and (${asRead?.version ?? null}::text is null
      or (c.xmin::text = ${asRead?.version ?? null}
        and ${rulesVersion(db)}::text = ${asRead?.rulesVersion ?? null} and ${runsOn(db, asRead?.engineId)}))
    returning c.number`;
}

/** The original that the complaint, which is locked, repeats from now on; null: none. */
export async function setOriginal(tx: Db, number: string, original: string | null): Promise<void> {
  await tx`update complaints set duplicate_of = ${original} where number = ${number}`;
}
