// Seals anew, with the key of now, what other keys outside sealed: in batches, while the product runs (decision 52).
import { fileNamed } from '../attachments/attachments.ts';
import { dropUploadsOfOtherKeys } from '../attachments/uploads.ts';
import type { Db } from '../connection/client.ts';
import { identityOf } from '../people/identities.ts';
import { secretNamed } from './secrets.ts';

interface SealedColumn {
  table: string;
  id: string;
  type: 'text' | 'bigint' | 'uuid';
  column: string;
  boundTo: (id: string) => string;
}

/** All that is sealed by a key outside itself. What a report's own key seals stays as it is. */
const columns: readonly SealedColumn[] = [
  { table: 'sealed_secrets', id: 'name', type: 'text', column: 'sealed', boundTo: secretNamed },
  { table: 'identity_keys', id: 'number', type: 'text', column: 'wrapped', boundTo: identityOf },
  { table: 'attachment_names', id: 'attachment_id', type: 'uuid', column: 'sealed', boundTo: fileNamed },
  { table: 'register_followers', id: 'id', type: 'bigint', column: 'sealed', boundTo: () => 'follower' },
  {
    table: 'parting_addresses',
    id: 'notification_id',
    type: 'bigint',
    column: 'sealed',
    boundTo: () => 'parting',
  },
];
const batch = 500;
/** Before all there are. */
const lowest = { text: '', bigint: '0', uuid: '00000000-0000-0000-0000-000000000000' };

/**
 * Gives how many were sealed anew; afterwards nothing needs another key than the first, unless a process that has another
 * one first wrote meanwhile. Safe to repeat and to be broken off. Throws as `Vault.open`; what was done is done.
 */
export async function rotateKeys(db: Db): Promise<number> {
  let all = 0;
  for (const column of columns) all += await rotateColumn(db, column);
  // What comes in parts is here for minutes: it is sent anew.
  await dropUploadsOfOtherKeys(db, db.vault.heads.slice(0, 1));
  const [writing = ''] = db.vault.ids;
  await db`delete from identity_key_ids where id <> ${writing}`;
  return all;
}

async function rotateColumn(db: Db, { table, id, type, column, boundTo }: SealedColumn): Promise<number> {
  const { vault } = db;
  const [head = Buffer.of()] = vault.heads;
  let last = lowest[type];
  for (let all = 0; ; ) {
    const rows = await db.unsafe<{ id: string; sealed: Buffer; done: boolean }[]>(
      `select ${id}::text as id, ${column} as sealed, substring(${column} from 1 for ${head.length}) = $2::bytea as done
      from ${table} where ${id} > $1::${type} and ${column} is not null order by ${id} limit ${batch}`,
      [last, head],
    );
    const end = rows.at(-1);
    if (!end) return all;
    last = end.id;
    const given = rows
      .filter(({ done }) => !done)
      .map((row) => ({
        id: row.id,
        before: row.sealed.toString('hex'),
        sealed: vault.seal(vault.open(row.sealed, boundTo(row.id)), boundTo(row.id)).toString('hex'),
      }));
    // One that became another meanwhile is by the key of now.
    await db.unsafe(
      `update ${table} t set ${column} = decode(given.sealed, 'hex')
      from jsonb_to_recordset($1::text::jsonb) as given (id ${type}, before text, sealed text)
      where t.${id} = given.id and t.${column} = decode(given.before, 'hex')`,
      [JSON.stringify(given)],
    );
    all += given.length;
  }
}
