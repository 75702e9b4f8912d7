import type { Policy } from '../../sop/policy.ts';
import type { Db } from '../client.ts';

/** The newest version of the policy (reading 7). Throws when none was ever stored. */
export async function policyInForce(
  db: Db,
): Promise<{ version: number; document: Policy; createdBy: string }> {
  const [row] = await db<{ version: number; document: Policy; createdBy: string }[]>`
    select version, document, created_by from policies order by version desc limit 1`;
  if (!row) throw new Error('No policy is stored; the database was migrated but not seeded.');
  return row;
}
