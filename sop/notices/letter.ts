// The one layout of every mail, as HTML and as plain text; made of parts, so that no text of anybody's can be markup.
import { alwaysInOwnWords, isWayBack, ownWordsOf, type ReaderKind } from '../texts/own-words.ts';
import type { Part } from './told.ts';
import { weeklyKind } from './summary-notices.ts';

export interface Told {
  number: string | null;
  kind: string;
  subject: string;
  body: string;
  /** null: kept before there were parts; all of it may be somebody's. */
  parts: Part[] | null;
}

export interface Letter {
  subject: string;
  text: string;
  html: string;
}

export interface Reader {
  is: ReaderKind;
  /** Whether the address was confirmed; an office's box is ops' word. */
  confirmed: boolean;
  /** Where the console is reached; absent: no link. */
  publicUrl: string | undefined;
  /** Where an address that is not confirmed yet can be. */
  confirmUrl: string | undefined;
  /** Where the reporter rates the answer that is told of, by the report's number. */
  rateUrls: ReadonlyMap<string, string>;
  /** Where who follows ends it, likewise. */
  stopUrls: ReadonlyMap<string, string>;
}

const footer = 'Pesan ini dikirim otomatis oleh Tuntas, sistem pengelolaan pengaduan.';

interface Section {
  title: string;
  parts: Part[];
  link: string | undefined;
  /** What the link opens. */
  opens?: string;
  rateUrl?: string | undefined;
  stopUrl?: string | undefined;
}

/** One mail of one notice or of several. Until the address is confirmed: in our own words (reading 33). */
export function letterOf(told: Told[], reader: Reader): Letter {
  const sections = told.map((one) => sectionOf(one, reader));
  const subject = sections.length === 1 ? (sections[0]?.title ?? '') : `${sections.length} pemberitahuan`;
  const closing = reader.confirmed ? [] : confirming(reader);
  return {
    subject: onOneLine(subject),
    text: [
      ...sections.map((section) => asText(section, sections.length > 1)),
      ...closing.map(partAsText),
      ...(closing.length > 0 && reader.confirmUrl ? [reader.confirmUrl] : []),
      `-- \n${footer}`,
    ].join('\n\n'),
    html: page(
      subject,
      [
        ...sections.map(asHtml),
        ...closing.map(partAsHtml),
        closing.length > 0 && reader.confirmUrl ? button(reader.confirmUrl, 'Konfirmasi alamat ini') : '',
      ].join('\n'),
    ),
  };
}

function sectionOf({ number, kind, subject, body, parts }: Told, reader: Reader): Section {
  const { is, confirmed, publicUrl } = reader;
  if (!confirmed || is === 'follower' || (is === 'reporter' && alwaysInOwnWords(kind))) {
    const own = ownWordsOf(kind, number, is);
    const link = confirmed && number ? linkTo(number, reader) : undefined;
    const back = link && isWayBack(kind) ? [{ line: wayBack }] : [];
    const stopUrl = confirmed && number ? reader.stopUrls.get(number) : undefined;
    return { title: own.subject, parts: [...own.parts, ...back], link, stopUrl };
  }
  if (kind === weeklyKind) {
    const link = publicUrl && new URL('/pengawasan', publicUrl).href;
    return { title: subject, parts: parts ?? [], link, opens: 'Buka pengawasan' };
  }
  const link = number && publicUrl ? linkTo(number, reader) : undefined;
  const rateUrl = kind === 'answer' && number ? reader.rateUrls.get(number) : undefined;
  const invited = rateUrl ? [{ line: invitation }] : [];
  return { title: subject, parts: [...(parts ?? [{ said: body }]), ...invited], link, rateUrl };
}

const openReport = 'Buka laporan';

/** The key goes by no mail: whoever reads the mails of others reads no reports. */
const wayBack =
  'Simpan surel ini: tautannya membawa Anda kembali ke halaman laporan. Di perangkat yang mengingat laporan ini, halaman itu langsung terbuka; di perangkat lain masukkan kunci akses dari tanda terima. Kunci tidak pernah kami kirim lewat surel.';

const invitation =
  'Seberapa puas Anda dengan jawaban ini? Tautan penilaian berlaku satu kali, tanpa kunci akses; menilai tidak wajib.';

const office = '/kantor/laporan';

