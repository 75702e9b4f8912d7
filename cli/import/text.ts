// A file's bytes as text: the encoding is stated or UTF-8, and what does not fit it is an error, never another letter.
import { readFile } from 'node:fs/promises';
import { decode } from 'iconv-lite';
import { WrongUse } from '../shared/command.ts';

/** What can be stated, each as the file's maker calls it. */
export const encodings = ['utf-8', 'utf-16le', 'utf-16be', 'windows-1252'] as const;
export type Encoding = (typeof encodings)[number];

/** The file cannot be imported as it is; nothing was filed. */
export class UnreadableFile extends WrongUse {
  override readonly name = 'UnreadableFile';
}

const marks: [Encoding, number[]][] = [
  ['utf-8', [0xef, 0xbb, 0xbf]],
  ['utf-16le', [0xff, 0xfe]],
  ['utf-16be', [0xfe, 0xff]],
];

/**
 * The text of the file at `path`. A byte order mark says the encoding; then `stated`, then UTF-8. Throws
 * `UnreadableFile` when there is no such file or its bytes are not of that encoding.
 */
export async function readText(path: string, stated: Encoding | undefined): Promise<string> {
  const bytes = await readFile(path).catch(() => {
    throw new UnreadableFile(`Cannot read ${path}.`);
  });
  const marked = marks.find(([, mark]) => mark.every((byte, n) => bytes[n] === byte))?.[0];
  const encoding = marked ?? stated ?? 'utf-8';
  try {
    return textOf(bytes, encoding);
  } catch {
    const line = lineOfFirstFault(bytes, encoding);
    throw new UnreadableFile(
      `${path} is not ${encoding} (line ${line}). Say which encoding it has by --encoding: ${encodings.join(', ')}. Excel on Windows saves windows-1252 unless asked for "CSV UTF-8".`,
    );
  }
}

/** Throws a TypeError when a byte does not fit. Node's own decoder reads Windows-1252 as Latin-1. */
function textOf(bytes: Buffer, encoding: Encoding, options: { stream?: boolean } = {}): string {
  if (encoding !== 'windows-1252') return new TextDecoder(encoding, { fatal: true }).decode(bytes, options);
  const text = decode(bytes, encoding);
  if (text.includes('\uFFFD')) throw new TypeError('No letter of windows-1252.');
  return text;
}

/** Lines up to the first byte that does not fit, by halving. */
function lineOfFirstFault(bytes: Buffer, encoding: Encoding): number {
  const fits = (length: number) => {
    try {
      textOf(bytes.subarray(0, length), encoding, { stream: true });
      return true;
    } catch {
      return false;
    }
  };
  let [good, bad] = [0, bytes.length];
  while (bad - good > 1) {
    const middle = (good + bad) >> 1;
    if (fits(middle)) good = middle;
    else bad = middle;
  }
  return bytes.subarray(0, good).filter((byte) => byte === 0x0a).length + 1;
}
