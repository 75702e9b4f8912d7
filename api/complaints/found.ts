// One complaint, found by who may see it.
import type { Sql } from '../../db/connection/client.ts';
import { complaintByNumber, type ComplaintRow } from '../../db/complaints/complaint-row.ts';
import { isInSubtree, isInvolved } from '../../db/complaints/involved.ts';
import { Problem } from '../http/problems.ts';
import { opens } from '../identity/access-key.ts';
import { eyesOf } from '../identity/eyes.ts';
import type { User } from '../identity/session.ts';
import type { Services } from '../services.ts';

/** The complaint that this key opens. Unknown number and wrong key look the same. */
export async function openedBy(sql: Sql, number: string, key: string): Promise<ComplaintRow> {
  const row = await complaintByNumber(sql, number);
  if (!opens(key, row?.accessKeyHash) || !row) throw new Problem('not-found');
  return row;
}

/** The complaint, when it is for the user's eyes. Unknown number and another's look the same. */
export async function visible(services: Services, number: string, user: User): Promise<ComplaintRow> {
  const row = await complaintByNumber(services.sql, number);
  if (row && (isTheirs(row, user) || (await isInvolved(services.sql, number, eyesOf(user))))) return row;
  throw new Problem((await isOnItsWay(services, number, user)) ? 'record-behind' : 'not-found');
}

/** What the row itself says: who sees all, or holds it. */
function isTheirs({ holderId }: ComplaintRow, user: User): boolean {
  return eyesOf(user) === null || holderId === user.office.id;
}

/** Whether the engine has brought it to the user's part of the tree and the record does not say so yet. */
async function isOnItsWay({ sql, engine }: Services, number: string, user: User): Promise<boolean> {
  const ahead = await engine.complaints.unrecorded(number);
  if (!ahead) return false;
  const eyes = eyesOf(user);
  for (const { id } of Object.values(ahead.path)) if (await isInSubtree(sql, id, eyes)) return true;
  return false;
}

export interface Reader {
  complaint: ComplaintRow;
  /** Undefined: the reporter. */
  user: User | undefined;
}

/** On a route that is for reporters and users. Throws `not-found`. */
export async function readerOf(
  services: Services,
  {
    opened,
    user,
    params,
  }: { opened: ComplaintRow | undefined; user: User | undefined; params: { number: string } },
): Promise<Reader> {
  if (opened) return { complaint: opened, user: undefined };
  if (!user) throw new Problem('unauthenticated');
  return { complaint: await visible(services, params.number, user), user };
}
