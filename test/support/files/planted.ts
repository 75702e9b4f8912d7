// Files of the kinds that people attach, with a name, a device and a place planted wherever such a file can hold them.
import { PDFDocument, PDFName, PDFRawStream, PDFString } from '@cantoo/pdf-lib';
import { strToU8, unzipSync, zipSync } from 'fflate';
import { openDocument, pngOf } from './files.ts';

/** In none of the cleaned files, packed or not. */
export const planted = ['Siti Aminah', 'SM-A515F', 'S\0i\0t\0i\0', '/Users/siti'];
const name = 'Siti Aminah, SM-A515F, /Users/siti';

const u16 = (n: number) => Buffer.of(n >> 8, n & 255);
const u32 = (n: number) => Buffer.concat([u16(n >>> 16), u16(n & 0xffff)]);
const text = (s: string) => Buffer.from(s, 'latin1');

/** A TIFF structure: orientation 6, and who made it with what. */
export function tiff(): Buffer {
  const entry = (tag: number, type: number, count: number, value: Buffer) =>
    Buffer.concat([u16(tag), u16(type), u32(count), value]);
  const entries = [
    entry(0x010f, 2, name.length, u32(50)),
    entry(0x0112, 3, 1, Buffer.of(0, 6, 0, 0)),
    entry(0x8825, 4, 1, u32(50)),
  ];
  return Buffer.concat([text('MM\0*'), u32(8), u16(3), ...entries, u32(0), text(name)]);
}

const segment = (marker: number, ...body: Buffer[]) => {
  const whole = Buffer.concat(body);
  return Buffer.concat([Buffer.of(0xff, marker), u16(whole.length + 2), whole]);
};

/** With and without what is planted. */
export function photo(): { dirty: Buffer; clean: Buffer } {
  const soi = Buffer.of(0xff, 0xd8);
  const picture = [
    segment(0xe2, text('ICC_PROFILE\0\x01\x01warna')),
    segment(0xdb, Buffer.alloc(65, 1)),
    segment(0xc0, Buffer.from('080001000101011100', 'hex')),
    segment(0xda, Buffer.from('0101003f00', 'hex')),
    Buffer.from('aaff00ffd0bb', 'hex'),
    Buffer.of(0xff, 0xd9),
  ];
  const jfif = text('JFIF\0\x01\x01\0\0\x01\0\x01');
  const turned = Buffer.from('4d4d002a00000008000101120003000000010006000000000000', 'hex');
  const dirty = [
    segment(0xe0, jfif, Buffer.of(1, 1), text('Sit')),
    segment(0xe1, text('Exif\0\0'), tiff()),
    segment(0xe1, text('http://ns.adobe.com/xap/1.0/\0'), text(name)),
    segment(0xfe, text(name)),
    segment(0xe2, text('MPF\0'), text(name)),
    segment(0xed, text(name)),
  ];
  return {
    dirty: Buffer.concat([soi, ...dirty, ...picture, text(`trailer ${name}`)]),
    clean: Buffer.concat([
      soi,
      segment(0xe0, jfif, Buffer.of(0, 0)),
      segment(0xe1, text('Exif\0\0'), turned),
      ...picture,
    ]),
  };
}

export const plantedPng = () =>
  Buffer.concat([
    pngOf([
      ['tEXt', text(`Author\0${name}`)],
      ['iTXt', text(name)],
      ['eXIf', tiff()],
    ]),
    text(name),
  ]);

export function plantedWebp(): Buffer {
  const chunk = (type: string, data: Buffer) => {
    const size = Buffer.alloc(4);
    size.writeUInt32LE(data.length);
    return Buffer.concat([text(type), size, data, Buffer.alloc(data.length % 2)]);
  };
  const flags = Buffer.concat([Buffer.of(0x0c), Buffer.alloc(9)]);
  const chunks = [
    chunk('VP8X', flags),
    chunk('VP8L', Buffer.from('2f0000000000', 'hex')),
    chunk('EXIF', tiff()),
    chunk('XMP ', text(name)),
    chunk('SITI', text(name)),
  ];
  return Buffer.concat([chunk('RIFF', Buffer.concat([text('WEBP'), ...chunks])), text(name)]);
}

export const plantedGif = () =>
  Buffer.concat([
    Buffer.from('474946383961010001000000003b', 'hex').subarray(0, 13),
    Buffer.of(0x21, 0xfe, name.length),
    text(name),
    Buffer.from('002c00000000010001000002024c01003b', 'hex'),
    text(name),
  ]);

const box = (type: string, ...body: Buffer[]) => {
  const whole = Buffer.concat(body);
  return Buffer.concat([u32(whole.length + 8), text(type), whole]);
};
const full = (type: string, ...body: Buffer[]) => box(type, u32(0), ...body);
const handler = (type: string) => full('hdlr', u32(0), text(type), Buffer.alloc(12), text(`${name}\0`));

