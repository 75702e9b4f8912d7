// The one layout of every mail, as HTML and as plain text; made of parts, so that no text of anybody's can be markup.
import { alwaysInOwnWords, isWayBack, keyCodeKind, ownWordsOf, type ReaderKind } from '../texts/own-words.ts';
import type { Language, Words } from '../texts/language.ts';
import { codeWords, ours, whyConfirm } from './letter/words.ts';
import { weeklyKind } from './summaries/weekly.ts';
import { type Part, partIn } from './told.ts';

export interface Told {
  number: string | null;
  kind: string;
  subject: Words;
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
  /** What they read. */
  language: Language;
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
  /** What gets the reporter another access key, likewise; absent: none was asked for. */
  keyCodes?: ReadonlyMap<string, string>;
}

interface Section {
  title: string;
  /** In the reader's language. */
  parts: Part[];
  /** What each opens, and where; the first ones stand out. */
  links: { opens: string; url: string }[];
  stop: { opens: string; url: string } | undefined;
}

/** One mail of one notice or of several. Until the address is confirmed: in our own words (reading 33). */
export function letterOf(told: Told[], reader: Reader): Letter {
  const { language, confirmUrl } = reader;
  const sections = told.map((one) => sectionOf(one, reader));
  const subject =
    sections.length === 1 ? (sections[0]?.title ?? '') : `${sections.length} ${ours.notices[language]}`;
  const closing = reader.confirmed ? [] : confirming(reader);
  const footer = ours.footer[language];
  return {
    subject: onOneLine(subject),
    text: [
      ...sections.map((section) => asText(section, sections.length > 1)),
      ...closing.map(partAsText),
      ...(closing.length > 0 && confirmUrl ? [confirmUrl] : []),
      `-- \n${footer}`,
    ].join('\n\n'),
    html: page(
      { language, title: subject, footer },
      [
        ...sections.map(asHtml),
        ...closing.map(partAsHtml),
        closing.length > 0 && confirmUrl ? button({ opens: ours.confirm[language], url: confirmUrl }) : '',
      ].join('\n'),
    ),
  };
}

function sectionOf({ number, kind, subject, body, parts }: Told, reader: Reader): Section {
  const { is, language, confirmed, publicUrl } = reader;
  const line = (words: Words): Part => ({ line: words[language] });
  const linked = (words: Words, url: string | undefined) =>
    url ? { opens: words[language], url } : undefined;
  const section = (title: Words, told: Part[], links: Partial<Section> = {}): Section => ({
    title: title[language],
    parts: told.map((part) => partIn(part, language)),
    links: [],
    stop: undefined,
    ...links,
  });
  const report = number ? linked(ours.openReport, linkTo(number, reader)) : undefined;
  if (!confirmed || is === 'follower' || (is === 'reporter' && alwaysInOwnWords(kind))) {
    const own = ownWordsOf(kind, number, is);
    if (!confirmed) return section(own.subject, own.parts);
    const back = report && isWayBack(kind) ? [line(ours.wayBack)] : [];
    const code = kind === keyCodeKind ? [line(codeWords(reader.keyCodes?.get(number ?? '')))] : [];
    return section(own.subject, [...own.parts, ...code, ...back], {
      links: report ? [report] : [],
      stop: linked(ours.stop, number ? reader.stopUrls.get(number) : undefined),
    });
  }
  if (kind === weeklyKind) {
    const oversight = linked(ours.openOversight, publicUrl && new URL('/pengawasan', publicUrl).href);
    return section(subject, parts ?? [], { links: oversight ? [oversight] : [] });
  }
  const rate = linked(ours.rate, kind === 'answer' && number ? reader.rateUrls.get(number) : undefined);
  const invited = rate ? [line(ours.invitation)] : [];
  return section(subject, [...(parts ?? [{ said: body }]), ...invited], {
    links: [rate, report].flatMap((one) => one ?? []),
  });
}

const office = '/kantor/laporan';

function linkTo(number: string, { is, publicUrl }: Reader): string | undefined {
  const path = { reporter: '/ikuti', follower: '/register', officer: office, office }[is];
  return publicUrl && new URL(`${path}/${encodeURIComponent(number)}`, publicUrl).href;
}

/** To an address that is not confirmed: what its link does, and that it may be left alone. */
function confirming({ is, language, confirmUrl }: Reader): Part[] {
  if (!confirmUrl) return [];
  return [{ line: whyConfirm[is][language] }, { line: ours.leaveAlone[language] }];
}

function asText({ title, parts, links, stop }: Section, titled: boolean): string {
  return [
    ...(titled ? [onOneLine(title), '='.repeat(title.length)] : []),
    ...parts.map(partAsText),
    ...links.map(({ opens, url }) => `${opens}: ${url}`),
    ...(stop ? [`${stop.opens}: ${stop.url}`] : []),
  ].join('\n\n');
}

function partAsText(part: Part): string {
  if ('line' in part) return onOneLine(part.line);
  if ('list' in part) return part.list.map((item) => `- ${onOneLine(item)}`).join('\n');
  return linesOf(part.said)
    .map((line) => `> ${line}`)
    .join('\n');
}

function asHtml({ title, parts, links, stop }: Section): string {
  return `<h1 style="font-size:1.2rem;line-height:1.3">${escape(onOneLine(title))}</h1>
${parts.map(partAsHtml).join('\n')}${links.map(button).join('')}${stop ? `<p><a href="${escape(stop.url)}">${stop.opens}</a></p>` : ''}`;
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

function button({ opens, url }: { opens: string; url: string }): string {
  return `<p><a href="${escape(url)}" style="display:inline-block;padding:.6rem 1rem;border-radius:.4rem;background:#1d4e89;color:#fff;text-decoration:none">${opens}</a></p>`;
}

const breaks = /\r\n|[\n\v\f\r\u0085\u2028\u2029]/u;
const linesOf = (text: string) => text.split(breaks);
/** Titles and names of older reports may hold breaks. */
const onOneLine = (text: string) => linesOf(text).join(' ');

function page(
  { language, title, footer }: { language: Language; title: string; footer: string },
  content: string,
): string {
  return `<!doctype html>
<html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><meta name="color-scheme" content="light dark"><title>${escape(title)}</title></head>
<body style="margin:0;padding:1.5rem;font-family:system-ui,sans-serif;font-size:16px;line-height:1.5"><div style="max-width:38rem;margin:0 auto">
${content}
<hr style="border:0;border-top:1px solid #bbb;margin:1.5rem 0"><p style="font-size:.85rem">${escape(footer)}</p>
</div></body></html>`;
}
