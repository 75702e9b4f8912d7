// What a file is, by its content; what it is called decides only between plain text and a table of it.
import { readFile } from 'node:fs/promises';
import { extname } from 'node:path';
import { namesIn } from './compound-file.ts';
import { taken } from '../../../contract/attachments/kinds.ts';
import { isMpegAudio } from './mpeg-audio.ts';

/** The media type of the file at `path`; undefined: it is none of those that are taken. */
export async function mediaTypeOf(path: string, name: string): Promise<string | undefined> {
  // Loaded with the first file: most processes are long at rest before it.
  const { fileTypeFromBuffer } = await import('file-type');
  const content = await readFile(path);
  const [mime = ''] = (await fileTypeFromBuffer(content))?.mime.split(';') ?? [];
  const found = mime === 'application/x-cfb' ? oldOffice(content) : mime;
  if (found in taken && !found.startsWith('text/') && isSurely(found, content)) return found;
  const text = { '.txt': 'text/plain', '.csv': 'text/csv' }[extname(name).toLowerCase()];
  return text && isPlainText(content) ? text : undefined;
}

/** The endings that fit, the usual one first. */
export function endingsOf(mediaType: string): readonly string[] {
  return taken[mediaType] ?? [];
}

/** Few bytes tell some kinds, and begin many a text: of those, more than the first bytes has to be right. */
function isSurely(mediaType: string, content: Buffer): boolean {
  const begins = content.toString('latin1', 0, 8);
  switch (mediaType) {
    case 'audio/mpeg':
      return isMpegAudio(content);
    case 'application/pdf':
      return /^%PDF-\d/.test(begins);
    case 'image/gif':
      return /^GIF8[79]a/.test(begins);
    case 'image/jpeg':
      return (content[3] ?? 0) >= 0xc0 && content[3] !== 0xff;
    case 'audio/ogg':
    case 'video/ogg':
      return begins.startsWith('OggS\0');
    case 'video/quicktime':
      return begins.endsWith('ftyp') || boxesOf(content).includes('moov');
    default:
      return true;
  }
}

/** Of a film without a head: the boxes that fill it to its end; none when they do not. */
function boxesOf(content: Buffer): string[] {
  const found: string[] = [];
  for (let at = 0; at < content.length; ) {
    if (at + 8 > content.length) return [];
    const size = content.readUInt32BE(at) || content.length - at;
    const long = size === 1 && at + 16 <= content.length;
    const bytes = long ? Number(content.readBigUInt64BE(at + 8)) : size;
    if (bytes < 8 || at + bytes > content.length) return [];
    found.push(content.toString('latin1', at + 4, at + 8));
    at += bytes;
  }
  return found;
}

/** Of the many kinds in that container; none with macros, as of the newer ones. */
function oldOffice(content: Buffer): string {
  const names = namesIn(content);
  if (names.has('_VBA_PROJECT')) return '';
  if (names.has('WordDocument')) return 'application/msword';
  if (names.has('Workbook') || names.has('Book')) return 'application/vnd.ms-excel';
  return names.has('PowerPoint Document') ? 'application/vnd.ms-powerpoint' : '';
}

/** UTF-8, or UTF-16 that says so, without control characters, and no markup: a browser would run that. */
function isPlainText(content: Buffer): boolean {
  const mark = content.toString('hex', 0, 2);
  const encoding = { fffe: 'utf-16le', feff: 'utf-16be' }[mark] ?? 'utf-8';
  try {
    const text = new TextDecoder(encoding, { fatal: true }).decode(content);
    return !/[^\P{Cc}\t\r\n]/u.test(text) && !text.trimStart().startsWith('<');
  } catch {
    return false;
  }
}
