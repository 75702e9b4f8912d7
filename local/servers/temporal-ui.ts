// The Temporal UI as people get it: it looks and does not touch, and reads what is encrypted for ops who signed in.
import {
  createServer,
  type IncomingMessage,
  request as ask,
  type Server,
  type ServerResponse,
} from 'node:http';
import { queryPath } from '../../api/operations/temporal-ui-query.ts';

export interface UiSettings {
  /** Where people find it; this machine only. */
  port: number;
  /** Where the dev server's own UI listens, which has no such settings. */
  behind: number;
  /** Whether it may signal, terminate, reset and pause: decisions are made in the console. */
  writes: boolean;
  codecEndpoint: string;
  /** Where ops sign in, to read there. */
  signIn: string;
}

const hosts = /^(127\.0\.0\.1|localhost|\[::1\])(:\d+)?$/;
const query = new RegExp(`^${queryPath.replaceAll(/:\w+/g, '[^/]+')}$`);

/** Listens; rejects when the port is taken. */
export async function serveTemporalUi(settings: UiSettings): Promise<Server> {
  const server = createServer((request, response) => {
    // A page of another site that made its name lead here is no visitor of ours.
    if (!hosts.test(request.headers.host ?? '')) return refuse(response, 421, 'Another host is asked for.');
    if (!settings.writes && !reads(request)) return refuse(response, 405, 'Write actions are disabled.');
    forward(request, response, settings);
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(settings.port, '127.0.0.1', resolve);
  });
  return server;
}

function pathOf({ url = '/' }: IncomingMessage): string {
  return new URL(url, 'http://here.invalid').pathname;
}

function reads(request: IncomingMessage): boolean {
  const { method = '' } = request;
  return ['GET', 'HEAD', 'OPTIONS'].includes(method) || (method === 'POST' && query.test(pathOf(request)));
}

function refuse(response: ServerResponse, status: number, message: string): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify({ message }));
}

function forward(request: IncomingMessage, response: ServerResponse, settings: UiSettings): void {
  const isSettings = pathOf(request) === '/api/v1/settings';
  const { method, url: path } = request;
  // Its settings are changed on the way, so they come as they are.
  const headers = isSettings ? { ...request.headers, 'accept-encoding': 'identity' } : request.headers;
  const sent = ask({ host: '127.0.0.1', port: settings.behind, method, path, headers }, (answer) => {
    if (isSettings && answer.statusCode === 200) {
      void sendSettings(answer, response, settings);
    } else {
      response.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(response);
    }
  });
  sent.once('error', () => {
    if (response.headersSent) response.destroy();
    else refuse(response, 502, 'The Temporal server is away.');
  });
  response.once('close', () => sent.destroy());
  request.pipe(sent);
}

async function sendSettings(
  answer: IncomingMessage,
  response: ServerResponse,
  { writes, codecEndpoint, signIn }: UiSettings,
): Promise<void> {
  try {
    let text = '';
    for await (const part of answer) text += String(part);
    const known = JSON.parse(text) as object;
    const ours = {
      DisableWriteActions: !writes,
      Codec: {
        Endpoint: codecEndpoint,
        PassAccessToken: false,
        IncludeCredentials: true,
        DefaultErrorMessage:
          'Isi terenkripsi. Masuk dahulu di konsol sebagai petugas operasional, lalu muat ulang.',
        DefaultErrorLink: signIn,
      },
    };
    const { 'content-length': _, ...headers } = answer.headers;
    response.writeHead(200, { ...headers, 'cache-control': 'no-store' });
    response.end(JSON.stringify({ ...known, ...ours }));
  } catch {
    refuse(response, 502, 'The Temporal server is away.');
  }
}
