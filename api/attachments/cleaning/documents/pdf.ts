// PDF: written anew from its pages, so that earlier revisions and all that no page needs are gone; then what tells of
// people and machines is taken out of what is left.
import { inflateSync } from 'node:zlib';
import {
  PDFArray,
  PDFDict,
  PDFDocument,
  PDFName,
  type PDFObject,
  PDFRawStream,
  PDFRef,
  PDFStream,
} from '@cantoo/pdf-lib';
import { CannotClean } from '../cannot-clean.ts';
import { cleanJpeg } from '../pictures/jpeg.ts';
import { cleanJpeg2000 } from '../media/heif.ts';

const inCatalog =
  'Type Pages PageLabels Outlines Names Dests ViewerPreferences PageLayout PageMode AcroForm StructTreeRoot MarkInfo Lang OCProperties OutputIntents';
const inPage =
  'Type Parent Resources MediaBox CropBox BleedBox TrimBox ArtBox Contents Rotate Group Annots StructParents Tabs UserUnit';
const allowed: Record<string, Set<string>> = {
  '/Catalog': new Set(inCatalog.split(' ')),
  '/Page': new Set(inPage.split(' ')),
};
/** Of any dictionary: metadata, what programs keep, previews, times and places. */
const removed =
  'Metadata PieceInfo LastModified Thumb CreatorInfo CreationDate ModDate OPI Measure PtData GPTS'.split(' ');
/** Of what lies on a page, besides, and of a remark there. */
const ofAnnotations = ['A', 'AA', 'PA', 'FS'];
const ofRemarks = ['T', 'M', 'NM', 'RC'];
const mostBytes = 100 * 1024 * 1024;

/** Throws `CannotClean` when it is encrypted, broken, signed, or holds files of its own. */
export async function cleanPdf(content: Buffer): Promise<Buffer> {
  const document = await PDFDocument.load(content, {
    updateMetadata: false,
    throwOnInvalidObject: true,
  }).catch((cause: unknown) => {
    throw new CannotClean('a PDF that is broken or encrypted', { cause });
  });
  const { context } = document;
  const { Root } = context.trailerInfo;
  if (!Root || document.getPageCount() === 0) throw new CannotClean('a PDF without pages');
  context.trailerInfo = { Root };
  const seen = new Set<PDFObject>();
  const kept = new Set<PDFRef>();
  for (const open: (PDFObject | undefined)[] = [Root]; open.length > 0; ) {
    const found = open.pop();
    if (found instanceof PDFRef) {
      if (kept.has(found)) continue;
      kept.add(found);
      const stream = context.lookup(found);
      const image = stream instanceof PDFRawStream ? imageOf(stream) : undefined;
      if (image) context.assign(found, image);
      open.push(image ?? stream);
      continue;
    }
    if (!found || seen.has(found)) continue;
    seen.add(found);
    if (found instanceof PDFArray) open.push(...found.asArray());
    const dict = found instanceof PDFStream ? found.dict : found;
    if (!(dict instanceof PDFDict)) continue;
    cleanDict(dict);
    open.push(...dict.values());
  }
  for (const [ref] of context.enumerateIndirectObjects()) if (!kept.has(ref)) context.delete(ref);
  return Buffer.from(await document.save({ updateFieldAppearances: false, addDefaultPage: false }));
}

function cleanDict(dict: PDFDict): void {
  const nameOf = (key: string) => dict.lookup(PDFName.of(key))?.toString();
  const type = nameOf('Type');
  const subtype = nameOf('Subtype');
  if (type === '/EmbeddedFile' || dict.has(PDFName.of('EF')) || dict.has(PDFName.of('EmbeddedFiles'))) {
    throw new CannotClean('a PDF that holds other files');
  }
  if (type === '/Sig' || dict.has(PDFName.of('ByteRange'))) throw new CannotClean('a signed PDF');
  if (dict.has(PDFName.of('XFA'))) throw new CannotClean('a form that brings its own words');
  const only = allowed[type ?? ''];
  const isAnnotation = dict.has(PDFName.of('Rect'));
  const isOutline = dict.has(PDFName.of('Title')) && dict.has(PDFName.of('Parent'));
  const gone = new Set([
    ...removed,
    ...(isAnnotation || isOutline || dict.has(PDFName.of('FT')) ? ofAnnotations : []),
    ...(isAnnotation && subtype !== '/Widget' ? ofRemarks : []),
  ]);
  if (isWebLink(dict)) gone.delete('A');
  for (const key of dict.keys()) {
    const name = key.decodeText();
    if (gone.has(name) || (only && !only.has(name))) dict.delete(key);
  }
}

/** Of actions only links to the web are kept: others name files on the writer's machine. */
function isWebLink(dict: PDFDict): boolean {
  const action = dict.lookup(PDFName.of('A'));
  const kind = action instanceof PDFDict ? action.lookup(PDFName.of('S'))?.toString() : undefined;
  return kind === '/URI' || kind === '/GoTo';
}

/** Photographs are kept as they came, Exif included; gives the stream without it, when it is one. */
function imageOf(stream: PDFRawStream): PDFRawStream | undefined {
  const filter = stream.dict.lookup(PDFName.of('Filter'));
  const filters = filter instanceof PDFArray ? filter.asArray().map(String) : filter ? [String(filter)] : [];
  const last = filters.at(-1);
  if (last !== '/DCTDecode' && last !== '/JPXDecode') return undefined;
  let bytes = Buffer.from(stream.getContents());
  for (const before of filters.slice(0, -1)) {
    if (before !== '/FlateDecode') throw new CannotClean('a picture packed in an unknown way');
    bytes = inflateSync(bytes, { maxOutputLength: mostBytes });
  }
  const clean = last === '/DCTDecode' ? cleanJpeg(bytes) : cleanJpeg2000(bytes);
  const dict = stream.dict.clone();
  dict.set(PDFName.of('Filter'), PDFName.of(last.slice(1)));
  if (filters.length > 1) dict.delete(PDFName.of('DecodeParms'));
  return PDFRawStream.of(dict, clean);
}
