// CSV that a spreadsheet opens as it is: RFC 4180, UTF-8 with a mark that says so, formulas made harmless.
import type { Cell, ExportRow } from '../../db/figures/export-rows.ts';

/** A cell as text. Times are RFC 3339 in UTC. */
function text(cell: Cell | undefined): string {
  if (cell === null || cell === undefined) return '';
  return cell instanceof Date ? cell.toISOString() : String(cell);
}

/**
 * Where a formula would begin: at the start of a cell, and after what a spreadsheet may split a cell at. With the
 * settings of Indonesia Excel splits lines at `;`, and knows our quotation marks no more.
 */
const formula = /^(?=[\t\r])|(^|[;|\t\r\n])(["\s]*)(?=[=+\-@＝＋－＠])/g;

/** A text that a spreadsheet would take for a formula, whole or in part, gets an apostrophe before it. */
function harmless(cell: Cell | undefined): string {
  return typeof cell === 'string' ? cell.replaceAll(formula, "$1$2'") : text(cell);
}

function quoted(cell: Cell | undefined): string {
  const value = harmless(cell);
  return /[",\r\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value;
}

/** snake_case, as the tools that read it expect. */
export function columnName(key: string): string {
  return key.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}

/** Without it Excel reads UTF-8 as the code page of its machine. Readers of tables skip it. */
const byteOrderMark = '\uFEFF';

/** The header, then a line a row. Without rows only `columns`. */
export async function* csv(
  batches: AsyncIterable<ExportRow[]>,
  columns: readonly string[],
): AsyncGenerator<string> {
  yield `${byteOrderMark}${columns.map(columnName).join(',')}\r\n`;
  for await (const rows of batches) {
    yield rows.map((row) => `${columns.map((key) => quoted(row[key])).join(',')}\r\n`).join('');
  }
}
