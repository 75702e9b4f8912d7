// Makes a database ready to serve: the newest schema, a calendar and a policy.
import { readFile } from 'node:fs/promises';
import type { Policy } from '../../sop/policy/policy.ts';
import { policies } from '../../sop/policy/policy.ts';
import { parsePolicy } from '../../sop/policy/policy.schema.ts';
import { shippedDays, shippedHours } from '../../sop/time/shipped-calendar.ts';
import { type Standing, standingOf } from './app-role.ts';
import { type Db, openDatabase } from '../connection/client.ts';
import { foldFigures } from '../figures/fold.ts';
import type { KeyRing } from '../../settings/kinds/payload-keys.ts';
import { contactKey, requireKeys } from '../secrets/secrets.ts';
import { migrate } from './migrate.ts';
import { addPolicy } from '../rules/policies.ts';
import { maskUnmasked } from '../public/public-texts.ts';
import { oweRecomputation } from '../rules/recomputations.ts';

/**
 * Migrates `url`, masks public texts that an earlier release left as they were, folds figures that wait, fills an empty calendar and policy table with what is shipped, and puts the policy of `policyFile`
 * (the setting SLA_POLICY_FILE) in force; another policy than before owes open deadlines a recomputation. Gives the role
 * that the app is to act as, and whether its login could do more. Safe to repeat and to run at once in several
 * processes. `keys` open who reports there. Throws with the place of the error when the file is not a policy, and with the ids of
 * the keys that are missing among `keys`; then nothing was changed but the schema.
 */
export async function prepareDatabase(url: string, policyFile?: string, keys?: KeyRing): Promise<Standing> {
  const policy = policyFile ? parsePolicy(await readPolicyFile(policyFile), policyFile) : undefined;
  await migrate(url);
  const standing = await standingOf(url);
  const sql = openDatabase(url, { max: 1, role: standing.role, keys });
  try {
    if (keys) {
      await requireKeys(sql);
      // Made here, so that no transaction that comes to nothing is the first to need it.
      await contactKey(sql);
    }
    await sql.begin(async (tx) => {
      await tx`lock table policies in exclusive mode`;
      await seedCalendar(tx);
      await putPolicy(tx, policy);
    });
    await maskUnmasked(sql);
    await foldFigures(sql);
    return standing;
  } finally {
    await sql.end();
  }
}

async function readPolicyFile(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    throw new Error(`SLA_POLICY_FILE: cannot read ${file}.`, { cause: error });
  }
}

async function seedCalendar(tx: Db): Promise<void> {
  const [known] = await tx`select from calendar_hours limit 1`;
  if (known) return;
  await tx`insert into calendar_days ${tx(shippedDays, 'date', 'name', 'kind')} on conflict do nothing`;
  for (const { name, from, to, week } of shippedHours) {
    await tx`
      insert into calendar_hours (name, from_date, to_date, hours)
      values (${name}, ${from}, ${to}, ${tx.json(week)})`;
  }
}

/** A drill's policy from a file does not outlive the drill: without a file, the shipped one comes back. */
async function putPolicy(tx: Db, policy: Policy | undefined): Promise<void> {
  const document = policy ?? policies.sop;
  const [inForce] = await tx<{ same: boolean; createdBy: string }[]>`
    select document = ${tx.json(document)} as same, created_by
    from policies order by version desc limit 1`;
  if (policy ? inForce?.same : inForce && inForce.createdBy !== 'file') return;
  const by = policy ? 'file' : 'system';
  await addPolicy(tx, document, by);
  // reading 7: whoever starts next tells the open complaints.
  if (inForce && !inForce.same && (await anyOpen(tx))) {
    await oweRecomputation(tx, `Kebijakan "${document.name}" (${policy ? 'berkas' : 'bawaan'})`, by);
  }
}

async function anyOpen(tx: Db): Promise<boolean> {
  const [open] = await tx`select from complaints where ended_at is null limit 1`;
  return open !== undefined;
}
