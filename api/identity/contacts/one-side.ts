// Nobody is of the national office and of operations at once (reading 33, decision 50).
import type { Db } from '../../../db/connection/client.ts';
import { comparedAddress } from '../../../db/people/contact-address.ts';
import { addressesOfOtherSide, keptUser } from '../../../db/people/users.ts';
import { Problem } from '../../http/problems.ts';

/**
 * An account has one role. Nobody has an account on each side either, as far as their address tells: who sees every
 * reporter does not also make accounts. Throws `national-and-ops`.
 */
export async function requireOneSide(tx: Db, username: string): Promise<void> {
  const user = await keptUser(tx, username);
  if (!user?.active || user.email === null) return;
  const side = user.role === 'ops' ? 'ops' : user.office.level === 'national' ? 'national' : undefined;
  if (!side) return;
  const address = comparedAddress(user.email);
  const others = await addressesOfOtherSide(tx, side);
  if (others.some((one) => comparedAddress(one) === address)) throw new Problem('national-and-ops');
}
