// How satisfied reporters are (reading 26): each change kept, chained by the database; the last one counts.
import { createHash, randomBytes } from 'node:crypto';
import type { Score } from '../../sop/beside/rating.ts';
import type { Status, Step } from '../../sop/terms.ts';
import type { Db } from '../connection/client.ts';
import { channels } from '../connection/channels.ts';
import { asked, one } from '../connection/rows.ts';

export interface Rating {
  score: Score;
  comment: string | null;
}

export interface RatingRow extends Rating {
  number: string;
  at: Date;
  /** Whose answer was in force. */
  officeId: string;
  office: string;
  /** The answer whose link was pressed, by its seq; null: by the access key. */
  linkSeq: number | null;
}

/** All of them, to be narrowed: `r` is the rating. */
export function ratings(db: Db) {
  return db`
    select r.number, r.nth, r.score, k.text as comment, r.at, r.office_id, o.name as office, r.link_seq
    from ratings r join offices o on o.id = r.office_id
      left join rating_comments k on k.number = r.number and k.nth = r.nth`;
}

/** The one that counts. */
export async function ratingOf(db: Db, number: string): Promise<RatingRow | undefined> {
  const rows = await db<RatingRow[]>`${ratings(db)} where r.number = ${number} order by r.nth desc limit 1`;
  return asked(rows, 'number', number)[0];
}

/** The one that was given by the link in the mail of that answer. */
export async function ratingByLink(db: Db, number: string, seq: number): Promise<RatingRow | undefined> {
  const rows = await db<RatingRow[]>`${ratings(db)} where r.number = ${number} and r.link_seq = ${seq}`;
  return asked(rows, 'number', number)[0];
}

export interface RateableRow {
  number: string;
  status: Status;
  step: Step;
  answeredAt: Date | null;
  endedAt: Date | null;
  answerOfficeId: string | null;
}

/** The report as it stands, locked until the transaction ends. */
export async function lockForRating(tx: Db, number: string): Promise<RateableRow> {
  return one(
    await tx<RateableRow[]>`
      select number, status, step, answered_at, ended_at, answer_office_id from complaints
      where number = ${number} for update`,
  );
}

/** Of the answer in force; null: there is none. */
export async function lastAnswer(db: Db, number: string): Promise<number | null> {
  const rows = await db<{ seq: number | null }[]>`
    select max(seq) as seq from events where number = ${number} and type = 'answered'`;
  return one(rows).seq;
}

/** Keeps it, in a transaction, and tells whoever looks on. */
export async function addRating(
  tx: Db,
  number: string,
  { score, comment, officeId, linkSeq }: Omit<RatingRow, 'number' | 'at' | 'office'>,
): Promise<{ nth: number; at: Date }> {
  const salt = randomBytes(16);
  const digest = comment === null ? null : createHash('sha256').update(salt).update(comment).digest();
  const added = one(
    await tx<{ nth: number; at: Date }[]>`
      with added as (
        insert into ratings (number, score, office_id, link_seq, comment_digest)
        values (${number}, ${score}, ${officeId}, ${linkSeq}, ${digest}) returning number, nth, at
      ) select nth, at, pg_notify(${channels.complaints}, number) from added`,
  );
  if (comment !== null) {
    await tx`
      insert into rating_comments (number, nth, salt, text) values (${number}, ${added.nth}, ${salt}, ${comment})`;
  }
  return added;
}
