// Uploads over HTTP, as forms and by hand, and what is kept of them.
import { existsSync, mkdirSync, readdirSync } from 'node:fs';
import { connect, type Socket } from 'node:net';
import { join } from 'node:path';
import { expect, vi } from 'vitest';
import type { AppOptions } from '../../../api/app.ts';
import { Api, type Answer, type Driven } from '../api.ts';

type Headers_ = Record<string, string>;
interface Sent {
  name?: string;
  field?: string;
  visibility?: string;
}

interface Begun {
  length: number;
  filename: string;
  key?: string;
  visibility?: string;
  base?: string;
}

/** Rows and files of a complaint. */
export interface Kept {
  rows: number;
  files: number;
}
export const nothing: Kept = { rows: 0, files: 0 };

export const key = (r: Driven): Headers_ => ({ 'x-access-key': r.key });

export function formOf(
  content: Buffer,
  { name = 'foto.png', field = 'file', visibility }: Sent = {},
): FormData {
  const form = new FormData();
  if (visibility !== undefined) form.set('visibility', visibility);
  form.set(field, new Blob([new Uint8Array(content)]), name);
  return form;
}

export class Uploads {
  readonly api: Api;
  /** Where uploads lie while they come. */
  private readonly scratch: string;

  private constructor(api: Api) {
    this.api = api;
    this.scratch = join(api.files, '..', 'scratch');
    mkdirSync(this.scratch);
    vi.stubEnv('TMPDIR', this.scratch);
  }

  static async open(options: Partial<AppOptions> = {}): Promise<Uploads> {
    return new Uploads(await Api.open(options));
  }

  async close(): Promise<void> {
    vi.unstubAllEnvs();
    await this.api.close();
  }

  async bearer(who: string): Promise<Headers_> {
    return { authorization: `Bearer ${await this.api.tokenOf(who)}` };
  }

  add(r: Driven, headers: Headers_, content: Buffer, sent?: Sent): Promise<Answer> {
    return this.send(r, headers, formOf(content, sent));
  }

  async send(r: Driven, headers: Headers_, form: FormData): Promise<Answer> {
    const url = new URL(`${r.path}/attachments`, this.api.base);
    const response = await fetch(url, { method: 'POST', headers, body: form });
    return { status: response.status, headers: response.headers, body: await response.json() };
  }

  /** Begins a file in parts; `base`: of another process. */
  async begin(
    r: Driven,
    headers: Headers_,
    { length, key: under, base = this.api.base, ...told }: Begun,
  ): Promise<Answer> {
    const metadata = Object.entries(told).map(
      ([name, value]) => `${name} ${Buffer.from(value).toString('base64')}`,
    );
    const response = await fetch(new URL(`${r.path}/uploads`, base), {
      method: 'POST',
      headers: {
        ...headers,
        'tus-resumable': '1.0.0',
        'upload-length': String(length),
        'upload-metadata': metadata.join(),
        ...(under !== undefined && { 'idempotency-key': under }),
      },
    });
    return { status: response.status, headers: response.headers, body: await response.json() };
  }

  /** Sends what follows `start`, to whatever process that address is of. */
  async append(at: URL, headers: Headers_, start: number, content: Buffer): Promise<Answer> {
    const response = await fetch(at, {
      method: 'PATCH',
      headers: {
        ...headers,
        'content-type': 'application/offset+octet-stream',
        'upload-offset': String(start),
      },
      body: new Uint8Array(content),
    });
    const text = await response.text();
    return { status: response.status, headers: response.headers, body: text && JSON.parse(text) };
  }

  async listed(r: Driven, headers: Headers_): Promise<Answer['body'][]> {
    return (await this.api.send('GET', `${r.path}/attachments`, undefined, headers)).body.items;
  }

  async download(r: Driven, id: string, headers: Headers_) {
    const response = await fetch(new URL(`${r.path}/attachments/${id}`, this.api.base), { headers });
    const content = Buffer.from(await response.arrayBuffer());
    return { status: response.status, headers: response.headers, content };
  }

  async kept(r: Driven): Promise<Kept> {
    const [row] = await this.api.sql`select count(*) from attachments where number = ${r.number}`;
    const folder = join(this.api.files, r.number);
    return { rows: Number(row?.count), files: existsSync(folder) ? readdirSync(folder).length : 0 };
  }

  /** Uploads under way. */
  spooling(): string[] {
    return readdirSync(this.scratch);
  }

  /** Waits until so many uploads are under way. */
  async spools(count: number): Promise<void> {
    await vi.waitFor(() => expect(this.spooling()).toHaveLength(count), { timeout: 30_000, interval: 10 });
  }

  /** An upload by hand: `bytes` are announced, what is sent is up to the caller. */
  async byHand(
    r: Driven,
    bytes: number,
  ): Promise<{ socket: Socket; head: Buffer; tail: Buffer; answer: Promise<string> }> {
    const head = Buffer.from('--x\r\ncontent-disposition: form-data; name="file"; filename="a.jpg"\r\n\r\n');
    const tail = Buffer.from('\r\n--x--\r\n');
    const { hostname, port } = new URL(this.api.base);
    const socket = connect(Number(port), hostname);
    let text = '';
    socket.on('data', (part) => {
      text += String(part);
    });
    const answer = new Promise<string>((resolve) => {
      socket.on('error', () => {});
      socket.on('close', () => resolve(text));
    });
    socket.write(
      `POST ${r.path}/attachments HTTP/1.1\r\nhost: x\r\nconnection: close\r\nx-access-key: ${r.key}\r\n` +
        `content-type: multipart/form-data; boundary=x\r\ncontent-length: ${head.length + bytes + tail.length}\r\n\r\n`,
    );
    socket.write(head);
    return { socket, head, tail, answer };
  }
}
