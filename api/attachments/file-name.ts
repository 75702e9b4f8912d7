// Names of attachments: made safe when they come, and written safely into a header when they go.
import { seenOnly } from '../../sop/texts/text.ts';
import { endingsOf } from './kinds/media-type.ts';

const longest = 200;

/** The last part of a path, in NFC, without what cannot be seen, of at most 200 characters, with an ending that fits. */
export function cleanName(given: string, mediaType: string): string {
  const name = seenOnly(given)
    .replace(/^.*[/\\]/, '')
    .replace(/^[.\s]+|[.\s]+$/g, '');
  const endings = endingsOf(mediaType);
  const own = endings.find((ending) => name.toLowerCase().endsWith(ending));
  const stem = (own ? name.slice(0, -own.length) : name) || 'lampiran';
  const ending = own ? name.slice(-own.length) : (endings[0] ?? '');
  return shortened(stem, longest - ending.length) + ending;
}

/** By RFC 6266 and 8187. */
export function disposition(name: string): string {
  const encoded = encodeURIComponent(name).replace(
    /['()*]/g,
    (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `attachment; filename*=UTF-8''${encoded}`;
}

/** Not through the middle of a character. */
function shortened(text: string, length: number): string {
  return text.slice(0, length).replace(/\p{Surrogate}$/u, '');
}
