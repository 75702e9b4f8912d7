// Internal notes: what officers write to each other beside the decisions.
import type { Db } from '../connection/client.ts';
import { channels } from '../connection/channels.ts';
import { asked } from '../connection/rows.ts';

export interface NoteRow {
  number: string;
  at: Date;
  office: string;
  name: string;
  text: string;
}

export interface NewNote {
  number: string;
  officeId: string;
  username: string;
  name: string;
  text: string;
}

/** Adds it and tells whoever looks on. */
export async function addNote(db: Db, { number, officeId, username, name, text }: NewNote): Promise<void> {
  await db`
    with added as (
      insert into notes (number, office_id, username, name, text)
      values (${number}, ${officeId}, ${username}, ${name}, ${text}) returning number
    ) select pg_notify(${channels.complaints}, number) from added`;
}

/** The same of many, each of another report; whoever looks on is told already. */
export async function addNotes(db: Db, notes: readonly NewNote[]): Promise<void> {
  await db`
    insert into notes (number, office_id, username, name, text)
    select n.number, n."officeId", n.username, n.name, n.text
    from jsonb_to_recordset(${db.json(notes as NewNote[])})
      as n (number text, "officeId" text, username text, name text, text text)`;
}

export async function notesOf(db: Db, number: string): Promise<NoteRow[]> {
  const rows = await db<NoteRow[]>`
    select n.number, n.at, o.name as office, n.name, n.text from notes n join offices o on o.id = n.office_id
    where n.number = ${number} order by n.at, n.id`;
  return asked(rows, 'number', number);
}
