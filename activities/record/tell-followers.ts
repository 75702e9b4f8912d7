// reading 21: what happens to an original is told to those who follow it, in the transaction that records it.
import type { Db } from '../../db/connection/client.ts';
import {
  followedBy,
  followersOf,
  noteOriginalChanged,
  showFollowers,
} from '../../db/complaints/followers.ts';
import { moveFollowers } from '../../db/public/register-followers.ts';
import type { Milestones } from '../../db/complaints/update-complaint.ts';
import { insertNotifications, type NewNotification } from '../../db/messages/notifications.ts';
import type { Entry } from '../../sop/entry.ts';
import { updateOf } from '../../sop/notices/facts.ts';
import { toFollower } from '../../sop/notices/to-follower.ts';
import { registerNotices } from './register-notices.ts';

/** Which of those who follow a report (reading 21) its entries may concern: all of them, or who wished to hear more. */
export function newsIn(entries: readonly Entry[], milestones: Milestones): { all: boolean; wished: boolean } {
  return {
    all: Object.keys(milestones).length > 0,
    wished: entries.some((entry) => updateOf(entry, entry.after) !== undefined),
  };
}

/**
 * Tells the followers of `number` of its first response and answers, and of what they wished for, and has their
 * processes look when it has ended or repeats another one itself. Those whose processes are over are told of the end here.
 */
export async function tellFollowers(
  tx: Db,
  number: string,
  entries: readonly Entry[],
  milestones: Milestones,
  mailing: boolean,
): Promise<void> {
  const { firstResponse, ended, duplicateOf } = milestones;
  const news = newsIn(entries, milestones);
  if (!news.all && !news.wished) return;
  if (duplicateOf) await moveFollowers(tx, number, duplicateOf);
  await insertNotifications(
    tx,
    await registerNotices(tx, number, entries, { firstResponse, ended }),
    mailing,
  );
  if (!news.all) return;
  const followers = await followersOf(tx, number);
  const original = await followedBy(tx, number);
  if (followers.length === 0 || !original) return;
  const answers = entries.filter(({ type }) => type === 'answered');
  const firstNow = entries.find(({ type, at }) => type === 'responded' && at === firstResponse?.at);
  const last = entries.at(-1);
  const told = followers.flatMap((follower): NewNotification[] => {
    const facts = { ...follower, original: original.number };
    const tell = (
      entry: Entry | undefined,
      message: ReturnType<(typeof toFollower)[keyof typeof toFollower]>,
    ) =>
      entry
        ? [
            {
              key: `${number}:${entry.seq}:${message.kind}:${follower.number}`,
              number: follower.number,
              officeId: null,
              topic: null,
              ...message,
            },
          ]
        : [];
    return [
      // Of a report that is rahasia they learn only that it was answered.
      ...(original.silent
        ? []
        : tell(firstNow, toFollower.responded({ ...facts, text: original.firstResponse }))),
      ...answers.flatMap((entry) => tell(entry, toFollower.answered({ ...facts, text: original.answer }))),
      ...(ended && follower.over ? tell(last, toFollower.ended(facts)) : []),
    ];
  });
  await insertNotifications(tx, told, mailing);
  await showFollowers(tx, followers);
  if (ended || duplicateOf) {
    const open = followers.filter(({ over }) => !over);
    await noteOriginalChanged(
      tx,
      open.map((follower) => follower.number),
    );
  }
}
