// What goes wrong before a route is found, or before there is a request at all: answered as problems, too.
import { STATUS_CODES } from 'node:http';
import type { Socket } from 'node:net';
import type { FastifyInstance, RawServerDefault } from 'fastify';
import { problemType } from '../../../contract/common.ts';
import { type AnswerElse, leastGuards, problemBody } from '../errors.ts';
import { Problem, problems } from '../problems.ts';

/** `PRI * HTTP/2.0`, a header too many, a request that never ends: Node gives up before Fastify hears of it. */
export function answerBrokenRequest(error: NodeJS.ErrnoException, socket: Socket): void {
  if (error.code === 'ECONNRESET' || socket.destroyed) return;
  const codes: Record<string, Problem> = {
    ERR_HTTP_REQUEST_TIMEOUT: new Problem('request-timeout'),
    HPE_HEADER_OVERFLOW: new Problem('headers-too-large'),
  };
  const problem = codes[error.code ?? ''] ?? new Problem('bad-request');
  const { status } = problems[problem.code];
  const body = JSON.stringify(problemBody(problem));
  const headers = {
    'Content-Type': problemType,
    'Content-Length': Buffer.byteLength(body),
    Connection: 'close',
    ...leastGuards,
  };
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`);
  if (socket.writable)
    socket.write(`HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\n${lines.join('')}\r\n${body}`);
  socket.destroy(error);
}

/** What the router itself refuses, in the words of its error's status. */
export function problemOfRouter({ statusCode }: { statusCode?: number | undefined }): Problem {
  return new Problem(statusCode === 414 ? 'uri-too-long' : statusCode === 400 ? 'bad-request' : 'internal');
}

/** `Expect` of anything but `100-continue`, which Node would refuse without a word; no `Host` likewise. */
export function installExpectations(app: FastifyInstance): void {
  const server: RawServerDefault = app.server;
  server.on('checkExpectation', (request, response) => {
    // Seen by the hook below, which every request passes.
    server.emit('request', request, response);
  });
  app.addHook('onRequest', async ({ headers, raw }) => {
    if (headers.expect !== undefined && headers.expect.toLowerCase() !== '100-continue')
      throw new Problem('expectation-failed');
    if (headers.host === undefined && raw.httpVersion === '1.1')
      throw new Problem('bad-request', {
        detail: { id: 'Header Host tidak ada.', en: 'There is no Host header.' },
      });
  });
}

/**
 * Says which methods an address has, when it has others than the one asked for: `OPTIONS` gets 204, all else 405, both
 * with `Allow`.
 */
export function otherMethods(app: FastifyInstance): AnswerElse {
  return (request, reply) => {
    const path = request.url.split('?')[0] ?? '';
    const methods = new Set(
      app.routes.filter(({ url }) => isOf(url, path)).flatMap(({ method }) => [method].flat()),
    );
    if (methods.size === 0 || methods.has(request.method)) return false;
    void reply.header('allow', [...methods.add('OPTIONS')].sort().join(', '));
    if (request.method !== 'OPTIONS') throw new Problem('method-not-allowed');
    void reply.code(204).send();
    return true;
  };
}

/** Whether that address is one of the route's. The console's own files are none: what is missing there is missing. */
function isOf(url: string, path: string): boolean {
  const [own, asked] = [url.split('/'), path.split('/')];
  return (
    own.length === asked.length &&
    own.every((part, n) => (part.startsWith(':') ? asked[n] !== '' : part === asked[n] && part !== '*'))
  );
}
