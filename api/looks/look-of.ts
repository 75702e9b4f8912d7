// What is told of somebody who looks.
import type { InHand } from '../../db/complaints/complaint-row.ts';
import type { Look } from '../../db/record/looks.ts';
import type { User } from '../identity/session.ts';
import { zoned } from '../values/zoned.ts';

/** Now, by the clock of the user's office. An office has in hand what it holds, is asked about (reading 24) or answered. */
export function lookOf(
  { number, holderId, answerOfficeId, askedIds }: InHand,
  { username, name: byName, office }: User,
  what: Look['what'],
): Look {
  const local = zoned(new Date(), office.zone);
  return {
    number,
    what,
    username,
    byName,
    officeId: office.id,
    inHand: [holderId, answerOfficeId, ...askedIds].includes(office.id),
    day: local.slice(0, 10),
    hour: Number(local.slice(11, 13)),
  };
}