function linkTo(number: string, { is, publicUrl }: Reader): string | undefined {
  const path = { reporter: '/ikuti', follower: '/register', officer: office, office }[is];
  return publicUrl && new URL(`${path}/${encodeURIComponent(number)}`, publicUrl).href;
}

/** To an address that is not confirmed: what its link does, and that it may be left alone. */
function confirming({ is, confirmUrl }: Reader): Part[] {
  if (!confirmUrl) return [];
  const toOffice = 'Konfirmasikan alamat surel ini agar isi pemberitahuan dapat kami kirim.';
  const why = {
    reporter:
      'Bila laporan ini milik Anda, konfirmasikan alamat surel ini agar isi kabar dan tautan ke halaman laporan dapat kami kirim. Membaca laporan tetap memerlukan kunci akses.',
    follower:
      'Bila Anda ingin dikabari tentang laporan itu, konfirmasikan alamat surel ini. Tanpa itu tidak ada kabar yang kami kirim.',
    officer: toOffice,
    office: toOffice,
  };
  return [{ line: why[is] }, { line: 'Bila bukan Anda yang mencantumkannya, abaikan pesan ini.' }];
}

const stop = 'Berhenti mengikuti laporan ini';

function asText(
  { title, parts, link, opens = openReport, rateUrl, stopUrl }: Section,
  titled: boolean,
): string {
  return [
    ...(titled ? [onOneLine(title), '='.repeat(title.length)] : []),
    ...parts.map(partAsText),
    ...(rateUrl ? [`Beri nilai: ${rateUrl}`] : []),
    ...(link ? [`${opens}: ${link}`] : []),
    ...(stopUrl ? [`${stop}: ${stopUrl}`] : []),
  ].join('\n\n');
}

function partAsText(part: Part): string {
  if ('line' in part) return onOneLine(part.line);
  if ('list' in part) return part.list.map((item) => `- ${onOneLine(item)}`).join('\n');
  return linesOf(part.said)
    .map((line) => `> ${line}`)
    .join('\n');
}

function asHtml({ title, parts, link, opens = openReport, rateUrl, stopUrl }: Section): string {
  return `<h1 style="font-size:1.2rem;line-height:1.3">${escape(onOneLine(title))}</h1>
${parts.map(partAsHtml).join('\n')}${rateUrl ? button(rateUrl, 'Beri nilai') : ''}${link ? button(link, opens) : ''}${stopUrl ? `<p><a href="${escape(stopUrl)}">${stop}</a></p>` : ''}`;
}

function partAsHtml(part: Part): string {
  if ('line' in part) return `<p>${escape(onOneLine(part.line))}</p>`;
  if ('list' in part) {
    return `<ul>${part.list.map((item) => `<li>${escape(onOneLine(item))}</li>`).join('')}</ul>`;
  }
  const lines = linesOf(part.said).map(escape).join('<br>');
  return `<blockquote style="margin:1rem 0;padding:0 1rem;border-left:3px solid #bbb">${lines}</blockquote>`;
}

/** So that no text is markup, in an element or an attribute. */
function escape(text: string): string {
  const marks: Record<string, string> = {
    '&': '&amp;',
    '<': '&lt;',
    '>': '&gt;',
    '"': '&quot;',
    "'": '&#39;',
  };
  return text.replace(/[&<>"']/g, (mark) => marks[mark] ?? '');
}

function button(link: string, words: string): string {
  return `<p><a href="${escape(link)}" style="display:inline-block;padding:.6rem 1rem;border-radius:.4rem;background:#1d4e89;color:#fff;text-decoration:none">${words}</a></p>`;
}

const breaks = /\r\n|[\n\v\f\r\u0085\u2028\u2029]/u;
const linesOf = (text: string) => text.split(breaks);
/** Titles and names of older reports may hold breaks. */
const onOneLine = (text: string) => linesOf(text).join(' ');

function page(title: string, content: string): string {
  return `<!doctype html>
<html lang="id"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><meta name="color-scheme" content="light dark"><title>${escape(title)}</title></head>
<body style="margin:0;padding:1.5rem;font-family:system-ui,sans-serif;font-size:16px;line-height:1.5"><div style="max-width:38rem;margin:0 auto">
${content}
<hr style="border:0;border-top:1px solid #bbb;margin:1.5rem 0"><p style="font-size:.85rem">${escape(footer)}</p>
</div></body></html>`;
}
