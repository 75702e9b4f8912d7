// CSV that a spreadsheet opens as it is: RFC 4180, UTF-8, formulas made harmless.
import type { Cell, ExportRow } from '../../db/queries/export-rows.ts';

/** A cell as text. Times are RFC 3339 in UTC. */
function text(cell: Cell | undefined): string {
  if (cell === null || cell === undefined) return '';
  return cell instanceof Date ? cell.toISOString() : String(cell);
}

/** A text that a spreadsheet would take for a formula gets an apostrophe before it. */
function harmless(cell: Cell | undefined): string {
  const value = text(cell);
  return typeof cell === 'string' && /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
}

function quoted(cell: Cell | undefined): string {
  const value = harmless(cell);
  return /[",\r\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value;
}

/** snake_case, as the tools that read it expect. */
export function columnName(key: string): string {
  return key.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}

/** The header, then a line a row. Without rows only `columns`. */
export async function* csv(
  batches: AsyncIterable<ExportRow[]>,
  columns: readonly string[],
): AsyncGenerator<string> {
  yield `${columns.map(columnName).join(',')}\r\n`;
  for await (const rows of batches) {
    yield rows.map((row) => `${columns.map((key) => quoted(row[key])).join(',')}\r\n`).join('');
  }
}
