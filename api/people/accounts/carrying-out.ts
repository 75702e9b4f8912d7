// Makes and changes accounts: at once, or when a second one of ops has approved it (decision 50).
import type { Db } from '../../../db/connection/client.ts';
import { openOfficeById } from '../../../db/offices/offices.ts';
import type { AskedFields } from '../../../db/people/account-requests.ts';
import { lockFactors, removeAllFactors } from '../../../db/people/second-factors/second-factors.ts';
import { endAllSessions } from '../../../db/people/sessions.ts';
import { forgiveAll } from '../../../db/people/sign-in-failures.ts';
import { addUser, changeUser, type KeptUser, type UserFields } from '../../../db/people/users.ts';
import { invalidField, noOffice, Problem } from '../../http/problems.ts';
import { sameName } from '../../identity/check-password.ts';
import { askOfficer } from '../../identity/contacts/confirming.ts';
import { requireOneSide } from '../../identity/contacts/one-side.ts';

/** Throws `invalid-fields` for an office that is no more, `username-taken`, and `national-and-ops`. */
export async function makeAccount(
  tx: Db,
  username: string,
  account: Omit<UserFields, 'active'>,
  mailing: boolean,
): Promise<void> {
  const { email, officeId } = account;
  await requireOffice(tx, officeId);
  if (!(await addUser(tx, username, { ...account, byOps: true }))) throw new Problem('username-taken');
  await requireOneSide(tx, username);
  if (email !== null && mailing) await askOfficer(tx, username, officeId);
}

/** Likewise of one that is there. `passwordHash` null: the password stays. */
export async function changeAccount(
  tx: Db,
  before: KeptUser,
  asked: AskedFields,
  passwordHash: string | null,
  mailing: boolean,
): Promise<void> {
  const { username } = before;
  const { password: _, withoutSecondFactor, ...fields } = asked;
  if (fields.officeId !== undefined) await requireOffice(tx, fields.officeId);
  await changeUser(tx, username, { ...fields, ...(passwordHash !== null && { passwordHash }) });
  await requireOneSide(tx, username);
  if (withoutSecondFactor) {
    await lockFactors(tx, username);
    await removeAllFactors(tx, username);
    await endAllSessions(tx, username);
  }
  if (passwordHash !== null) await forgiveAll(tx, sameName(username));
  const isOther = fields.email && fields.email !== before.email;
  if (isOther && mailing) await askOfficer(tx, username, fields.officeId ?? before.office.id);
}

/** Throws `invalid-fields`. */
export async function requireOffice(db: Db, id: string): Promise<void> {
  if (!(await openOfficeById(db, id))) throw invalidField('officeId', noOffice);
}
