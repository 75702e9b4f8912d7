// When keys outside are lost for good: what they sealed is given up, so that the product goes on with the others (decision 52).
import { dropUploadsOfOtherKeys } from '../attachments/uploads.ts';
import type { Sql } from '../connection/client.ts';
import { forgotten } from '../public/register-followers.ts';

/** Gives up all that none of the keys opens. Gives of how many reports nobody knows any more who reported. */
export async function abandonLost(sql: Sql): Promise<number> {
  const heads = sql.vault.heads.map((head) => head.toString('hex'));
  return sql.begin(async (tx) => {
    const isLost = tx`not exists (
      select from unnest(${heads}::text[]) head where encode(substring(t.sealed from 1 for length(head) / 2), 'hex') = head)`;
    await tx`delete from sealed_secrets t where ${isLost}`;
    await dropUploadsOfOtherKeys(tx, sql.vault.heads);
    await tx`delete from attachment_names t where ${isLost}`;
    await tx`delete from parting_addresses t where t.sealed is not null and ${isLost}`;
    await tx`
      update register_followers t set ${forgotten(tx)} where t.sealed is not null and ${isLost}`;
    const lost = await tx<{ number: string }[]>`
      delete from identity_keys k using (select number, wrapped as sealed from identity_keys) t
      where k.number = t.number and ${isLost} returning k.number`;
    await tx`delete from identities where number = any(${lost.map(({ number }) => number)}::text[])`;
    await tx`delete from identity_key_ids where id <> all(${sql.vault.ids}::text[])`;
    return lost.length;
  });
}
