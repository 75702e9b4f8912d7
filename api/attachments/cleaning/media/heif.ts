// The `meta` of HEIC: pictures and how they are shown stay; Exif, XMP and whatever else is no picture goes.
import { blank, type Box, boxesIn, keepNamed, keepOnly, type Range } from './boxes.ts';
import { CannotClean } from '../cannot-clean.ts';

const pictures = new Set('hvc1 hvt1 lhv1 av01 avc1 jpeg j2k1 unci grid iovl iden tmap'.split(' '));
const inMeta = ['hdlr', 'pitm', 'iinf', 'iref', 'iprp', 'iloc', 'idat', 'grpl'];
const properties =
  'ispe colr hvcC av1C avcC lhvC jpgC j2kH pixi irot imir clap pasp auxC a1op a1lx lsel clli mdcv amve rloc'.split(
    ' ',
  );

interface Extent {
  item: number;
  inFile: boolean;
  range: Range;
}

/** Cleans the box, whose handler is `pict`, and gives the ranges of the file in which its pictures lie. */
export function cleanMeta(content: Buffer, meta: Box): Range[] {
  const boxes = keepNamed(content, boxesIn(content, meta.body + 4, meta.end), inMeta);
  const one = (type: string) => boxes.find((box) => box.type === type);
  const [hdlr, iinf, iloc, idat, iprp] = ['hdlr', 'iinf', 'iloc', 'idat', 'iprp'].map(one);
  if (!hdlr || !iinf || !iloc) throw new CannotClean('no items');
  content.fill(0, hdlr.body + 12, hdlr.end);
  const kept = picturesIn(content, iinf);
  const extents = extentsIn(content, iloc, idat).filter(({ item }) => kept.has(item));
  if (idat) keepOnly(content, idat, rangesOf(extents, false));
  if (iprp) cleanProperties(content, iprp);
  return rangesOf(extents, true);
}

const rangesOf = (extents: Extent[], inFile: boolean) =>
  extents.filter((extent) => extent.inFile === inFile).map(({ range }) => range);

function cleanProperties(content: Buffer, iprp: Box): void {
  for (const box of keepNamed(content, boxesIn(content, iprp.body, iprp.end), ['ipco', 'ipma'])) {
    if (box.type === 'ipco') keepNamed(content, boxesIn(content, box.body, box.end), properties);
  }
}

/** The ids of the items that are pictures. All lose their names. */
function picturesIn(content: Buffer, iinf: Box): Set<number> {
  const entries = boxesIn(content, iinf.body + (content[iinf.body] === 0 ? 6 : 8), iinf.end);
  const kept = new Set<number>();
  for (const entry of entries) {
    const version = content[entry.body] ?? 0;
    if (entry.type !== 'infe' || version < 2) throw new CannotClean('items of an unknown kind');
    const wide = version > 2;
    const item = wide ? content.readUInt32BE(entry.body + 4) : content.readUInt16BE(entry.body + 4);
    const typeAt = entry.body + (wide ? 10 : 8);
    if (pictures.has(content.toString('latin1', typeAt, typeAt + 4))) kept.add(item);
    content.fill(0, typeAt + 4, entry.end);
  }
  return kept;
}

function extentsIn(content: Buffer, iloc: Box, idat: Box | undefined): Extent[] {
  const version = content[iloc.body] ?? 0;
  let at = iloc.body + 4;
  const read = (bytes: number) => {
    if (at + bytes > iloc.end) throw new CannotClean('a broken table of items');
    at += bytes;
    return bytes === 8
      ? Number(content.readBigUInt64BE(at - 8))
      : bytes && content.readUIntBE(at - bytes, bytes);
  };
  const sizes = read(2);
  const [offsetSize, lengthSize, baseSize] = [sizes >> 12, (sizes >> 8) & 15, (sizes >> 4) & 15];
  const indexSize = version > 0 ? sizes & 15 : 0;
  const wide = version === 2 ? 4 : 2;
  const extents: Extent[] = [];
  for (let items = read(wide); items > 0; items -= 1) {
    const item = read(wide);
    const method = version > 0 ? read(2) & 15 : 0;
    if (read(2) !== 0 || method > 1) throw new CannotClean('an item that lies elsewhere');
    const base = read(baseSize) + (method === 1 ? (idat?.body ?? 0) : 0);
    for (let count = read(2); count > 0; count -= 1) {
      read(indexSize);
      const from = base + read(offsetSize);
      const length = read(lengthSize);
      if (length === 0) throw new CannotClean('an item without a length');
      extents.push({ item, inFile: method === 0, range: [from, from + length] });
    }
  }
  return extents;
}

/** Whether `meta` describes pictures; others hold what is told of a film. */
export function isOfPictures(content: Buffer, meta: Box): boolean {
  const hdlr = boxesIn(content, meta.body + 4, meta.end).find(({ type }) => type === 'hdlr');
  return hdlr !== undefined && content.toString('latin1', hdlr.body + 8, hdlr.body + 12) === 'pict';
}

/** Removes what JPEG 2000 may hold besides its picture. */
export function cleanJpeg2000(original: Buffer): Buffer {
  // The bare picture has comments of its own.
  if (original.toString('latin1', 4, 8) !== 'jP  ') throw new CannotClean('no file of JPEG 2000');
  const content = Buffer.from(original);
  for (const box of boxesIn(content, 0, content.length)) {
    if (!['jP  ', 'ftyp', 'jp2h', 'jp2c'].includes(box.type)) blank(content, box);
  }
  return content;
}
