// A second one of ops approves or refuses what another asked (decision 50); what is approved is checked again, and done.
import type { Db, Sql } from '../../../db/connection/client.ts';
import {
  type AccountRequest,
  type AccountState,
  lockAccount,
  lockRequest,
  settleRequest,
} from '../../../db/people/account-requests.ts';
import { keptUser, opsPeople } from '../../../db/people/users.ts';
import { Problem } from '../../http/problems.ts';
import { type Asked, note } from '../../operations/noted.ts';
import { changeAccount, makeAccount } from './carrying-out.ts';
import { tellDone, tellRefused } from './telling.ts';

type Locked = NonNullable<Awaited<ReturnType<typeof lockRequest>>>;

/**
 * Carries it out, all of it or nothing; approved again by the same person it does nothing more. Throws `second-eyes` for
 * who asked and whom it concerns, `request-over`, `asker-gone`, `account-changed`, and what making or changing throws.
 */
export async function approveRequest(sql: Sql, request: Asked, id: number, mailing: boolean): Promise<void> {
  await sql.begin(async (tx) => {
    const { user } = request;
    const found = await openRequest(tx, request, id, 'approved');
    if (!found) return;
    const { askedBy, askedByName, subject, fields, passwordHash, before } = found;
    requireSecond(found, user.username);
    const ops = new Set((await opsPeople(tx)).map(({ username }) => username));
    if (!ops.has(user.username)) throw new Problem('forbidden');
    if (!ops.has(askedBy)) throw new Problem('asker-gone');
    await note(tx, request, { subject, change: { ...fields, request: id, askedBy } });
    if (before === null) {
      const { name = subject, role = 'admin', officeId = '', email = null } = fields;
      await makeAccount(tx, subject, { name, role, officeId, email, passwordHash }, mailing);
    } else {
      const account = await keptUser(tx, subject);
      if (!account || !isSame(before, await lockAccount(tx, subject))) throw new Problem('account-changed');
      await changeAccount(tx, account, fields, passwordHash, mailing);
    }
    await settleRequest(tx, id, { by: user.username, outcome: 'approved', why: null });
    const change = { username: subject, isNew: before === null, fields };
    const asker = { username: askedBy, name: askedByName };
    await tellDone(tx, mailing, change, { by: [asker, user], doer: user });
  });
}

/**
 * Nothing is done, and everybody concerned hears so; of who asked it is taken back. Refused again by the same person it
 * stays so. Throws `second-eyes` for whom it concerns, and `request-over`.
 */
export async function refuseRequest(
  sql: Sql,
  request: Asked,
  { id, why }: { id: number; why: string | null },
  mailing: boolean,
): Promise<void> {
  await sql.begin(async (tx) => {
    const { user } = request;
    const { username } = user;
    const found = await openRequest(tx, request, id, 'refused', 'withdrawn');
    if (!found) return;
    const { askedBy, subject, fields, before } = found;
    const withdrawn = askedBy === username;
    if (!withdrawn) requireSecond(found, username);
    await note(tx, request, { subject, change: { refused: id, askedBy } });
    await settleRequest(tx, id, { by: username, outcome: withdrawn ? 'withdrawn' : 'refused', why });
    const change = { username: subject, isNew: before === null, fields };
    await tellRefused(tx, mailing, change, { by: user, why, withdrawn });
  });
}

/** To be decided; undefined: the same person has decided it so before. Throws `not-found` and `request-over`. */
async function openRequest(
  tx: Db,
  request: Asked,
  id: number,
  ...outcomes: AccountRequest['state'][]
): Promise<Locked | undefined> {
  const found = await lockRequest(tx, id);
  if (!found) throw new Problem('not-found');
  if (found.state === 'open') return found;
  if (!outcomes.includes(found.state) || found.decidedBy !== request.user.username)
    throw new Problem('request-over');
  request.noted = true;
  return undefined;
}

/** Neither who asked nor whom it concerns. */
export function isSecond({ askedBy, subject }: AccountRequest, username: string): boolean {
  return username !== askedBy && username !== subject;
}

function requireSecond(found: AccountRequest, username: string): void {
  if (!isSecond(found, username)) throw new Problem('second-eyes');
}

function isSame(before: AccountState, now: AccountState | undefined): boolean {
  return (
    now !== undefined &&
    now.role === before.role &&
    now.officeId === before.officeId &&
    now.active === before.active &&
    now.epoch === before.epoch
  );
}
