// reading 21: who is a duplicate is no original, and the other way round; both are locked while it is found out.
import type { Db, Sql } from '../connection/client.ts';
import { isInvolved } from './involved.ts';

export interface Claim {
  number: string;
  original: string;
  /** The office that decides; it must see the original. */
  officeId: string;
  /** Of this decision, so that trying again claims once. */
  token: string;
}

/**
 * Claims `original` for `number`: true when it is seen by the office, neither rejected nor withdrawn, and neither is nor
 * is about to be a duplicate itself. Locks both in the order of their numbers, so that of two at once one is refused.
 */
export async function claimOriginal(sql: Sql, claim: Claim): Promise<boolean> {
  const { number, original, officeId, token } = claim;
  return sql.begin(async (tx) => {
    await tx`select from complaints where number in (${number}, ${original}) order by number for update`;
    const [office] = await tx<{ level: string }[]>`select level from offices where id = ${officeId}`;
    const [fit] = await tx`
      select from complaints c where number = ${original} and number <> ${number}
        and status not in ('rejected', 'withdrawn') and duplicate_of is null
        and not exists (select from duplicate_claims d where d.number = c.number and d.original is not null)`;
    const eyes = office?.level === 'national' ? null : officeId;
    if (!fit || !(await isInvolved(tx, original, eyes))) return false;
    await tx`
      insert into duplicate_claims as d (number, original, token) values (${number}, ${original}, ${token})
      on conflict (number) do update set original = excluded.original, token = excluded.token, at = now()
      where d.token <> excluded.token`;
    const [own] = await tx`
      select from duplicate_claims where number = ${number} and original = ${original} and token = ${token}`;
    return own !== undefined;
  });
}

/** It is no duplicate after all: an objection took it up again. */
export async function forgetClaim(tx: Db, number: string): Promise<void> {
  await tx`delete from duplicate_claims where number = ${number}`;
}

/** Gives the claim of that decision up, also one that is still on its way. */
export async function releaseOriginal(
  sql: Sql,
  { number, token }: Pick<Claim, 'number' | 'token'>,
): Promise<void> {
  await sql`
    insert into duplicate_claims (number, original, token) values (${number}, null, ${token})
    on conflict (number) do update set original = null, token = excluded.token, at = now()`;
}
