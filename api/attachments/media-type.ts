// What a file is, by its content; what it is called decides only between plain text and a table of it.
import { readFile } from 'node:fs/promises';
import { extname } from 'node:path';
import { fileTypeFromFile } from 'file-type';

/** What is taken, with the endings that a name of it may have, the usual one first. */
const taken: Record<string, readonly string[]> = {
  'application/pdf': ['.pdf'],
  'image/jpeg': ['.jpg', '.jpeg', '.jpe', '.jfif'],
  'image/png': ['.png'],
  'image/webp': ['.webp'],
  'image/gif': ['.gif'],
  'image/heic': ['.heic', '.heif'],
  'image/heif': ['.heif', '.heic'],
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': ['.docx'],
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': ['.xlsx'],
  'application/vnd.openxmlformats-officedocument.presentationml.presentation': ['.pptx'],
  'application/vnd.oasis.opendocument.text': ['.odt'],
  'application/vnd.oasis.opendocument.spreadsheet': ['.ods'],
  'video/mp4': ['.mp4'],
  'audio/mpeg': ['.mp3'],
  'audio/x-m4a': ['.m4a'],
  'audio/ogg': ['.ogg', '.oga', '.opus'],
  'video/ogg': ['.ogv', '.ogg'],
  'text/plain': ['.txt'],
  'text/csv': ['.csv'],
};

/** For people, in Indonesian. */
export const takenInWords =
  'PDF, gambar (JPEG, PNG, WebP, GIF, HEIC), dokumen (DOCX, XLSX, PPTX, ODT, ODS), rekaman (MP4, MP3, M4A, OGG), dan teks (TXT, CSV)';

/** The media type of the file at `path`; undefined: it is none of those that are taken. */
export async function mediaTypeOf(path: string, name: string): Promise<string | undefined> {
  const [found = ''] = (await fileTypeFromFile(path))?.mime.split(';') ?? [];
  if (found in taken && !found.startsWith('text/')) return found;
  const text = { '.txt': 'text/plain', '.csv': 'text/csv' }[extname(name).toLowerCase()];
  return text && isPlainText(await readFile(path)) ? text : undefined;
}

/** The endings that fit, the usual one first. */
export function endingsOf(mediaType: string): readonly string[] {
  return taken[mediaType] ?? [];
}

/** UTF-8 without control characters, and no markup: a browser would run that. */
function isPlainText(content: Buffer): boolean {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(content);
    return !/[^\P{Cc}\t\r\n]/u.test(text) && !text.trimStart().startsWith('<');
  } catch {
    return false;
  }
}
