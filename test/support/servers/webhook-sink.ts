// A real HTTP server that keeps the calls it receives and answers as it is told.
import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Received {
  path: string;
  headers: IncomingHttpHeaders;
  body: string;
}

interface Reply {
  status: number;
  headers?: Record<string, string>;
  body?: string;
}

export class WebhookSink {
  readonly calls: Received[] = [];
  /** What the next calls are answered; `mute`: nothing. */
  answer: (call: Received) => Reply | 'mute' = () => ({ status: 204 });
  private readonly server: Server;

  private constructor() {
    this.server = createServer((request, response) => {
      let body = '';
      request.on('data', (part) => {
        body += part;
      });
      request.on('end', () => {
        const call = { path: request.url ?? '', headers: request.headers, body };
        this.calls.push(call);
        const reply = this.answer(call);
        if (reply !== 'mute') response.writeHead(reply.status, reply.headers).end(reply.body);
      });
    });
  }

  static async open(): Promise<WebhookSink> {
    const sink = new WebhookSink();
    await new Promise<void>((resolve) => sink.server.listen(0, '127.0.0.1', resolve));
    return sink;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  async close(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }
}
