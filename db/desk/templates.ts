// An office's own texts for decisions.
import type { Db } from '../connection/client.ts';
import { one } from '../connection/rows.ts';

export interface TemplateRow {
  id: number;
  action: string;
  title: string;
  text: string;
  updatedBy: string;
  updatedAt: Date;
}

export async function templatesOf(db: Db, officeId: string): Promise<TemplateRow[]> {
  return db<TemplateRow[]>`
    select id, action, title, text, updated_by, updated_at from templates
    where office_id = ${officeId} order by action, title`;
}

/** Adds it, or replaces the one of that action and title. */
export async function putTemplate(
  db: Db,
  officeId: string,
  { action, title, text, updatedBy }: Pick<TemplateRow, 'action' | 'title' | 'text' | 'updatedBy'>,
): Promise<TemplateRow> {
  const rows = await db<TemplateRow[]>`
    insert into templates (office_id, action, title, text, updated_by)
    values (${officeId}, ${action}, ${title}, ${text}, ${updatedBy})
    on conflict (office_id, action, title) do update set text = excluded.text, updated_by = excluded.updated_by,
      updated_at = now()
    returning id, action, title, text, updated_by, updated_at`;
  return one(rows);
}

/** False when the office has no such template. */
export async function removeTemplate(db: Db, officeId: string, id: number): Promise<boolean> {
  const rows = await db`delete from templates where id = ${id} and office_id = ${officeId} returning id`;
  return rows.length > 0;
}
