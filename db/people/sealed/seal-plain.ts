// Seals what the release before wrote in plain, once it runs no more: in batches, safe to repeat and to be broken off (decision 52).
import type { Db, Sql } from '../../connection/client.ts';
import { sealPlainSecrets } from '../../secrets/secrets.ts';
import { keepPersons, keptPerson, type KeptPerson, mayOpen, openEach } from '../identities.ts';
import { sealAddress } from './sealed-address.ts';

const batch = 200;

/** So long after the migration the release before may run, or come back. */
const graceHours = 24;

/**
 * A batch of it; nothing while the release before may run, unless `atOnce`. Gives how many people are sealed that were not:
 * 0 when no more wait.
 */
export async function sealPlain(sql: Sql, { atOnce = false } = {}): Promise<number> {
  const [migrated] = await sql`
    select from migrations
    where name = '0083_identities.sql' and (${atOnce} or ran_at < now() - make_interval(hours => ${graceHours}))`;
  if (!migrated) return 0;
  await sealPlainSecrets(sql);
  return (await sql.begin(sealIdentities)) + (await sql.begin(sealAddresses));
}

async function sealIdentities(tx: Db): Promise<number> {
  const locked = await tx<{ number: string }[]>`
    select number from identities i
    where (sealed is null or name <> '' or email is not null or phone is not null or nik is not null)
      and ${mayOpen(tx, tx`i.number`)}
    order by number limit ${batch} for update skip locked`;
  const numbers = locked.map(({ number }) => number);
  const rows = await tx<{ number: string; person: KeptPerson }[]>`
    select i.number, ${keptPerson(tx, tx`i.number`)} as person from identities i where i.number = any(${numbers}::text[])`;
  const opened = await openEach(tx, rows);
  await keepPersons(
    tx,
    opened.flatMap(({ row, person }) => (person ? [{ kept: row.person, person }] : [])),
  );
  return numbers.length;
}

/** Of who follows in the register, and those that were given up and are told still. */
async function sealAddresses(tx: Db): Promise<number> {
  const parting = await tx<{ id: number; email: string }[]>`
    select notification_id as id, email from parting_addresses where email is not null
    limit ${batch} for update skip locked`;
  for (const { id, email } of parting)
    await tx`
      update parting_addresses set email = null, sealed = ${sealAddress(tx, 'parting', email)} where notification_id = ${id}`;
  const followers = await tx<{ id: number; email: string }[]>`
    select id, email from register_followers where email is not null order by id limit ${batch} for update skip locked`;
  for (const { id, email } of followers)
    await tx`update register_followers set email = null, sealed = ${sealAddress(tx, 'follower', email)} where id = ${id}`;
  return parting.length + followers.length;
}
