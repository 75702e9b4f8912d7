// XLSX: one sheet with a header that stays, real dates and numbers. Text is text there, so no formula can hide in it.
import writeExcelFile from 'write-excel-file/node';
import type { Cell, ExportRow } from '../../db/queries/export-rows.ts';
import { columnName } from './csv.ts';

/** Rows beyond which a workbook would not fit in memory; the CSV has no such bound. */
const maxRows = 50_000;

/** The workbook's bytes. Throws `RangeError` past `maxRows`. */
export async function xlsx(
  batches: AsyncIterable<ExportRow[]>,
  columns: readonly string[],
  sheet: string,
): Promise<Buffer> {
  const data: (Cell | { value: string; fontWeight: 'bold' })[][] = [
    columns.map((key) => ({ value: columnName(key), fontWeight: 'bold' as const })),
  ];
  for await (const rows of batches) {
    for (const row of rows) data.push(columns.map((key) => row[key] ?? null));
    if (data.length > maxRows) throw new RangeError(`More than ${maxRows} rows.`);
  }
  return writeExcelFile(data, {
    sheet,
    stickyRowsCount: 1,
    dateFormat: 'yyyy-mm-dd hh:mm',
    columns: columns.map(() => ({ width: 20 })),
  }).toBuffer();
}
