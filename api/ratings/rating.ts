// Takes a rating (reading 26): by the access key as often as the reporter likes, by a mail's link once.
import type { Db, Sql } from '../../db/connection/client.ts';
import { callAddition } from '../../db/messages/addition-calls.ts';
import { contactOf } from '../../db/people/contacts.ts';
import { isRatingLink, type RatedAnswer, readRatingLink } from '../../db/ratings/rating-links.ts';
import {
  addRating,
  lastAnswer,
  lockForRating,
  type Rating,
  ratingByLink,
  ratingOf,
  type RatingRow,
} from '../../db/ratings/ratings.ts';
import { contactKey } from '../../db/secrets/secrets.ts';
import { ratingStands } from '../../sop/beside/rating.ts';
import { Problem } from '../http/problems.ts';

/** Throws `wrong-step` before the answer and `closed` when it is too late. The same again changes nothing. */
export async function rateByKey(sql: Sql, number: string, said: Rating): Promise<void> {
  await sql.begin((tx) => take(tx, number, said, null));
}

/**
 * Gives the report's number. Throws `link-expired` when the link is forged, was pressed before with something else to
 * say, is of an answer that is in force no more, or for an address that is not the reporter's confirmed one; and as
 * `rateByKey`.
 */
export async function rateByLink(sql: Sql, token: string, said: Rating): Promise<string> {
  const link = readRatingLink(token);
  if (!link) throw new Problem('link-expired');
  await sql.begin(async (tx) => {
    if (!(await isGood(tx, link, token))) throw new Problem('link-expired');
    await take(tx, link.number, said, link.seq);
  });
  return link.number;
}

async function isGood(tx: Db, { number, seq }: RatedAnswer, token: string): Promise<boolean> {
  const contact = await contactOf(tx, { who: 'reporter', subject: number });
  if (!contact?.email || !contact.confirmedAt) return false;
  if (!isRatingLink(await contactKey(tx), token, contact.email)) return false;
  return (await lastAnswer(tx, number)) === seq;
}

async function take(tx: Db, number: string, said: Rating, linkSeq: number | null): Promise<void> {
  const row = await lockForRating(tx, number);
  const used = linkSeq === null ? undefined : await ratingByLink(tx, number, linkSeq);
  // Its answer was lost on the way, and it was pressed again.
  if (used && isSame(used, said)) return;
  if (used) throw new Problem('link-expired');
  const standing = ratingStands(row, Date.now());
  const { answerOfficeId: officeId } = row;
  if (standing === 'early' || officeId === null) {
    throw new Problem('wrong-step', {
      detail: {
        id: 'Nilai dapat diberikan setelah laporan dijawab.',
        en: 'It can be rated once the report has been answered.',
      },
    });
  }
  if (standing === 'over') {
    throw new Problem('closed', {
      detail: {
        id: 'Nilai dapat diberikan sampai 30 hari setelah laporan berakhir.',
        en: 'It can be rated until 30 days after the end of the report.',
      },
    });
  }
  const before = await ratingOf(tx, number);
  if (linkSeq === null && before && isSame(before, said) && before.officeId === officeId) return;
  const added = await addRating(tx, number, { ...said, officeId, linkSeq });
  await callAddition(tx, row, { type: 'rated', ...added, data: { score: said.score } });
}

function isSame(before: RatingRow, { score, comment }: Rating): boolean {
  return before.score === score && before.comment === comment;
}
