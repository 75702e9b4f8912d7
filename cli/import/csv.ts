// Records of a CSV text with the line each begins on; after one that cannot be read, reading goes on at the next line.
import { parse } from 'csv-parse/sync';
import { familiar } from './columns.ts';

export interface CsvRecord {
  /** From 1, the header included. */
  line: number;
  cells: string[];
}
export type CsvFault = { line: number; problem: string };

const separators = [',', ';', '\t', '|'];
const atOnce = 500;
const openQuote = 'a quote that does not close';
const strayQuote = 'a quote within a cell';
const common = { relax_column_count: true, skip_empty_lines: true, trim: true };

/** The sign that makes most columns of the header line. Excel writes `;` where the comma is decimal. */
export function separatorOf(text: string): string {
  const [line = ''] = text.split(/\r?\n|\r/, 1);
  const known = (sign: string) => familiar(line.split(sign).map((name) => name.replaceAll('"', '').trim()));
  return separators.toSorted((a, b) => known(b) - known(a))[0] ?? ',';
}

/**
 * Each record in turn. A quote that never closes, or one that swallowed the lines after it, costs the line it stands
 * on: `width` cells make a record, and one over several lines that has another number is read again line by line.
 */
export function* csvRecords(text: string, separator: string): Generator<CsvRecord | CsvFault> {
  let rest = Buffer.from(text);
  let line = 1;
  let width: number | undefined;
  const take = (bytes: number) => {
    line += rest.subarray(0, bytes).filter((byte) => byte === 0x0a).length;
    rest = rest.subarray(bytes);
  };
  while (rest.length > 0) {
    const { found, fault } = parseSome(rest, separator);
    let begin = 0;
    let broken = fault;
    for (const { cells, end } of found) {
      const from = begin + blankBefore(rest.subarray(begin, end));
      const lines = rest.subarray(from, end).filter((byte) => byte === 0x0a).length;
      width ??= cells.length;
      const at = line + rest.subarray(0, from).filter((byte) => byte === 0x0a).length;
      if (cells.length !== width && lines > 1) {
        broken = openQuote;
        break;
      }
      begin = end;
      if (cells.length === width) yield { line: at, cells };
      else yield { line: at, problem: `${cells.length} cells where the header has ${width}` };
    }
    take(begin);
    if (broken === undefined) {
      if (found.length === 0) return;
      continue;
    }
    take(blankBefore(rest));
    const next = rest.indexOf(0x0a);
    const end = next < 0 ? rest.length : next + 1;
    const cells = broken === strayQuote ? cellsOfLine(rest.subarray(0, end), separator) : undefined;
    yield cells?.length === width ? { line, cells: cells ?? [] } : { line, problem: broken };
    take(end);
  }
}

function parseSome(
  bytes: Buffer,
  delimiter: string,
): { found: { cells: string[]; end: number }[]; fault: string | undefined } {
  const found: { cells: string[]; end: number }[] = [];
  try {
    parse(bytes, {
      ...common,
      delimiter,
      to: atOnce,
      on_record: (cells: string[], { bytes: end }) => {
        found.push({ cells, end });
        return null;
      },
    });
    return { found, fault: undefined };
  } catch (error) {
    const { code = '', message } = error as Error & { code?: string };
    const fault = code === 'INVALID_OPENING_QUOTE' ? strayQuote : /QUOTE/.test(code) ? openQuote : message;
    return { found, fault };
  }
}

/** One line whose quotes stand within cells, as an inch sign does: they are letters like others. */
function cellsOfLine(bytes: Buffer, delimiter: string): string[] | undefined {
  try {
    return parse(bytes, { ...common, delimiter, relax_quotes: true })[0];
  } catch {
    return undefined;
  }
}

/** Bytes of empty lines at the beginning. */
function blankBefore(bytes: Buffer): number {
  let n = 0;
  while (bytes[n] === 0x0a || bytes[n] === 0x0d) n += 1;
  return n;
}
