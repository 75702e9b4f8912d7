// reading 21: what those are told who follow a report in the register: first response, answers, end, and what else they wished for; none that is not for all to read.
import type { Db } from '../../db/connection/client.ts';
import type { Milestones } from '../../db/complaints/update-complaint.ts';
import type { NewNotification } from '../../db/messages/notifications.ts';
import { mailedFollowers } from '../../db/public/register-followers.ts';
import type { Entry } from '../../sop/entry.ts';
import { updateOf } from '../../sop/notices/facts.ts';
import type { Update } from '../../sop/terms.ts';
import { toRegisterFollower } from '../../sop/texts/own-words.ts';

type What = Parameters<typeof toRegisterFollower>[0];

/** What is told on wish alone. */
const onWish: Record<Update, What> = { 'hand-overs': 'hand-over', lateness: 'lateness' };

/** One for each of them and each of these; they hear of no other. */
export async function registerNotices(
  tx: Db,
  number: string,
  entries: readonly Entry[],
  { firstResponse, ended }: { [M in 'firstResponse' | 'ended']: Milestones[M] | undefined },
): Promise<NewNotification[]> {
  const followers = await mailedFollowers(tx, number);
  const last = entries.at(-1);
  const told = entries.flatMap((entry): { what: What; seq: number; wish?: Update }[] => {
    const { type, at, seq } = entry;
    const wish = updateOf(entry, entry.after);
    return [
      ...(type === 'answered' ? [{ what: 'answer', seq } as const] : []),
      ...(type === 'responded' && at === firstResponse?.at ? [{ what: 'first-response', seq } as const] : []),
      ...(wish ? [{ what: onWish[wish], seq, wish }] : []),
      ...(ended && entry === last ? [{ what: 'end', seq } as const] : []),
    ];
  });
  return told.flatMap(({ what, seq, wish }) =>
    followers
      .filter(({ updates }) => wish === undefined || updates.includes(wish))
      .map(({ id: followerId }): NewNotification => {
        const message = toRegisterFollower(what, number);
        const key = `${number}:${seq}:${message.kind}:follower-${followerId}`;
        return { key, number, officeId: null, topic: null, followerId, ...message };
      }),
  );
}
