// A code that is given beside a password: of an app, or one of those on paper. None works twice.
import type { Db } from '../../../db/connection/client.ts';
import { noteAdminChange } from '../../../db/operations/admin-changes.ts';
import { takeRecoveryCode } from '../../../db/people/second-factors/recovery-codes.ts';
import { secretOf, takeStep } from '../../../db/people/second-factors/totp-secrets.ts';
import { countAttempt, forgive } from '../../../db/people/sign-in-failures.ts';
import { invalidField, Problem } from '../../http/problems.ts';
import type { Services } from '../../services.ts';
import { sameName } from '../check-password.ts';
import type { User } from '../session.ts';
import { openedSecret } from './app-secret.ts';
import { recoveryCodeOf } from './recovery.ts';
import { tellOfFactor } from './telling.ts';
import { stepOf } from './totp.ts';

/**
 * Takes the code. Throws `invalid-fields` for a wrong one, and `second-factor-locked` after ten of them in a row. Counted
 * for the account alone, and not by where they come from as passwords are: a million codes are soon tried from many places,
 * and whoever tries has the right password, so nobody else is locked out from afar.
 */
export async function takeCode(services: Services, user: User, typed: string): Promise<void> {
  const { sql, mailing } = services;
  const attempt = { username: sameName(user.username), place: 'second-factor' };
  const lockedUntil = await countAttempt(sql, attempt);
  if (lockedUntil) {
    await tellOfFactor(sql, user, 'locked', mailing, `${user.username}:${lockedUntil.toISOString()}`);
    throw new Problem('second-factor-locked', { retryAfter: (lockedUntil.getTime() - Date.now()) / 1000 });
  }
  const digits = typed.replaceAll(/\s/g, '');
  const taken = /^\d{6}$/.test(digits)
    ? await takeOfApp(services, user, digits)
    : await takeOfPaper(services, user, typed);
  if (!taken)
    throw invalidField('code', {
      id: 'Kode salah, sudah lewat, atau sudah dipakai',
      en: 'The code is wrong, over, or was used already',
    });
  await forgive(sql, attempt);
}

async function takeOfApp({ sql, keyRing }: Services, { username }: User, code: string): Promise<boolean> {
  // Without it nobody has set one up.
  if (!keyRing) return false;
  const sealed = await secretOf(sql, username);
  if (sealed === undefined) return false;
  const step = stepOf(openedSecret(keyRing, username, sealed), code, new Date());
  return step !== undefined && takeStep(sql, username, step);
}

async function takeOfPaper({ sql, mailing }: Services, user: User, typed: string): Promise<boolean> {
  const { username } = user;
  const id = await recoveryCodeOf(sql, username, typed);
  if (id === undefined) return false;
  return sql.begin<boolean>(async (tx: Db) => {
    if (!(await takeRecoveryCode(tx, id))) return false;
    const change = { recoveryCodeUsed: true };
    await noteAdminChange(tx, { by: username, what: 'user', subject: username, change });
    await tellOfFactor(tx, user, 'code-used', mailing);
    return true;
  });
}