/** Two pictures' worth of samples: what is seen, and what is told beside it. */
export const seen = text('PIXELS THAT ARE SEEN');

/** A film with its place, and a track that tells where the telephone was. */
export function plantedFilm(brand = 'qt  '): Buffer {
  const ftyp = box('ftyp', text(brand), u32(0), text(brand));
  const mdat = box('mdat', seen, text(name), text(name));
  const from = ftyp.length + 8;
  const track = (kind: string, at: number, bytes: number) =>
    box(
      'trak',
      full('tkhd', u32(3_000_000_000), u32(3_000_000_000), Buffer.alloc(72)),
      box('udta', text(name)),
      box(
        'mdia',
        full('mdhd', u32(3_000_000_000), u32(3_000_000_000), Buffer.alloc(12)),
        handler(kind),
        box(
          'minf',
          box(
            'stbl',
            full('stsd', u32(0)),
            full('stsc', u32(1), u32(1), u32(1), u32(1)),
            full('stsz', u32(0), u32(1), u32(bytes)),
            full('stco', u32(1), u32(at)),
          ),
        ),
      ),
    );
  const moov = box(
    'moov',
    full('mvhd', u32(3_000_000_000), u32(3_000_000_000), Buffer.alloc(88)),
    track('vide', from, seen.length),
    track('meta', from + seen.length, name.length),
    box('meta', text(name)),
    box('udta', box('\xa9xyz', text(name))),
  );
  return Buffer.concat([ftyp, mdat, moov, box('uuid', text(name)), box('free', text(name))]);
}

/** A picture with its Exif and XMP. */
export function plantedHeic(): Buffer {
  const ftyp = box('ftyp', text('heic'), u32(0), text('mif1'));
  const item = (id: number, type: string, words = '') =>
    box('infe', Buffer.of(2, 0, 0, 0), u16(id), u16(0), text(type), text(`${name}\0${words}`));
  const exif = tiff();
  const place = (id: number, at: number, bytes: number) =>
    Buffer.concat([u16(id), u16(0), u16(1), u32(at), u32(bytes)]);
  const meta = (at: number) =>
    full(
      'meta',
      handler('pict'),
      full('pitm', u16(1)),
      full('iinf', u16(3), item(1, 'hvc1'), item(2, 'Exif'), item(3, 'mime', 'application/rdf+xml\0')),
      box('iprp', box('ipco', full('ispe', u32(1), u32(1)), full('udes', text(name))), full('ipma', u32(0))),
      full(
        'iloc',
        Buffer.of(0x44, 0),
        u16(3),
        place(1, at, seen.length),
        place(2, at + seen.length, exif.length),
        place(3, at + seen.length + exif.length, name.length),
      ),
    );
  const at = ftyp.length + meta(0).length + 8;
  return Buffer.concat([ftyp, meta(at), box('mdat', seen, exif, text(name), text(name))]);
}

export function plantedMp3(): Buffer {
  const frame = Buffer.concat([Buffer.from([0xff, 0xfb, 0x90, 0]), Buffer.alloc(413, 5)]);
  const tag = Buffer.concat([text('ID3\x03\0\0\0\0\0'), Buffer.of(name.length), text(name)]);
  return Buffer.concat([tag, frame, frame, text(`TAG${name}`.padEnd(128))]);
}

/** Its first revision says who wrote it; so do its properties, a remark and the photograph on its page. */
export async function plantedPdf(): Promise<Buffer> {
  const first = await PDFDocument.create();
  const { context } = first;
  const page = first.addPage([64, 48]);
  const image = context.register(
    PDFRawStream.of(context.obj({ Type: 'XObject', Subtype: 'Image', Filter: 'DCTDecode' }), photo().dirty),
  );
  page.node.setXObject(PDFName.of('Foto'), image);
  const words = context.register(context.stream('q 64 0 0 48 0 0 cm /Foto Do Q'));
  page.node.set(PDFName.of('Contents'), words);
  const remark = context.obj({ Type: 'Annot', Subtype: 'Text', Rect: [0, 0, 9, 9] });
  remark.set(PDFName.of('T'), PDFString.of(name));
  remark.set(PDFName.of('Contents'), PDFString.of('Mohon dicek'));
  page.node.set(PDFName.of('Annots'), context.obj([context.register(remark)]));
  first.catalog.set(PDFName.of('Metadata'), context.register(context.stream(name, { Type: 'Metadata' })));
  first.setAuthor(name);
  first.setProducer('SM-A515F');
  const old = Buffer.from(await first.save({ useObjectStreams: false }));
  const { objectNumber } = words;
  const start = old.length + 1;
  const newer = `\n${objectNumber} 0 obj\n<< /Length 3 >>\nstream\nq Q\nendstream\nendobj\n`;
  const table = `xref\n${objectNumber} 1\n${String(start).padStart(10, '0')} 00000 n \n`;
  const root = /\/Root (\d+ 0 R)/.exec(old.toString('latin1'))?.[1];
  const end = `trailer\n<< /Root ${root} /Size 99 >>\nstartxref\n${start + newer.length - 1}\n%%EOF\n`;
  return Buffer.concat([old, text(newer), text(table), text(end)]);
}

