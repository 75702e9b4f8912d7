// Reads complaints from CSV or NDJSON, row by row with the number of its line; a bad row does not stop the rest.
import { createHash } from 'node:crypto';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { parse } from 'csv-parse';

export type Row =
  | { line: number; complaint: Record<string, unknown>; key: string }
  | { line: number; problem: string };

/** Line numbers count from 1, the CSV's header included. */
export function readRows(input: Readable, format: 'csv' | 'ndjson'): AsyncGenerator<Row> {
  return format === 'csv' ? readCsv(input) : readNdjson(input);
}

async function* readCsv(input: Readable): AsyncGenerator<Row> {
  const parser = input.pipe(
    parse({
      columns: true,
      bom: true,
      trim: true,
      info: true,
      relax_column_count: true,
      skip_empty_lines: true,
    }),
  );
  for await (const item of parser as AsyncIterable<{
    record: Record<string, string>;
    info: { lines: number; error?: Error };
  }>) {
    const line = item.info.lines;
    if (item.info.error) yield { line, problem: item.info.error.message };
    else yield toRow(line, fromColumns(item.record));
  }
}

async function* readNdjson(input: Readable): AsyncGenerator<Row> {
  let line = 0;
  for await (const text of createInterface({ input })) {
    line += 1;
    if (text.trim() === '') continue;
    try {
      const value: unknown = JSON.parse(text);
      if (typeof value !== 'object' || value === null || Array.isArray(value))
        throw new Error('not an object');
      yield toRow(line, { ...value });
    } catch (error) {
      yield { line, problem: `not a JSON object: ${error instanceof Error ? error.message : String(error)}` };
    }
  }
}

/** A row without an outside id is known again by its content. */
function toRow(line: number, complaint: Record<string, unknown>): Row {
  const outside = complaint.externalId;
  const identity = typeof outside === 'string' && outside !== '' ? outside : JSON.stringify(complaint);
  return { line, complaint, key: `import-${createHash('sha256').update(identity).digest('hex')}` };
}

/** CSV columns to the fields of POST /v1/complaints: `reporter.name` nests, an empty cell is absent. */
function fromColumns(record: Record<string, string>): Record<string, unknown> {
  const complaint: Record<string, unknown> = {};
  const reporter: Record<string, string> = {};
  for (const [column, value] of Object.entries(record)) {
    if (value === '') continue;
    if (column.startsWith('reporter.')) reporter[column.slice('reporter.'.length)] = value;
    else if (column === 'oversight') complaint.oversight = ['true', '1', 'ya'].includes(value.toLowerCase());
    else complaint[column] = value;
  }
  if (Object.keys(reporter).length > 0) complaint.reporter = reporter;
  return complaint;
}
