// CSV that a spreadsheet opens as it is: RFC 4180, UTF-8 with a mark that says so, formulas made harmless.
import { stringify } from 'csv-stringify/sync';
import type { ExportRow } from '../../db/figures/export-rows.ts';

/**
 * Where a formula would begin: at the start of a cell, and after what a spreadsheet may split a cell at. With the
 * settings of Indonesia Excel splits lines at `;`, and knows our quotation marks no more.
 */
const formula = /^(?=[\t\r])|(^|[;|\t\r\n])(["\s]*)(?=[=+\-@＝＋－＠])/g;

/** A text that a spreadsheet would take for a formula, whole or in part, gets an apostrophe before it. */
function harmless(text: string): string {
  return text.replaceAll(formula, "$1$2'");
}

const settings = {
  record_delimiter: 'windows',
  // A lone one ends a line for some readers, too.
  quoted_match: /[\r\n]/,
  cast: { string: harmless, boolean: String, date: (at: Date) => at.toISOString() },
} as const;

/** snake_case, as the tools that read it expect. */
export function columnName(key: string): string {
  return key.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}

/** The header, then a line a row. Without rows only `columns`. Times are RFC 3339 in UTC. */
export async function* csv(
  batches: AsyncIterable<ExportRow[]>,
  columns: readonly string[],
): AsyncGenerator<string> {
  // Without the mark Excel reads UTF-8 as the code page of its machine. Readers of tables skip it.
  yield stringify([columns.map(columnName)], { ...settings, bom: true });
  for await (const rows of batches) yield stringify(rows, { ...settings, columns });
}
