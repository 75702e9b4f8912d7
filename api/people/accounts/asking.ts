// One of ops asks what a second one has to approve (decision 50).
import type { Db, Sql } from '../../../db/connection/client.ts';
import {
  type AskedFields,
  forgetExpired,
  keepRequest,
  lockAccount,
} from '../../../db/people/account-requests.ts';
import { type KeptUser, opsPeople } from '../../../db/people/users.ts';
import { invalidField, Problem } from '../../http/problems.ts';
import { type Asked, note } from '../../operations/noted.ts';
import { tellAsked } from './telling.ts';

interface Wish {
  /** A username. */
  subject: string;
  isNew: boolean;
  fields: AskedFields;
  passwordHash: string | null;
  why: string | undefined;
}

/**
 * Whether a change gives an account more than it has, or opens it to somebody: what takes from it is one's own to do. A
 * second factor less opens it to whoever has the password.
 */
export function givesMore(
  { password, role, officeId, active, withoutSecondFactor }: AskedFields,
  before: Pick<KeptUser, 'role' | 'office' | 'active'>,
): boolean {
  return (
    password === true ||
    withoutSecondFactor === true ||
    (role !== undefined && role !== before.role) ||
    (officeId !== undefined && officeId !== before.office.id) ||
    (active === true && !before.active)
  );
}

/** Keeps the request, notes it and tells whom it concerns; gives its id. Throws `invalid-fields` and `no-second-ops`. */
export async function askSecond(
  sql: Sql,
  request: Asked,
  { subject, isNew, fields, passwordHash, why }: Wish,
  mailing: boolean,
): Promise<number> {
  if (why === undefined) throw invalidField('why', { id: 'Wajib diisi', en: 'Required' });
  const by = request.user;
  return sql.begin(async (tx: Db) => {
    await forgetExpired(tx);
    const seconds = (await opsPeople(tx)).filter(
      ({ username }) => username !== by.username && username !== subject,
    );
    if (seconds.length === 0) throw new Problem('no-second-ops');
    const before = isNew ? null : await lockAccount(tx, subject);
    if (before === undefined) throw new Problem('not-found');
    const asked = { askedBy: by.username, why, subject, fields, passwordHash, before };
    const { id, goodUntil } = await keepRequest(tx, asked);
    await note(tx, request, { subject, change: { ...fields, asked: id } });
    await tellAsked(tx, mailing, { username: subject, isNew, fields }, { by, why, goodUntil });
    return id;
  });
}
