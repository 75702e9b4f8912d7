// Which part of the tree a user sees (reading 14).
import type { Sql } from '../../db/connection/client.ts';
import { isInSubtree } from '../../db/complaints/involved.ts';
import { Problem } from '../http/problems.ts';
import type { User } from './session.ts';

/** National admins and ops see every complaint; other admins what their part of the tree has or had. */
export function eyesOf(user: User): string | null {
  return seesAll(user) ? null : user.office.id;
}

/**
 * The part of the tree under that office of the user's own part; without one, all of the user's. Throws `not-found`
 * for an office outside of it, as for one that does not exist.
 */
export async function partOf(sql: Sql, user: User, officeId: string | undefined): Promise<string | null> {
  const eyes = eyesOf(user);
  if (officeId !== undefined && !(await isInSubtree(sql, officeId, eyes))) throw new Problem('not-found');
  return officeId ?? eyes;
}

export function seesAll({ role, office }: User): boolean {
  return role === 'ops' || office.level === 'national';
}
