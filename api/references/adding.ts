// Only officers give numbers of other systems (reading 28), and each is one report's.
import type { Db } from '../../db/connection/client.ts';
import { isInvolved } from '../../db/complaints/involved.ts';
import { addReference, bearerOf, type Reference } from '../../db/references/references.ts';
import { Problem } from '../http/problems.ts';
import { callersOf } from '../identity/callers.ts';
import { eyesOf } from '../identity/eyes.ts';
import type { User } from '../identity/session.ts';

/** Throws `forbidden` when somebody else than an officer gives some with a filing. */
export function requireOfficer(given: Reference[], user: User | undefined): void {
  if (given.length === 0 || (user && callersOf(user).includes('officer'))) return;
  throw new Problem('forbidden', {
    detail: {
      id: 'references hanya diberikan oleh petugas kantor.',
      en: 'references are given by officers alone.',
    },
  });
}

/** With a filing, in its transaction; each by the path of its field. Throws `reference-taken`. */
export async function addFiled(
  tx: Db,
  number: string,
  given: [path: string, one: Reference][],
  user: User,
): Promise<void> {
  for (const [path, one] of given) {
    const added = await addReference(tx, number, one, { name: user.name, officeId: user.office.id });
    if (!added) throw await alreadyKnown(tx, { number, one, path, user });
  }
}

/** The problem that says who bears it, as far as it is for the user's eyes. */
export async function alreadyKnown(
  db: Db,
  { number, one, path, user }: { number: string; one: Reference; path: string; user: User },
): Promise<Problem> {
  const bearer = await bearerOf(db, one);
  const seen = bearer !== undefined && (await isInvolved(db, bearer, eyesOf(user)));
  const where =
    bearer === number
      ? { id: 'laporan ini', en: 'this report' }
      : seen
        ? { id: `laporan ${bearer}`, en: `report ${bearer}` }
        : { id: 'laporan lain', en: 'another report' };
  const message = { id: `Sudah tercantum pada ${where.id}`, en: `It is on record of ${where.en} already` };
  const detail = { id: `${message.id}.`, en: `${message.en}.` };
  return new Problem('reference-taken', { detail, errors: [{ path, message }] });
}
