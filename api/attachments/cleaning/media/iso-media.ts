// MP4, QuickTime, 3GP, M4A and HEIC: boxes that make picture and sound stay where they are, all others are blanked.
import { blank, boxesIn, keepOnly, type Range } from './boxes.ts';
import { CannotClean } from '../cannot-clean.ts';
import { cleanMoov } from './film.ts';
import { cleanMeta, isOfPictures } from './heif.ts';

/** The same film or picture, of the same length. Throws `CannotClean` for one in fragments, and when it is broken. */
export function cleanIsoMedia(original: Buffer): Buffer {
  const content = Buffer.from(original);
  const boxes = boxesIn(content, 0, content.length);
  const kept: Range[] = [];
  let parts = 0;
  for (const box of boxes) {
    if (box.type === 'moof') throw new CannotClean('a film in fragments');
    if (box.type === 'moov') kept.push(...cleanMoov(content, box));
    else if (box.type === 'meta' && isOfPictures(content, box)) kept.push(...cleanMeta(content, box));
    else {
      if (box.type !== 'ftyp' && box.type !== 'mdat') blank(content, box);
      continue;
    }
    parts += 1;
  }
  if (parts === 0) throw new CannotClean('neither film nor picture');
  for (const box of boxes) if (box.type === 'mdat') keepOnly(content, box, kept);
  const last = boxes.at(-1)?.end ?? 0;
  return content.subarray(0, last);
}
