// PNG: the chunks that make the picture and its colours, and which side is up.
import { crc32 } from 'node:zlib';
import { CannotClean } from '../cannot-clean.ts';
import { exifOf, orientationIn } from './exif.ts';

const kept = new Set(
  'IHDR PLTE IDAT tRNS gAMA cHRM sRGB iCCP sBIT bKGD pHYs hIST cICP mDCV cLLI acTL fcTL fdAT'.split(' '),
);

/** The same picture, what comes behind it left out too. Throws `CannotClean` when it is broken. */
export function cleanPng(content: Buffer): Buffer {
  const parts = [content.subarray(0, 8)];
  for (let at = 8; at + 12 <= content.length; ) {
    const length = content.readUInt32BE(at);
    const type = content.toString('latin1', at + 4, at + 8);
    const next = at + 12 + length;
    if (next > content.length) break;
    if (kept.has(type)) parts.push(content.subarray(at, next));
    if (type === 'eXIf') {
      const exif = exifOf(orientationIn(content.subarray(at + 8, at + 8 + length)));
      if (exif) parts.push(chunk(type, exif));
    }
    if (type === 'IEND') return Buffer.concat([...parts, chunk('IEND', Buffer.alloc(0))]);
    at = next;
  }
  throw new CannotClean('a PNG without an end');
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type), data]);
  const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  check.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, check]);
}
