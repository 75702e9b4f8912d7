// MPEG audio: the frames, without the tags around and between them.
import { afterTags, frameAt } from '../../kinds/mpeg-audio.ts';
import { CannotClean } from '../cannot-clean.ts';

/** Every frame that follows another or is followed by one. Throws `CannotClean` when there is none. */
export function cleanMp3(content: Buffer): Buffer {
  const frames: Buffer[] = [];
  let at = afterTags(content);
  for (let end = at; at < content.length; ) {
    const next = at + (frameAt(content, at) ?? 0);
    const isFrame = next > at && next <= content.length;
    if (isFrame && (at === end || frameAt(content, next) !== undefined)) {
      frames.push(content.subarray(at, next));
      end = next;
      at = next;
    } else {
      const found = content.indexOf(0xff, at + 1);
      at = found < 0 ? content.length : found;
    }
  }
  if (frames.length === 0) throw new CannotClean('no sound');
  return Buffer.concat(frames);
}
