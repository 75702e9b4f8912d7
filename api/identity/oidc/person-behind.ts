// Who an identity of the provider is here: by issuer and subject once linked, by name the first time only.
import { sameName } from '../check-password.ts';
import { userByUsername, type UserRow } from '../../../db/people/users.ts';
import type { Sql } from '../../../db/connection/client.ts';
import { noteAdminChange } from '../../../db/operations/admin-changes.ts';
import { type Identity, linkIdentity, usernameOfIdentity } from '../../../db/people/identity-links.ts';

/**
 * The active user, or undefined. `named`: what the provider calls the identity; a name may be given to another person
 * later, so it counts only until somebody is linked, and never for one who is linked to another identity. `admits`: whether
 * that user may come in at all; who may not is not linked.
 */
export async function personBehind(
  sql: Sql,
  identity: Identity,
  named: string | undefined,
  admits: (user: UserRow) => boolean,
): Promise<UserRow | undefined> {
  const linked = await usernameOfIdentity(sql, identity);
  const user = linked ?? (named === undefined ? undefined : sameName(named));
  const found = user === undefined ? undefined : await userByUsername(sql, user);
  if (!found || !admits(found)) return undefined;
  if (linked !== undefined) return found;
  return sql.begin(async (tx) => {
    if (!(await linkIdentity(tx, found.username, identity))) return undefined;
    const change = { linkedTo: identity.issuer };
    await noteAdminChange(tx, { by: found.username, what: 'user', subject: found.username, change });
    return found;
  });
}
