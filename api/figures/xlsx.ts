// XLSX: one sheet with a header that stays, real dates and numbers. Text is text there, so no formula can hide in it.
import writeExcelFile from 'write-excel-file/node';
import type { Cell, ExportRow } from '../../db/figures/export-rows.ts';
import { type Zone, zones } from '../../sop/offices.ts';
import { zoned } from '../values/zoned.ts';
import { columnName } from './csv.ts';

/** Rows beyond which a workbook would not fit in memory; the CSV has no such bound. */
const maxRows = 50_000;

/**
 * The workbook's bytes. A date of a workbook knows no zone: those of `times` are in `zone`, and their headers say so.
 * Throws `RangeError` past `maxRows`.
 */
export async function xlsx(
  batches: AsyncIterable<ExportRow[]>,
  columns: readonly string[],
  { sheet, times, zone }: { sheet: string; times: ReadonlySet<string>; zone: Zone },
): Promise<Buffer> {
  const data: (Cell | { value: string; fontWeight: 'bold' })[][] = [
    columns.map((key) => ({
      value: times.has(key) ? `${columnName(key)} (${zones[zone].name})` : columnName(key),
      fontWeight: 'bold' as const,
    })),
  ];
  // The library writes the UTC of a date.
  const local = (cell: Cell) =>
    cell instanceof Date ? new Date(`${zoned(cell, zone).slice(0, -6)}Z`) : cell;
  for await (const rows of batches) {
    for (const row of rows) data.push(columns.map((key) => local(row[key] ?? null)));
    if (data.length > maxRows) throw new RangeError(`More than ${maxRows} rows.`);
  }
  return writeExcelFile(data, {
    sheet,
    stickyRowsCount: 1,
    dateFormat: 'yyyy-mm-dd hh:mm',
    columns: columns.map(() => ({ width: 20 })),
  }).toBuffer();
}
