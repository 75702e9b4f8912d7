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
import { type Way, wayOf, wayOfPart } from './ways.ts';

type Cleaner = (content: Buffer) => Buffer | Promise<Buffer>;

const cleaners: Record<Way, Cleaner> = {
  jpeg: cleanJpeg,
  png: cleanPng,
  webp: cleanWebp,
  gif: cleanGif,
  'iso-media': cleanIsoMedia,
  mp3: cleanMp3,
  pdf: cleanPdf,
  ooxml: (content) => cleanOoxml(content, cleanEmbedded),
  'open-document': (content) => cleanOpenDocument(content, cleanEmbedded),
  // What is written there is all there is.
  text: (content) => content,
};

/** The cleaned file. Throws `CannotClean`, and other errors for what is broken. */
export async function clean(content: Buffer, mediaType: string): Promise<Buffer> {
  const way = wayOf(mediaType);
  if (!way) throw new CannotClean('a kind that cannot be cleaned');
  return cleaners[way](content);
}

async function cleanEmbedded(content: Buffer): Promise<Buffer> {
  const way = wayOfPart((await fileTypeFromBuffer(content))?.mime ?? '');
  if (!way) throw new CannotClean('a document that holds a file of another kind');
  return cleaners[way](content);
}
