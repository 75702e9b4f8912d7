// Who an identity of the provider is here: by issuer and subject once linked, by name the first time only.
import { userByUsername, type UserRow } from '../../../db/people/users.ts';
import type { Sql } from '../../../db/connection/client.ts';
import { noteAdminChange } from '../../../db/operations/admin-changes.ts';
import { type Identity, linkIdentity, usernameOfIdentity } from '../../../db/people/identity-links.ts';

/**
 * The active user, or undefined. `named`: what the provider calls the identity; a name may be given to another person
 * later, so it counts only until somebody is linked, and never for one who is linked to another identity.
 */
export async function personBehind(
  sql: Sql,
  identity: Identity,
  named: string | undefined,
): Promise<UserRow | undefined> {
  const linked = await usernameOfIdentity(sql, identity);
  if (linked !== undefined) return userByUsername(sql, linked);
  const user = named === undefined ? undefined : await userByUsername(sql, named);
  if (!user) return undefined;
  return sql.begin(async (tx) => {
    if (!(await linkIdentity(tx, user.username, identity))) return undefined;
    const change = { linkedTo: identity.issuer };
    await noteAdminChange(tx, { by: user.username, what: 'user', subject: user.username, change });
    return user;
  });
}
