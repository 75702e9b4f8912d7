// Small files of the kinds that people attach, made from their formats.
import { crc32, deflateSync } from 'node:zlib';
import { strToU8, zipSync } from 'fflate';

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type), data]);
  const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  check.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, check]);
}

/** One grey pixel; `note` makes one unlike the others. */
export function png(note = ''): Buffer {
  return pngOf([['tEXt', Buffer.from(`Comment\0${note}`)]]);
}

/** The same with those chunks before the picture. */
export function pngOf(chunks: readonly (readonly [string, Buffer])[]): Buffer {
  const head = Buffer.from([0, 0, 0, 1, 0, 0, 0, 1, 8, 0, 0, 0, 0]);
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', head),
    ...chunks.map(([type, data]) => chunk(type, data)),
    chunk('IDAT', deflateSync(Buffer.from([0, 128]))),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

/** A head and an end: what tells it, padded to `bytes`. */
export function jpeg(bytes = 64): Buffer {
  const head = Buffer.from([
    0xff,
    0xd8,
    0xff,
    0xe0,
    0,
    0x10,
    ...Buffer.from('JFIF\0'),
    1,
    1,
    0,
    0,
    1,
    0,
    1,
    0,
    0,
  ]);
  return Buffer.concat([head, Buffer.alloc(bytes - head.length - 2, 7), Buffer.from([0xff, 0xd9])]);
}

export function pdf(text = 'Surat'): Buffer {
  return Buffer.from(
    `%PDF-1.4\n1 0 obj\n<< /Title (${text}) >>\nendobj\ntrailer\n<< /Info 1 0 R >>\n%%EOF\n`,
  );
}

export function zip(files: Record<string, string>): Buffer {
  return Buffer.from(
    zipSync(Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)])), {
      level: 0,
    }),
  );
}

const main = (kind: string) =>
  `<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/part.xml" ContentType="application/vnd.${kind}.main+xml"/></Types>`;

/** E.g. `openxmlformats-officedocument.wordprocessingml.document`. */
export function office(kind: string): Buffer {
  return zip({ '[Content_Types].xml': main(kind), 'part.xml': '<x/>' });
}

export function openDocument(kind: string): Buffer {
  return zip({ mimetype: `application/vnd.oasis.opendocument.${kind}`, 'content.xml': '<x/>' });
}

/** A compound file, the container of Office before 2007, with streams of those names. */
export function compound(...names: string[]): Buffer {
  const sector = 512;
  const file = Buffer.alloc(sector * 3, 0xff);
  Buffer.from('d0cf11e0a1b11ae1', 'hex').copy(file);
  file.writeUInt16LE(9, 30);
  file.writeUInt32LE(1, 48);
  file.writeUInt32LE(0, 76);
  file.writeUInt32LE(0xfffffffd, sector);
  file.writeUInt32LE(0xfffffffe, sector + 4);
  file.fill(0, sector * 2);
  for (const [n, name] of ['Root Entry', ...names].entries()) {
    const entry = sector * 2 + n * 128;
    file.write(name, entry, 'utf16le');
    file.writeUInt16LE((name.length + 1) * 2, entry + 64);
    file.writeUInt8(n === 0 ? 5 : 2, entry + 66);
  }
  return file;
}

/** An ISO media file of that brand. */
export function media(brand: string): Buffer {
  return Buffer.concat([
    Buffer.from([0, 0, 0, 0x18]),
    Buffer.from(`ftyp${brand}`),
    Buffer.alloc(12),
    Buffer.alloc(40),
  ]);
}
