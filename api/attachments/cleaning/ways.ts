// Which kinds of files can be cleaned, and by which way; what goes that way is loaded only by who cleans.

/** Of files that stand alone or within a document. */
const ofParts = {
  'image/jpeg': 'jpeg',
  'image/png': 'png',
  'image/webp': 'webp',
  'image/gif': 'gif',
  'image/heic': 'iso-media',
  'image/heif': 'iso-media',
  'image/heic-sequence': 'iso-media',
  'image/heif-sequence': 'iso-media',
  'video/mp4': 'iso-media',
  'video/x-m4v': 'iso-media',
  'video/quicktime': 'iso-media',
  'video/3gpp': 'iso-media',
  'video/3gpp2': 'iso-media',
  'audio/x-m4a': 'iso-media',
  'audio/mpeg': 'mp3',
} as const;

type PartWay = (typeof ofParts)[keyof typeof ofParts];
export type Way = PartWay | 'pdf' | 'ooxml' | 'open-document' | 'text';

/** Undefined: what holds such a file cannot be cleaned. */
export function wayOfPart(mediaType: string): PartWay | undefined {
  return (ofParts as Record<string, PartWay>)[mediaType];
}

/** Undefined: it cannot be cleaned at all. */
export function wayOf(mediaType: string): Way | undefined {
  if (mediaType === 'application/pdf') return 'pdf';
  if (mediaType.includes('.openxmlformats-')) return 'ooxml';
  if (mediaType.includes('.opendocument.')) return 'open-document';
  return mediaType.startsWith('text/') ? 'text' : wayOfPart(mediaType);
}
