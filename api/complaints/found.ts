// One complaint, found by who may see it.
import type { Sql } from '../../db/connection/client.ts';
import { complaintByNumber, type ComplaintRow } from '../../db/complaints/complaint-row.ts';
import { isInSubtree, isInvolved } from '../../db/complaints/involved.ts';
import { complaintWithRules, type Found } from '../../db/people/who-asks.ts';
import { EngineAway } from '../../engine/errors.ts';
import { Problem } from '../http/problems.ts';
import { opens } from '../identity/access-key.ts';
import { eyesOf } from '../identity/eyes.ts';
import type { Opened, User } from '../identity/session.ts';
import { isFresh, type Sight } from '../identity/sight.ts';
import type { Services } from '../services.ts';
import { keyUnder, ofReporter } from './under-key.ts';

/** The complaint that this key opens. Unknown number and wrong key look the same. `idempotencyKey`: of what is asked. */
export async function openedBy(
  sql: Sql,
  number: string,
  accessKey: string,
  idempotencyKey: unknown,
): Promise<Opened> {
  const at = performance.now();
  const key = keyUnder(ofReporter, number, idempotencyKey);
  const found = await complaintWithRules(sql, { number, key });
  if (!opens(accessKey, found?.complaint.accessKeyHash) || !found) throw new Problem('not-found');
  const { complaint, rulesVersion, kept } = found;
  return { complaint, sight: { rulesVersion, number, found: undefined, answer: { key, kept }, at } };
}

interface Asking {
  user: User;
  params: { number: string };
  sight: Sight | undefined;
}

/**
 * The complaint that the address names, when it is for the user's eyes. Unknown number and another's look the same, as long as
 * the engine says that this has not come to them. Throws `not-found`, `record-behind`, `EngineAway`.
 */
export function visible(services: Services, { user, params, sight }: Asking): Promise<ComplaintRow> {
  const { number } = params;
  const isSeen = isFresh(sight) && sight.number === number;
  return isSeen ? seen(services, number, user, sight.found) : visibleTo(services, number, user);
}

/** The same of any number. */
export async function visibleTo(services: Services, number: string, user: User): Promise<ComplaintRow> {
  const complaint = await complaintByNumber(services.sql, number);
  const theirs = complaint && isTheirs(complaint, user);
  const involved = theirs || (complaint && (await isInvolved(services.sql, number, eyesOf(user))));
  return seen(services, number, user, complaint && { complaint, involved: involved === true });
}

async function seen(
  services: Services,
  number: string,
  user: User,
  found: Found | undefined,
): Promise<ComplaintRow> {
  if (found && (found.involved || isTheirs(found.complaint, user))) return found.complaint;
  const comes = await isOnItsWay(services, number, user, found?.complaint);
  throw new Problem(comes ? 'record-behind' : 'not-found');
}

/** What the row itself says: who sees all, or holds it. */
function isTheirs({ holderId }: ComplaintRow, user: User): boolean {
  return eyesOf(user) === null || holderId === user.office.id;
}

/**
 * Whether the engine has brought it to the user's part of the tree and the record did not say so yet. Throws `EngineAway` where
 * nobody knows, which is of a report that goes on: one that has ended goes nowhere, and what is not on record is not there.
 */
async function isOnItsWay(
  { sql, engine }: Services,
  number: string,
  user: User,
  known: ComplaintRow | undefined,
): Promise<boolean> {
  if (known && known.endedAt !== null) return false;
  const ahead = await engine.complaints.unrecorded(number).catch((error: unknown) => {
    if (known || !(error instanceof EngineAway)) throw error;
    return undefined;
  });
  const eyes = eyesOf(user);
  // It may have caught up since the report was looked for.
  if (!ahead) return known !== undefined && isInvolved(sql, number, eyes);
  for (const { id } of Object.values(ahead.path)) if (await isInSubtree(sql, id, eyes)) return true;
  return false;
}

export interface Reader {
  complaint: ComplaintRow;
  /** Undefined: the reporter. */
  user: User | undefined;
}

/** On a route that is for reporters and users. Throws as `visible`. */
export async function readerOf(
  services: Services,
  {
    opened,
    user,
    params,
    sight,
  }: { opened: ComplaintRow | undefined; user: User | undefined } & Omit<Asking, 'user'>,
): Promise<Reader> {
  if (opened) return { complaint: opened, user: undefined };
  if (!user) throw new Problem('unauthenticated');
  return { complaint: await visible(services, { user, params, sight }), user };
}
