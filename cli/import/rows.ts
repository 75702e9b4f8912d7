// Complaints from CSV or NDJSON, row by row with the number of its line; a bad row does not stop the rest.
import { createHash } from 'node:crypto';
import { columnFaults, columns, unknownColumn } from './columns.ts';
import { type CsvRecord, csvRecords, separatorOf } from './csv.ts';
import { UnreadableFile } from './text.ts';

export type Row =
  | { line: number; complaint: Record<string, unknown>; key: string }
  | { line: number; problem: string };

/**
 * Line numbers count from 1, the CSV's header included. Throws `UnreadableFile` when the columns are not those of a
 * complaint, before the first row.
 */
export function* readRows(text: string, format: 'csv' | 'ndjson'): Generator<Row> {
  const seen = new Map<string, number>();
  for (const row of format === 'csv' ? readCsv(text) : readNdjson(text)) {
    const before = 'key' in row ? seen.get(row.key) : undefined;
    if (before !== undefined) yield { line: row.line, problem: `the same as line ${before}` };
    else {
      if ('key' in row) seen.set(row.key, row.line);
      yield row;
    }
  }
}

function* readCsv(text: string): Generator<Row> {
  const records = csvRecords(text, separatorOf(text));
  const header = records.next().value;
  if (!header) return;
  if ('problem' in header) throw new UnreadableFile(`line ${header.line}: ${header.problem}`);
  const faults = columnFaults(header.cells);
  if (faults.length > 0) {
    throw new UnreadableFile(
      [`line ${header.line}: ${faults.join('; ')}.`, `Columns are: ${columns.join(', ')}.`].join('\n'),
    );
  }
  for (const record of records) {
    yield 'problem' in record ? record : attempt(record.line, () => fromCells(header.cells, record));
  }
}

function* readNdjson(text: string): Generator<Row> {
  for (const [index, part] of text.split(/\r?\n/).entries()) {
    if (part.trim() !== '') yield attempt(index + 1, () => fromJson(part));
  }
}

function attempt(line: number, read: () => Record<string, unknown>): Row {
  try {
    return toRow(line, read());
  } catch (error) {
    return { line, problem: error instanceof Error ? error.message : String(error) };
  }
}

/** A row without an outside id is known again by its content. */
function toRow(line: number, complaint: Record<string, unknown>): Row {
  const outside = complaint.externalId;
  const identity = typeof outside === 'string' && outside !== '' ? outside : JSON.stringify(complaint);
  return { line, complaint, key: `import-${createHash('sha256').update(identity).digest('hex')}` };
}

/** Throws an Error that says what the line lacks. */
function fromJson(text: string): Record<string, unknown> {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    throw new Error(`not a JSON object: ${error instanceof Error ? error.message : String(error)}`, {
      cause: error,
    });
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new Error('not a JSON object');
  const names = Object.entries(value).flatMap(([name, inner]) =>
    name === 'reporter' && typeof inner === 'object' && inner !== null
      ? Object.keys(inner as object).map((part) => `reporter.${part}`)
      : [name],
  );
  const unknown = names.filter((name) => !columns.includes(name));
  if (unknown.length > 0) throw new Error(unknown.map(unknownColumn).join('; '));
  return { ...value };
}

const yes = ['true', '1', 'ya', 'benar'];
const no = ['false', '0', 'tidak', 'bukan'];

/** CSV columns to the fields of POST /v1/complaints: `reporter.name` nests, an empty cell is absent. */
function fromCells(names: readonly string[], { cells }: CsvRecord): Record<string, unknown> {
  const complaint: Record<string, unknown> = {};
  const reporter: Record<string, string> = {};
  for (const [n, column] of names.entries()) {
    const value = cells[n] ?? '';
    if (value === '') continue;
    if (column.startsWith('reporter.')) reporter[column.slice('reporter.'.length)] = value;
    else if (column === 'references') complaint[column] = asReferences(value);
    else if (column === 'point') complaint[column] = asPoint(value);
    else complaint[column] = booleans.has(column) ? asBoolean(column, value) : value;
  }
  if (Object.keys(reporter).length > 0) complaint.reporter = reporter;
  return complaint;
}

/** `source:number; source:number`, as an export writes them. */
function asReferences(value: string): { source: string; id: string }[] {
  return value.split(/;\s*/).map((one) => {
    const at = one.indexOf(':');
    if (at < 1 || at === one.length - 1) throw new Error(`references "${one}" is not source:number`);
    return { source: one.slice(0, at), id: one.slice(at + 1) };
  });
}

/** `latitude, longitude` in degrees. */
function asPoint(value: string): { latitude: number; longitude: number } {
  const [latitude, longitude, ...more] = value.split(/[,;]\s*|\s+/).map(Number);
  if (
    latitude === undefined ||
    longitude === undefined ||
    more.length > 0 ||
    Number.isNaN(latitude + longitude)
  )
    throw new Error(`point "${value}" is not latitude, longitude`);
  return { latitude, longitude };
}

const booleans = new Set(['oversight', 'backlog', 'notifyReporter']);

function asBoolean(column: string, value: string): boolean {
  const word = value.toLowerCase();
  if (yes.includes(word)) return true;
  if (no.includes(word)) return false;
  throw new Error(`${column} "${value}" is neither ${yes.join(', ')} nor ${no.join(', ')}`);
}
