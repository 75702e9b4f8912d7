// Every attachment that was accepted is on record, and its file is what was sent.
import { readdirSync } from 'node:fs';
import { checkAttachments } from '../../../../cli/shared/check-attachments.ts';
import type { Sql } from '../../../../db/connection/client.ts';
import { FileStore } from '../../../../store/file-store.ts';
import type { Ledger } from '../load/ledger.ts';

export async function auditFiles(
  sql: Sql,
  ledger: Ledger,
  folder: string,
): Promise<{ attachments: number; filesLeftOver: number }> {
  const rows = await sql<{ id: string; number: string; sha256: string }[]>`
    select id, number, encode(sha256, 'hex') as sha256 from attachments`;
  const known = new Map(rows.map((row) => [row.id, row]));
  for (const { id, number, sha256 } of ledger.attached) {
    const row = known.get(id);
    if (!row) ledger.wrong({ what: 'attachment-lost', detail: `${number} ${id}` });
    else if (row.number !== number || row.sha256 !== sha256)
      ledger.wrong({ what: 'attachment-another', detail: `${number} ${id}` });
  }
  const told = new Set(ledger.attached.map(({ id }) => id));
  if (told.size !== ledger.attached.length) ledger.wrong({ what: 'attachment-answered-alike', detail: '' });
  for (const { id, number } of rows)
    if (!told.has(id)) ledger.wrong({ what: 'attachment-of-nobody', detail: `${number} ${id}` });
  const { whole, lost } = await checkAttachments(sql, new FileStore(folder));
  for (const one of lost) ledger.wrong({ what: `file-${one.what}`, detail: `${one.number} ${one.id}` });
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((one) => one.isFile());
  return { attachments: whole, filesLeftOver: files.length - whole };
}
