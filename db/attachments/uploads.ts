// Files that come in parts (decision 56): what there is of each, sealed like who reports, until it is an attachment or nobody goes on with it.
import type { Db, Piece } from '../connection/client.ts';
import { asked } from '../connection/rows.ts';
import type { Visibility } from './attachments.ts';

/** How long nothing of it may come. */
export const hoursKept = 24;
/** Of a report's reporter, and of the offices together: as many as may be attached. */
const most = 20;

export interface UploadRow {
  id: string;
  number: string;
  /** Null: the reporter's. */
  username: string | null;
  visibility: Visibility;
  /** In bytes: as it was declared, and how much of it is here. */
  length: number;
  received: number;
  /** What it became. */
  attachmentId: string | null;
  touchedAt: Date;
}

export interface NewUpload extends Pick<UploadRow, 'id' | 'number' | 'username' | 'visibility' | 'length'> {
  key: string | undefined;
  /** As its sender calls the file. */
  name: string;
}

/** What binds a part, and the name, to its upload. */
const partOf = (id: string, start: number) => `part of ${id} from ${start}`;
const nameOf = (id: string) => `name of ${id}`;

const columns = (db: Db) =>
  db`u.id, u.number, u.username, u.visibility, u.length, u.received, u.attachment_id, u.touched_at`;

/** What was begun under this key for that report. */
export async function uploadUnder(db: Db, number: string, key: string): Promise<UploadRow | undefined> {
  const rows = await db<UploadRow[]>`
    select ${columns(db)} from uploads u where u.number = ${number} and u.key = ${key}`;
  return asked(rows, 'number', number)[0];
}

/** The sender's own; another's is as good as none. */
export async function uploadOf(
  db: Db,
  { id, number, username }: Pick<UploadRow, 'id' | 'number' | 'username'>,
): Promise<UploadRow | undefined> {
  const rows = await db<UploadRow[]>`
    select ${columns(db)} from uploads u
    where u.id = ${id} and u.number = ${number} and u.username is not distinct from ${username}`;
  return asked(asked(rows, 'number', number), 'id', id)[0];
}

/** In the transaction that has locked its complaint. Of those of its side that were touched longest ago none is left beyond the twentieth. */
export async function insertUpload(tx: Db, u: NewUpload): Promise<void> {
  const sealed = tx.vault.seal(Buffer.from(u.name), nameOf(u.id));
  await tx`
    insert into uploads (id, number, username, visibility, key, sealed_name, length)
    values (${u.id}, ${u.number}, ${u.username}, ${u.visibility}, ${u.key ?? null}, ${sealed}, ${u.length})`;
  await tx`
    delete from uploads using (
      select id, row_number() over (partition by attachment_id is null order by touched_at desc, id = ${u.id} desc) as nth
      from uploads where number = ${u.number} and (username is null) = ${u.username === null}
    ) ranked
    where uploads.id = ranked.id and nth > ${most}`;
}

/**
 * Adds what follows `start`, and counts it, by one statement: both are there or neither. False: it goes on elsewhere by now, is
 * gone, or that would be more than was declared.
 */
export async function appendPart(
  db: Db,
  { id }: Pick<UploadRow, 'id'>,
  start: number,
  content: Buffer,
): Promise<boolean> {
  const sealed = db.vault.seal(content, partOf(id, start));
  const rows = await db<{ id: string }[]>`
    with counted as (
      update uploads set received = received + ${content.length}, touched_at = now()
      where id = ${id} and received = ${start} and received + ${content.length} <= length
      returning id
    )
    insert into upload_parts (upload_id, start, sealed) select id, ${start}::integer, ${sealed}::bytea from counted
    returning upload_id as id`;
  return asked(rows, 'id', id).length > 0;
}

/** What it holds, a part at a time; ends where there is none, which is before its length once it has become an attachment. */
export async function* partsOf(
  db: Db,
  { id, length }: Pick<UploadRow, 'id' | 'length'>,
): AsyncGenerator<Buffer> {
  for (let start = 0; start < length; ) {
    const rows = await db<{ id: string; sealed: Buffer }[]>`
      select upload_id as id, sealed from upload_parts where upload_id = ${id} and start = ${start}`;
    const [row] = asked(rows, 'id', id);
    if (!row) return;
    const part = db.vault.open(row.sealed, partOf(id, start));
    yield part;
    start += part.length;
  }
}

/** As its sender calls the file; undefined: the upload is gone. */
export async function uploadName(db: Db, { id }: Pick<UploadRow, 'id'>): Promise<string | undefined> {
  const rows = await db<{ id: string; sealedName: Buffer }[]>`
    select id, sealed_name from uploads where id = ${id}`;
  const [row] = asked(rows, 'id', id);
  return row && db.vault.open(row.sealedName, nameOf(id)).toString();
}

/** It has become that attachment: its parts are needed no more. */
export async function finishUpload(
  db: Db,
  { id }: Pick<UploadRow, 'id'>,
  attachmentId: string,
): Promise<void> {
  await db`
    with finished as (
      update uploads set attachment_id = ${attachmentId}, touched_at = now() where id = ${id} returning id
    )
    delete from upload_parts where upload_id in (select id from finished)`;
}

/** Removes those of which nothing came for so long; gives how many. */
export async function dropOldUploads(db: Db): Promise<number> {
  const rows = await db`
    delete from uploads where touched_at < now() - make_interval(hours => ${hoursKept}) returning id`;
  return rows.length;
}

/**
 * Removes those of which something is sealed by another key than the ones that seal with these heads (see `Vault`): who sends
 * them begins anew.
 */
export async function dropUploadsOfOtherKeys(db: Db, heads: readonly Buffer[]): Promise<void> {
  const known = heads.map((head) => head.toString('hex'));
  const isOfOther = (sealed: Piece) => db`not exists (
    select from unnest(${known}::text[]) head
    where encode(substring(${sealed} from 1 for length(head) / 2), 'hex') = head)`;
  await db`
    delete from uploads u
    where ${isOfOther(db`u.sealed_name`)}
      or exists (select from upload_parts p where p.upload_id = u.id and ${isOfOther(db`p.sealed`)})`;
}
