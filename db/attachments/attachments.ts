// Attachments: what is written down of each file; its bytes lie in the store.
import type { Level, Status } from '../../sop/terms.ts';
import { fileNameOf } from '../../sop/texts/own-words.ts';
import type { Db } from '../connection/client.ts';
import { channels } from '../connection/channels.ts';
import { asked, one } from '../connection/rows.ts';
import { nowSpeaking } from '../offices/successions.ts';

export type Visibility = 'reporter' | 'internal';

export interface AttachmentRow {
  id: string;
  number: string;
  name: string;
  mediaType: string;
  bytes: number;
  sha256: Buffer;
  visibility: Visibility;
  /** Null: the reporter's. */
  office: string | null;
  officeId: string | null;
  officeLevel: Level | null;
  byName: string | null;
  at: Date;
  storageKey: string;
  /** What a virus scanner said of it; null: none was set when it came. */
  scan: 'waiting' | 'clean' | 'found' | null;
}

export interface NewAttachment
  extends Omit<AttachmentRow, 'office' | 'officeId' | 'officeLevel' | 'byName' | 'at' | 'scan'> {
  /** The officer; null: the reporter. */
  by: { officeId: string; username: string; name: string } | null;
}

type Kept = AttachmentRow & { sealed: Buffer | null };

/** What binds a name to its file. */
export const fileNamed = (id: string) => `file ${id}`;

function attachments(db: Db) {
  return db`
    select t.id, t.number, t.name, n.sealed, t.media_type, t.bytes, t.sha256, t.visibility, o.name as office,
      t.office_id, o.level as office_level, t.by_name, t.at,
      t.storage_key, s.state as scan
    from attachments t left join offices o on o.id = t.office_id left join scans s on s.attachment_id = t.id
      left join attachment_names n on n.attachment_id = t.id`;
}

/** By the name that it came with; once that is erased, and for files of before, as it is kept. */
function named({ vault }: Db, { sealed, ...row }: Kept): AttachmentRow {
  return sealed ? { ...row, name: vault.open(sealed, fileNamed(row.id)).toString() } : row;
}

/** The first first. Without `internal`, only what the reporter may see. */
export async function attachmentsOf(db: Db, number: string, internal: boolean): Promise<AttachmentRow[]> {
  const rows = await db<Kept[]>`
    ${attachments(db)} where t.number = ${number} and (${internal} or t.visibility = 'reporter') order by t.at, t.id`;
  return asked(rows, 'number', number).map((row) => named(db, row));
}

export async function attachmentById(
  db: Db,
  number: string,
  id: string,
  internal: boolean,
): Promise<AttachmentRow | undefined> {
  const rows = await db<Kept[]>`
    ${attachments(db)} where t.id = ${id} and t.number = ${number} and (${internal} or t.visibility = 'reporter')`;
  const [row] = asked(asked(rows, 'number', number), 'id', id);
  return row && named(db, row);
}

/** The same bytes, for the same readers, of the same complaint. */
export async function sameAttachment(
  db: Db,
  { number, sha256, visibility }: NewAttachment,
): Promise<AttachmentRow | undefined> {
  const rows = await db<Kept[]>`
    ${attachments(db)} where t.number = ${number} and t.sha256 = ${sha256} and t.visibility = ${visibility}`;
  const [row] = asked(rows, 'number', number);
  return row && named(db, row);
}

/** How many of it are the reporter's, or the offices' together. */
export async function countAdded(db: Db, number: string, byReporter: boolean): Promise<number> {
  const rows = await db<{ count: number }[]>`
    select count(*) from attachments where number = ${number} and (office_id is null) = ${byReporter}`;
  return one(rows).count;
}

export interface Standing {
  number: string;
  status: Status;
  endedAt: Date | null;
  holderId: string | null;
  /** That gave the answer, and who speaks for it now: where it has ended, its successor (reading 27). */
  answerOfficeIds: string[];
}

/** Where the complaint stands; its row is locked until the transaction ends. */
export async function lockedStanding(db: Db, number: string): Promise<Standing | undefined> {
  const rows = await db<Standing[]>`
    select number, status, ended_at, holder_id, array${nowSpeaking(db, db`c.answer_office_id`)} as answer_office_ids
    from complaints c where number = ${number} for update`;
  return asked(rows, 'number', number)[0];
}

/** Writes it down and tells whoever looks on. Its name is sealed (decision 52); in its place stands one of ours. */
export async function insertAttachment(db: Db, a: NewAttachment): Promise<void> {
  const name = `${fileNameOf(a.id)}${/\.\w{1,10}$/.exec(a.name)?.[0] ?? ''}`;
  const sealed = db.vault.seal(Buffer.from(a.name), fileNamed(a.id));
  await db`
    with added as (
      insert into attachments (id, number, name, media_type, bytes, sha256, visibility, office_id, username, by_name,
        storage_key)
      values (${a.id}, ${a.number}, ${name}, ${a.mediaType}, ${a.bytes}, ${a.sha256}, ${a.visibility},
        ${a.by?.officeId ?? null}, ${a.by?.username ?? null}, ${a.by?.name ?? null}, ${a.storageKey})
      returning id, number
    ), named as (
      insert into attachment_names (attachment_id, sealed) select id, ${sealed}::bytea from added
    )
    select pg_notify(${channels.complaints}, number) from added`;
}

/** All there are, a page at a time, after the id `after`; their names as they are kept, unopened. */
export async function attachmentsAfter(
  db: Db,
  after: string | undefined,
  limit: number,
): Promise<AttachmentRow[]> {
  return db<AttachmentRow[]>`
    ${attachments(db)} where ${after === undefined ? db`true` : db`t.id > ${after}`} order by t.id limit ${limit}`;
}
