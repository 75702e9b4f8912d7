// JPEG: the segments that make the picture, its colours and which side is up; nothing else, and not a pixel changed.
import { CannotClean } from '../cannot-clean.ts';
import { exifOf, orientationIn } from './exif.ts';

const [quantizers, huffman, arithmetic, lines, restart] = [0xdb, 0xc4, 0xcc, 0xdc, 0xdd];
const [end, scan, app0, app1, app2, app14] = [0xd9, 0xda, 0xe0, 0xe1, 0xe2, 0xee];
const tables = new Set([quantizers, huffman, arithmetic, lines, restart]);
const isFrame = (marker: number) =>
  marker >= 0xc0 && marker <= 0xcf && marker !== 0xc8 && !tables.has(marker);
const standsAlone = (marker: number) => marker === 0x01 || (marker >= 0xd0 && marker <= 0xd7);

/** The same picture, what comes behind it left out too. Throws `CannotClean` when it is broken. */
export function cleanJpeg(content: Buffer): Buffer {
  if (content.readUInt16BE(0) !== 0xffd8) throw new CannotClean('no JPEG');
  const heads: Buffer[] = [];
  const rest: Buffer[] = [];
  let [orientation, frames, scans] = [1, 0, 0];
  for (let at = 2; at < content.length; ) {
    const { marker, next } = markerAt(content, at);
    if (marker === end) break;
    at = next;
    if (standsAlone(marker)) continue;
    const length = at + 2 <= content.length ? content.readUInt16BE(at) : 0;
    if (length < 2 || at + length > content.length) throw new CannotClean('a broken segment');
    const body = content.subarray(at + 2, at + length);
    at += length;
    if (marker === app1 && begins(body, 'Exif\0\0')) orientation = orientationIn(body.subarray(6));
    if (marker === app0 && begins(body, 'JFIF\0')) heads.push(segment(app0, withoutThumbnail(body)));
    if (marker === app2 && begins(body, 'ICC_PROFILE\0')) rest.push(segment(app2, body));
    if (marker === app14 && begins(body, 'Adobe')) rest.push(segment(app14, body.subarray(0, 12)));
    if (tables.has(marker) || isFrame(marker)) rest.push(segment(marker, body));
    frames += isFrame(marker) ? 1 : 0;
    if (marker === scan) {
      const from = at;
      at = endOfScan(content, at);
      rest.push(segment(scan, body), content.subarray(from, at));
      scans += 1;
    }
  }
  if (frames === 0 || scans === 0) throw new CannotClean('no picture');
  const exif = exifOf(orientation);
  if (exif) heads.push(segment(app1, Buffer.concat([Buffer.from('Exif\0\0'), exif])));
  return Buffer.concat([Buffer.of(0xff, 0xd8), ...heads, ...rest, Buffer.of(0xff, end)]);
}

function markerAt(content: Buffer, start: number): { marker: number; next: number } {
  let at = start;
  if (content[at] !== 0xff) throw new CannotClean('no marker where one should be');
  while (content[at] === 0xff) at += 1;
  return { marker: content[at] ?? end, next: at + 1 };
}

/** At the next marker that is no part of the scan; of a picture that was cut off, the end. */
function endOfScan(content: Buffer, start: number): number {
  for (let at = content.indexOf(0xff, start); at >= 0; at = content.indexOf(0xff, at + 1)) {
    const marker = content[at + 1];
    if (marker !== undefined && marker !== 0 && marker !== 0xff && !standsAlone(marker)) return at;
  }
  return content.length;
}

function withoutThumbnail(jfif: Buffer): Buffer {
  if (jfif.length < 12) throw new CannotClean('a broken JFIF segment');
  return Buffer.concat([jfif.subarray(0, 12), Buffer.of(0, 0)]);
}

function segment(marker: number, body: Buffer): Buffer {
  const head = Buffer.of(0xff, marker, 0, 0);
  head.writeUInt16BE(body.length + 2, 2);
  return Buffer.concat([head, body]);
}

const begins = (body: Buffer, text: string) => body.toString('latin1', 0, text.length) === text;
