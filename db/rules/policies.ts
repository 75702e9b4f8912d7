// The versions of the policy; the newest is in force (reading 7).
import type { Policy } from '../../sop/policy/policy.ts';
import type { Db } from '../connection/client.ts';
import { one } from '../connection/rows.ts';

export interface PolicyRow {
  version: number;
  document: Policy;
  createdBy: string;
  createdAt: Date;
}

const columns = ['version', 'document', 'created_by', 'created_at'];

/** The newest version of the policy (reading 7). Throws when none was ever stored. */
export async function policyInForce(db: Db): Promise<PolicyRow> {
  const [row] = await db<PolicyRow[]>`
    select ${db(columns)} from policies order by version desc limit 1`;
  if (!row) throw new Error('No policy is stored; the database was migrated but not seeded.');
  return row;
}

/** The newest first, at most that many. */
export async function policyVersions(db: Db, most: number): Promise<PolicyRow[]> {
  return db<PolicyRow[]>`select ${db(columns)} from policies order by version desc limit ${most}`;
}

export async function addPolicy(db: Db, document: Policy, createdBy: string): Promise<number> {
  const rows = await db<{ version: number }[]>`
    insert into policies (name, document, created_by)
    values (${document.name}, ${db.json(document)}, ${createdBy}) returning version`;
  return one(rows).version;
}
