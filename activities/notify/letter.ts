// The one layout of every mail, as HTML and as plain text.
import escape from 'escape-html';

interface Told {
  number: string | null;
  subject: string;
  body: string;
}

export interface Letter {
  subject: string;
  text: string;
  html: string;
}

const footer = 'Pesan ini dikirim otomatis oleh Tuntas, sistem pengelolaan pengaduan.';

/** One mail of one notice or of several. `reader`: the office or officer it goes to; null: the reporter. */
export function letterOf(told: Told[], reader: string | null, publicUrl: string | undefined): Letter {
  const [first] = told;
  const subject = told.length === 1 ? (first?.subject ?? '') : `${told.length} pemberitahuan`;
  const parts = told.map(({ number, subject: title, body }) => ({
    title,
    body,
    link: number && publicUrl ? linkTo(number, reader, publicUrl) : undefined,
  }));
  return {
    subject,
    text: [...parts.map((part) => asText(part, told.length > 1)), `-- \n${footer}`].join('\n\n'),
    html: page(subject, parts.map(asHtml).join('\n')),
  };
}

interface Part {
  title: string;
  body: string;
  link: string | undefined;
}

function linkTo(number: string, reader: string | null, publicUrl: string): string {
  return new URL(`${reader === null ? '/ikuti' : '/kantor/laporan'}/${encodeURIComponent(number)}`, publicUrl)
    .href;
}

function asText({ title, body, link }: Part, titled: boolean): string {
  return [
    ...(titled ? [title, '='.repeat(title.length)] : []),
    body,
    ...(link ? [`Buka laporan: ${link}`] : []),
  ].join('\n\n');
}

function asHtml({ title, body, link }: Part): string {
  const paragraphs = body.split('\n\n').map(paragraph);
  const button = link
    ? `<p><a href="${escape(link)}" style="display:inline-block;padding:.6rem 1rem;border-radius:.4rem;background:#1d4e89;color:#fff;text-decoration:none">Buka laporan</a></p>`
    : '';
  return `<h1 style="font-size:1.2rem;line-height:1.3">${escape(title)}</h1>\n${paragraphs.join('\n')}${button}`;
}

/** Lines that begin with `- ` are a list. */
function paragraph(text: string): string {
  const lines = text.split('\n');
  const items = lines.filter((line) => line.startsWith('- '));
  const words = lines.filter((line) => !line.startsWith('- ')).map(escape);
  const list = items.map((line) => `<li>${escape(line.slice(2))}</li>`).join('');
  return `${words.length > 0 ? `<p>${words.join('<br>')}</p>` : ''}${list && `<ul>${list}</ul>`}`;
}

function page(title: string, content: string): string {
  return `<!doctype html>
<html lang="id"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><meta name="color-scheme" content="light dark"><title>${escape(title)}</title></head>
<body style="margin:0;padding:1.5rem;font-family:system-ui,sans-serif;font-size:16px;line-height:1.5"><div style="max-width:38rem;margin:0 auto">
${content}
<hr style="border:0;border-top:1px solid #bbb;margin:1.5rem 0"><p style="font-size:.85rem">${escape(footer)}</p>
</div></body></html>`;
}
