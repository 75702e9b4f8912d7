// The routes of ops.
import type { User } from './session.ts';
import { Problem } from '../http/problems.ts';

/** The user, when they are ops. Throws `forbidden`. */
export function opsOnly(user: User): User {
  if (user.role !== 'ops') throw new Problem('forbidden', { detail: 'Hanya untuk petugas operasional.' });
  return user;
}
