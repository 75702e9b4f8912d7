// What is taken as an attachment, in the one list that the API, its words and the pages' file choosers read. Browser-safe.

/** Of one file, in bytes. */
export const largestFile = 10 * 1024 * 1024;

const ooxml = 'application/vnd.openxmlformats-officedocument';
const openDocument = 'application/vnd.oasis.opendocument';

/** Media types with the endings that a name of it may have, the usual one first. */
export const taken: Record<string, readonly string[]> = {
  'application/pdf': ['.pdf'],
  'image/jpeg': ['.jpg', '.jpeg', '.jpe', '.jfif'],
  'image/png': ['.png'],
  'image/webp': ['.webp'],
  'image/gif': ['.gif'],
  'image/heic': ['.heic', '.heif'],
  'image/heif': ['.heif', '.heic'],
  'image/heic-sequence': ['.heic', '.heics'],
  'image/heif-sequence': ['.heif', '.heifs', '.heic'],
  [`${ooxml}.wordprocessingml.document`]: ['.docx'],
  [`${ooxml}.spreadsheetml.sheet`]: ['.xlsx'],
  [`${ooxml}.presentationml.presentation`]: ['.pptx'],
  'application/msword': ['.doc'],
  'application/vnd.ms-excel': ['.xls'],
  'application/vnd.ms-powerpoint': ['.ppt'],
  [`${openDocument}.text`]: ['.odt'],
  [`${openDocument}.spreadsheet`]: ['.ods'],
  [`${openDocument}.presentation`]: ['.odp'],
  'video/mp4': ['.mp4', '.m4v'],
  'video/x-m4v': ['.m4v'],
  'video/quicktime': ['.mov', '.qt'],
  'video/3gpp': ['.3gp'],
  'video/3gpp2': ['.3g2'],
  'audio/mpeg': ['.mp3'],
  'audio/x-m4a': ['.m4a'],
  'audio/ogg': ['.ogg', '.oga', '.opus'],
  'video/ogg': ['.ogv', '.ogg'],
  'text/plain': ['.txt'],
  'text/csv': ['.csv'],
};

/** Every ending, each once; as a file chooser's `accept` when joined by commas. */
export const endings: readonly string[] = [...new Set(Object.values(taken).flat())];

/** As people call them, by what they are used for. */
export const formats = {
  images: 'JPEG, PNG, WebP, GIF, HEIC',
  documents: 'PDF, DOC, DOCX, XLS, XLSX, PPT, PPTX, ODT, ODS, ODP',
  recordings: 'MP4, MOV, 3GP, MP3, M4A, OGG',
  texts: 'TXT, CSV',
} as const;

/** For people, in Indonesian. */
export const takenInWords = `gambar (${formats.images}), dokumen (${formats.documents}), rekaman (${formats.recordings}), dan teks (${formats.texts})`;
