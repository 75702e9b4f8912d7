// Internal notes: what officers write to each other beside the decisions, and what the system notes of what they did there.
import type { Db } from '../connection/client.ts';
import { channels } from '../connection/channels.ts';
import { asked } from '../connection/rows.ts';

export interface NoteRow {
  number: string;
  at: Date;
  office: string;
  name: string;
  text: string;
  /** Of a note of the system's; null: it is somebody's own words. */
  textEn: string | null;
}

export interface NewNote {
  number: string;
  officeId: string;
  username: string;
  name: string;
  text: string;
  textEn: string | null;
}

/** Adds it and tells whoever looks on. */
export async function addNote(db: Db, note: NewNote): Promise<void> {
  const { number, officeId, username, name, text, textEn } = note;
  await db`
    with added as (
      insert into notes (number, office_id, username, name, text, text_en)
      values (${number}, ${officeId}, ${username}, ${name}, ${text}, ${textEn}) returning number
    ) select pg_notify(${channels.complaints}, number) from added`;
}

/** The same of many, each of another report; whoever looks on is told already. */
export async function addNotes(db: Db, notes: readonly NewNote[]): Promise<void> {
  await db`
    insert into notes (number, office_id, username, name, text, text_en)
    select n.number, n."officeId", n.username, n.name, n.text, n."textEn"
    from jsonb_to_recordset(${db.json(notes as NewNote[])})
      as n (number text, "officeId" text, username text, name text, text text, "textEn" text)`;
}

export async function notesOf(db: Db, number: string): Promise<NoteRow[]> {
  const rows = await db<NoteRow[]>`
    select n.number, n.at, o.name as office, n.name, n.text, n.text_en
    from notes n join offices o on o.id = n.office_id
    where n.number = ${number} order by n.at, n.id`;
  return asked(rows, 'number', number);
}
