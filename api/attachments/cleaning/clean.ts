// reading 33: a file without what tells who made it, with what, when and where. Kept is what is named, by each kind's own
// list; what cannot be cleaned for certain is not passed on.
import { fileTypeFromBuffer } from 'file-type';
import { CannotClean } from './cannot-clean.ts';
import { cleanGif } from './pictures/gif.ts';
import { cleanIsoMedia } from './media/iso-media.ts';
import { cleanJpeg } from './pictures/jpeg.ts';
import { cleanMp3 } from './media/mp3.ts';
import { cleanOoxml } from './documents/ooxml.ts';
import { cleanOpenDocument } from './documents/open-document.ts';
import { cleanPdf } from './documents/pdf.ts';
import { cleanPng } from './pictures/png.ts';
import { cleanWebp } from './pictures/webp.ts';

type Cleaner = (content: Buffer) => Buffer | Promise<Buffer>;

const embeddable: Record<string, Cleaner> = {
  'image/jpeg': cleanJpeg,
  'image/png': cleanPng,
  'image/webp': cleanWebp,
  'image/gif': cleanGif,
  'image/heic': cleanIsoMedia,
  'image/heif': cleanIsoMedia,
  'image/heic-sequence': cleanIsoMedia,
  'image/heif-sequence': cleanIsoMedia,
  'video/mp4': cleanIsoMedia,
  'video/x-m4v': cleanIsoMedia,
  'video/quicktime': cleanIsoMedia,
  'video/3gpp': cleanIsoMedia,
  'video/3gpp2': cleanIsoMedia,
  'audio/x-m4a': cleanIsoMedia,
  'audio/mpeg': cleanMp3,
};

/** Whether there is a way to clean that kind at all. */
export function isCleanable(mediaType: string): boolean {
  return cleanerOf(mediaType) !== undefined;
}

/** The cleaned file. Throws `CannotClean`, and other errors for what is broken. */
export async function clean(content: Buffer, mediaType: string): Promise<Buffer> {
  const cleaner = cleanerOf(mediaType);
  if (!cleaner) throw new CannotClean('a kind that cannot be cleaned');
  return cleaner(content);
}

function cleanerOf(mediaType: string): Cleaner | undefined {
  if (mediaType === 'application/pdf') return cleanPdf;
  if (mediaType.includes('.openxmlformats-')) return (content) => cleanOoxml(content, cleanEmbedded);
  if (mediaType.includes('.opendocument.')) return (content) => cleanOpenDocument(content, cleanEmbedded);
  // What is written there is all there is.
  if (mediaType.startsWith('text/')) return (content) => content;
  return embeddable[mediaType];
}

async function cleanEmbedded(content: Buffer): Promise<Buffer> {
  const cleaner = embeddable[(await fileTypeFromBuffer(content))?.mime ?? ''];
  if (!cleaner) throw new CannotClean('a document that holds a file of another kind');
  return cleaner(content);
}
