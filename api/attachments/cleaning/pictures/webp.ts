// WebP: the chunks that make the picture and its colours, and which side is up.
import { CannotClean } from '../cannot-clean.ts';
import { exifOf, orientationIn } from './exif.ts';

const kept = new Set(['VP8X', 'VP8 ', 'VP8L', 'ALPH', 'ICCP', 'ANIM', 'ANMF']);
const inFrames = new Set(['VP8 ', 'VP8L', 'ALPH']);
const [hasExif, hasXmp] = [0x08, 0x04];

interface Chunk {
  type: string;
  data: Buffer;
}

/** The same picture. Throws `CannotClean` when it is broken. */
export function cleanWebp(content: Buffer): Buffer {
  const chunks = chunksIn(content.subarray(12, 8 + content.readUInt32LE(4)));
  const found = chunks.find(({ type }) => type === 'EXIF');
  const exif = found && exifOf(orientationIn(withoutMark(found.data)));
  const clean = chunks
    .filter(({ type }) => kept.has(type))
    .map((chunk) => cleaned(chunk, exif !== undefined));
  if (!clean.some(({ type }) => /^(VP8.|ANMF)$/.test(type) && type !== 'VP8X')) {
    throw new CannotClean('no picture');
  }
  // Before chunks of XMP, which are gone, after all others.
  if (exif) clean.push({ type: 'EXIF', data: exif });
  const body = Buffer.concat([Buffer.from('WEBP'), ...clean.map(bytesOf)]);
  return bytesOf({ type: 'RIFF', data: body });
}

function cleaned({ type, data }: Chunk, withExif: boolean): Chunk {
  if (type === 'VP8X') {
    const flags = Buffer.from(data);
    flags[0] = ((flags[0] ?? 0) & ~(hasExif | hasXmp)) | (withExif ? hasExif : 0);
    return { type, data: flags };
  }
  if (type !== 'ANMF') return { type, data };
  const frame = chunksIn(data.subarray(16)).filter((chunk) => inFrames.has(chunk.type));
  return { type, data: Buffer.concat([data.subarray(0, 16), ...frame.map(bytesOf)]) };
}

/** Some writers repeat JPEG's mark in front. */
function withoutMark(exif: Buffer): Buffer {
  return exif.toString('latin1', 0, 6) === 'Exif\0\0' ? exif.subarray(6) : exif;
}

function chunksIn(content: Buffer): Chunk[] {
  const chunks: Chunk[] = [];
  for (let at = 0; at + 8 <= content.length; ) {
    const length = content.readUInt32LE(at + 4);
    if (at + 8 + length > content.length) throw new CannotClean('a broken chunk');
    chunks.push({
      type: content.toString('latin1', at, at + 4),
      data: content.subarray(at + 8, at + 8 + length),
    });
    at += 8 + length + (length % 2);
  }
  return chunks;
}

function bytesOf({ type, data }: Chunk): Buffer {
  const head = Buffer.alloc(8);
  head.write(type, 'latin1');
  head.writeUInt32LE(data.length, 4);
  return Buffer.concat([head, data, Buffer.alloc(data.length % 2)]);
}
