// OpenDocument: properties, thumbnails, signatures and printers go; the words, comments and changes stay, without who made
// them, when, and where other files lie on the writer's machine.
import { CannotClean } from '../cannot-clean.ts';
import { withEmpty, xmlOf } from './xml.ts';
import { pack, unpack } from './zip.ts';

const dropped =
  /^(meta\.xml|META-INF\/(?!manifest\.xml$)|Thumbnails\/|Configurations2\/|Versions\/|VersionList\.xml|layout-cache|manifest\.rdf|Basic\/|Scripts\/|Dialogs\/)/;
const leaves = 'creator date initial-creator creator-initials date-string printed-by modification-date'.split(
  ' ',
);
const pictures = /^(Pictures|media)\//;
const links = /(\s(?:\w+:)?href\s*=\s*)(?:"([^"]*)"|'([^']*)')/g;
/** On the web, to a person, within the document, or in the package. */
const mayStay = /^(?:https?:|mailto:|#|(?:\.\/)?(?![\\/.])(?!\w+:)(?!.*\.\.\/))/i;

/** `cleanPart` cleans what is embedded, told by its content. Throws `CannotClean` when something cannot be. */
export async function cleanOpenDocument(
  content: Buffer,
  cleanPart: (part: Buffer, name: string) => Promise<Buffer>,
): Promise<Buffer> {
  const parts = new Map<string, Buffer>();
  for (const [name, part] of unpack(content)) {
    if (dropped.test(name)) continue;
    if (name === 'mimetype') parts.set(name, part);
    else if (name.endsWith('.xml')) parts.set(name, Buffer.from(cleanXml(xmlOf(part), name)));
    else if (pictures.test(name)) parts.set(name, await cleanPart(part, name));
    else throw new CannotClean('a part of an unknown kind');
  }
  return pack(parts, 'mimetype');
}

function cleanXml(text: string, name: string): string {
  if (name === 'META-INF/manifest.xml') {
    if (text.includes('encryption-data')) throw new CannotClean('an encrypted document');
    return text.replace(/<(?:\w+:)?file-entry\s[^<>]*>/g, (entry) =>
      dropped.test(/full-path="([^"]*)"/.exec(entry)?.[1] ?? '') ? '' : entry,
    );
  }
  if (name.endsWith('settings.xml')) {
    return text.replace(/<((?:\w+:)?config-item)\s[^<>]*>[^<]*<\/\1>/g, '');
  }
  return withEmpty(text, leaves).replace(links, (link, start: string, one?: string, other?: string) =>
    mayStay.test(one ?? other ?? '') ? link : `${start}"about:blank"`,
  );
}