const office = 'http://schemas.openxmlformats.org';

/** A letter with remarks, changes, properties, a thumbnail, a template on a disk and a photograph. */
export function plantedDocx(): Buffer {
  const parts: Record<string, string | Buffer> = {
    '[Content_Types].xml': `<?xml version="1.0"?><Types xmlns="${office}/package/2006/content-types"><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/><Override PartName="/docProps/core.xml" ContentType="x"/></Types>`,
    '_rels/.rels': `<Relationships><Relationship Id="a" Target="word/document.xml"/><Relationship Id="b" Target="docProps/core.xml"/></Relationships>`,
    'docProps/core.xml': `<cp:coreProperties><dc:creator>${name}</dc:creator></cp:coreProperties>`,
    'docProps/thumbnail.jpeg': photo().dirty,
    'word/settings.xml': `<w:settings><w:docVars><w:docVar w:name="penulis" w:val="${name}"/></w:docVars></w:settings>`,
    'word/document.xml': `<w:document><w:instrText>INCLUDEPICTURE "file:///Users/siti/rumah.jpg"</w:instrText><w:fldSimple w:instr='INCLUDETEXT "C:\\\\Users/siti/surat.docx"'/><w:p w:rsidR="00A1"><w:ins w:id="1" w:author="${name}" w:date="2026-01-01T00:00:00Z"><w:r><w:t>Isi surat</w:t></w:r></w:ins></w:p><pic:cNvPr id="1" name="C:/Users/siti/rumah.jpg"/><!-- ${name} --></w:document>`,
    'word/comments.xml': `<w:comments><w:comment w:author='${name}' w:initials="SA"><w:t>Mohon dicek</w:t></w:comment></w:comments>`,
    'word/_rels/document.xml.rels': `<Relationships><Relationship Id="t" TargetMode="External" Target="file:///Users/siti/surat.dotx"/></Relationships>`,
    'word/people.xml': `<w15:people><w15:person w15:author="${name}"/></w15:people>`,
    'word/media/image1.jpg': photo().dirty,
  };
  return Buffer.from(zipSync(Object.fromEntries(Object.entries(parts).map(([n, p]) => [n, bytes(p)]))));
}

export function plantedXlsx(): Buffer {
  const parts: Record<string, string> = {
    '[Content_Types].xml': `<?xml version="1.0"?><Types xmlns="${office}/package/2006/content-types"><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>`,
    '_rels/.rels': '<Relationships><Relationship Id="a" Target="xl/workbook.xml"/></Relationships>',
    'xl/workbook.xml': `<workbook><workbookPr/><customWorkbookViews><customWorkbookView name="${name} - Personal View" guid="{1}"/></customWorkbookViews><sheets><sheet name="Isi tabel"/></sheets></workbook>`,
    'xl/pivotCache/pivotCacheDefinition1.xml': `<pivotCacheDefinition refreshedBy="${name}" refreshedDate="46000.5" recordCount="3"/>`,
    'xl/connections.xml': `<connections><connection id="1" name="${name}" odcFile="C:/Users/siti/gaji.odc" type="5"><dbPr connection="User ID=${name}" command="gaji"/></connection></connections>`,
    'xl/queryTables/queryTable1.xml': '<queryTable name="Data_1" connectionId="1"/>',
  };
  return Buffer.from(zipSync(Object.fromEntries(Object.entries(parts).map(([n, p]) => [n, bytes(p)]))));
}

export const plantedOdt = () => {
  const parts = unzipSync(openDocument('text'));
  const more = {
    'meta.xml': bytes(`<meta><meta:initial-creator>${name}</meta:initial-creator></meta>`),
    'content.xml': bytes(
      `<office:annotation><dc:creator>${name}</dc:creator><dc:date>2026-01-01</dc:date><text:p>Isi surat</text:p></office:annotation><draw:image xlink:href="file:///Users/siti/rumah.jpg"/><draw:image xlink:href='../../Users/siti/rumah.jpg'/><draw:image xlink:href="Pictures/1.jpg"/><text:a xlink:href="https://contoh.go.id/a/../b">situs</text:a>`,
    ),
    'META-INF/manifest.xml': bytes('<m:file-entry m:full-path="meta.xml"/>'),
    'Pictures/1.jpg': bytes(photo().dirty),
  };
  return Buffer.from(zipSync({ ...parts, ...more }, { level: 0 }));
};

const bytes = (part: string | Buffer) => (typeof part === 'string' ? strToU8(part) : new Uint8Array(part));

/** What a package holds, unpacked, one after the other. */
export function unpacked(content: Buffer): Buffer {
  return Buffer.concat(
    Object.entries(unzipSync(content)).flatMap(([n, p]) => [text(`\n${n}\n`), Buffer.from(p)]),
  );
}
