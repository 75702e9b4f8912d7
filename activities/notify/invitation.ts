// With the mail of an answer, to a confirmed address: the one link by which the reporter rates it (reading 26).
import type { Db } from '../../db/connection/client.ts';
import type { DueMail } from '../../db/messages/mails.ts';
import { signRatingLink } from '../../db/ratings/rating-links.ts';
import { lastAnswer } from '../../db/ratings/ratings.ts';

/** Where the reports are rated that `mails`, all to `address`, tell an answer of, by number. */
export async function rateUrlsFor(
  db: Db,
  mails: DueMail[],
  address: string,
  { key, publicUrl }: { key: string | undefined; publicUrl: string | undefined },
): Promise<ReadonlyMap<string, string>> {
  const urls = new Map<string, string>();
  for (const { number, kind, to, confirmed } of mails) {
    if (!key || !publicUrl || number === null || kind !== 'answer' || to !== 'reporter' || !confirmed)
      continue;
    const seq = await lastAnswer(db, number);
    if (seq === null) continue;
    // After `#`, as the link that confirms an address: looking at the page rates nothing.
    const token = signRatingLink(key, { number, seq }, address);
    urls.set(number, new URL(`/nilai#${token}`, publicUrl).href);
  }
  return urls;
}
