// Word, Excel and PowerPoint since 2007: properties, people, printers and paths go; the words, comments and changes stay,
// without who made them and when.
import { CannotClean } from '../cannot-clean.ts';
import { withAttributes, withEmpty, without, xmlOf } from './xml.ts';
import { pack, unpack } from './zip.ts';

/** Parts that tell of people, machines and other files; without them the document reads the same. */
const dropped =
  /^(docProps|docMetadata|customXml|_xmlsignatures|\[trash\]|xl\/(revisions|printerSettings|externalLinks|customProperty)|(word|ppt)\/printerSettings|word\/people\.xml|ppt\/(changesInfos|revisionInfo))/;
const ofPeople = /^(ppt\/(commentAuthors|authors)|xl\/persons\/)/;
const people = ['name', 'initials', 'userId', 'providerId', 'displayName'];
/** Of any part: who, and when. */
const who = ['author', 'initials', 'lastModifiedBy', 'refreshedBy'];
const when = ['date', 'dateUtc', 'dt', 'dT', 'refreshedDate', 'refreshedDateIso', String.raw`rsid\w*`];
/** Where a workbook took its figures from: servers, log-ins, files of the writer's machine. */
const ofSources =
  'odcFile sourceFile connection description name command serverCommand url post htmlTables singleSignOnId keywords'.split(
    ' ',
  );
/** What a field does, as an element or an attribute says it. */
const fieldText = /(<(?:\w+:)?(?:instrText|delInstrText)(?:\s[^<>]*)?>)([^<]*)/g;
const fieldSaid = /(\s(?:\w+:)?instr\s*=\s*)(?:"([^"]*)"|'([^']*)')/g;
const localPath = /(?:\b[A-Za-z]:[\\/]|\\\\|file:)(?:[^"&<>]|&amp;)*/gi;
/** What a picture is called when nobody called it anything: the name of its file. */
const pictureName =
  /(\s(?:\w+:)?(?:name|descr|title)\s*=\s*)(["'])[^"']*(?:[\\/]|\.\w{3,4}(?=["']))[^"']*\2/g;
const picture = /<(?:\w+:)?(?:cNvPr|docPr|imagedata)\s[^<>]*>/g;
const overrides = /<(?:\w+:)?Override\s[^<>]*(?:(?<=\/)>|(?<!\/)>\s*<\/[^<>]*>)/g;
const relations = /<(?:\w+:)?Relationship\s[^<>]*(?:(?<=\/)>|(?<!\/)>\s*<\/[^<>]*>)/g;
const leaves = ['author', 'creator', 'lastModifiedBy', 'initials', 'lastPrinted', 'company', 'manager'];
const elements =
  'fileSharing absPath attachedTemplate rsids docId docVars documentProtection mailMerge revisionPtr chartTrackingRefBased customWorkbookViews customSheetViews'.split(
    ' ',
  );
const fonts = /\/fonts\/[^/]*\.(odttf|fntdata)$/;
const embedded = /\/(media|embeddings)\//;

/** `cleanPart` cleans what is embedded, told by its content. Throws `CannotClean` when something cannot be. */
export async function cleanOoxml(
  content: Buffer,
  cleanPart: (part: Buffer, name: string) => Promise<Buffer>,
): Promise<Buffer> {
  const parts = new Map<string, Buffer>();
  for (const [name, part] of unpack(content)) {
    if (dropped.test(name)) continue;
    if (/\.(xml|rels|vml)$/i.test(name)) parts.set(name, Buffer.from(cleanXml(xmlOf(part), name)));
    else if (fonts.test(name)) parts.set(name, part);
    else if (embedded.test(name)) parts.set(name, await cleanPart(part, name));
    else throw new CannotClean('a part of an unknown kind');
  }
  return pack(parts);
}

function cleanXml(text: string, name: string): string {
  if (name === '[Content_Types].xml') return withoutDropped(text, /\sPartName\s*=\s*["']\/([^"']*)["']/);
  if (name.endsWith('.rels')) return cleanRelations(text, name);
  const nameless = withAttributes(text, ofPeople.test(name) ? people : who, 'x');
  const timeless = withAttributes(nameless, when, undefined);
  const placeless = name === 'xl/connections.xml' ? withAttributes(timeless, ofSources, 'x') : timeless;
  const clean = without(withEmpty(placeless, leaves), elements);
  return clean
    .replace(picture, (tag) => tag.replace(pictureName, '$1$2$2'))
    .replace(fieldText, (_, tag: string, said: string) => tag + said.replace(localPath, ''))
    .replace(fieldSaid, (_, start: string, one?: string, other?: string) => {
      const said = (one ?? other ?? '').replace(localPath, '').replaceAll('"', '&quot;');
      return `${start}"${said}"`;
    });
}

function withoutDropped(text: string, target: RegExp): string {
  return text.replace(overrides, (element) => (dropped.test(target.exec(element)?.[1] ?? '') ? '' : element));
}

/** Without what is dropped, and without paths on the writer's machine. */
function cleanRelations(text: string, name: string): string {
  const folder = name.replace(/_rels\/[^/]*$/, '');
  return text.replace(relations, (element) => {
    const target = /\sTarget\s*=\s*["']([^"']*)["']/.exec(element)?.[1] ?? '';
    if (/\sTargetMode\s*=\s*["']External["']/.test(element)) {
      return /^(https?|mailto):/i.test(target)
        ? element
        : element.replace(/(\sTarget\s*=\s*)("[^"]*"|'[^']*')/, '$1"about:blank"');
    }
    const path = new URL(target, `x:/${folder}`).pathname.slice(1);
    return dropped.test(path) ? '' : element;
  });
}
