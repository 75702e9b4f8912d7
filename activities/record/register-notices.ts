// reading 21: what those are told who follow a report in the register: first response, answers, end; none that is not for all to read.
import type { Db } from '../../db/connection/client.ts';
import type { Milestones } from '../../db/complaints/update-complaint.ts';
import type { NewNotification } from '../../db/messages/notifications.ts';
import { mailedFollowers } from '../../db/public/register-followers.ts';
import type { Entry } from '../../sop/entry.ts';
import { toRegisterFollower } from '../../sop/texts/own-words.ts';

type What = Parameters<typeof toRegisterFollower>[0];

/** One for each of them and each of these; they hear of no other. */
export async function registerNotices(
  tx: Db,
  number: string,
  entries: readonly Entry[],
  { firstResponse, ended }: { [M in 'firstResponse' | 'ended']: Milestones[M] | undefined },
): Promise<NewNotification[]> {
  const ids = await mailedFollowers(tx, number);
  const whatOf = ({ type, at }: Entry): What | undefined => {
    if (type === 'answered') return 'answer';
    return type === 'responded' && at === firstResponse?.at ? 'first-response' : undefined;
  };
  const last = ended && entries.at(-1);
  const told: [What, number][] = [
    ...entries.flatMap((entry): [What, number][] => {
      const what = whatOf(entry);
      return what ? [[what, entry.seq]] : [];
    }),
    ...(last ? [['end', last.seq] as [What, number]] : []),
  ];
  return told.flatMap(([what, seq]) =>
    ids.map((followerId): NewNotification => {
      const message = toRegisterFollower(what, number);
      const key = `${number}:${seq}:${message.kind}:follower-${followerId}`;
      return { key, number, officeId: null, topic: null, followerId, ...message };
    }),
  );
}
