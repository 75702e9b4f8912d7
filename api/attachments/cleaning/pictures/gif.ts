// GIF: pictures, their timing and how often they repeat; no comments, no texts, no data of applications.
import { CannotClean } from '../cannot-clean.ts';

const [imageMark, extensionMark, endMark] = [0x2c, 0x21, 0x3b];
const [timing, application] = [0xf9, 0xff];

/** The same picture, what comes behind it left out too. Throws `CannotClean` when it is broken. */
export function cleanGif(content: Buffer): Buffer {
  const byte = (at: number) => {
    const value = content[at];
    if (value === undefined) throw new CannotClean('a GIF that was cut off');
    return value;
  };
  const coloursOf = (flags: number) => (flags & 0x80 ? 3 * 2 ** ((flags & 7) + 1) : 0);
  const endOfBlocks = (start: number) => {
    let at = start;
    while (byte(at) !== 0) at += byte(at) + 1;
    return at + 1;
  };
  let at = 13 + coloursOf(byte(10));
  const parts = [content.subarray(0, at)];
  for (;;) {
    const from = at;
    const mark = byte(at);
    if (mark === endMark) return Buffer.concat([...parts, Buffer.of(endMark)]);
    if (mark === imageMark) {
      at = endOfBlocks(at + 10 + coloursOf(byte(at + 9)) + 1);
      parts.push(content.subarray(from, at));
    } else if (mark === extensionMark) {
      at = endOfBlocks(at + 2);
      const repeats = /^(NETSCAPE2\.0|ANIMEXTS1\.0)$/.test(content.toString('latin1', from + 3, from + 14));
      const label = byte(from + 1);
      if (label === timing || (label === application && repeats)) parts.push(content.subarray(from, at));
    } else throw new CannotClean('a broken block');
  }
}
