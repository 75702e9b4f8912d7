// The API's log: a line by route, never by address as it was asked, and no error for a client that breaks off.
import { type FastifyInstance, type FastifyReply, type FastifyRequest, LogController } from 'fastify';
import { logSafely, logStream } from '../../tracing/log-safely.ts';

const gone = new Set([
  'ECONNRESET',
  'EPIPE',
  'ERR_STREAM_PREMATURE_CLOSE',
  'ERR_STREAM_DESTROYED',
  'ABORT_ERR',
  'FST_ERR_CTP_INVALID_CONTENT_LENGTH',
]);

/** Whether that error is only that the client went away. The database's line breaks by the same codes; a body that was read whole is destroyed as well. */
export function brokeOff(error: unknown, { raw }: Pick<FastifyRequest, 'raw'>): boolean {
  const { code, message } = (error ?? {}) as { code?: unknown; message?: unknown };
  const says = (typeof code === 'string' && gone.has(code)) || message === 'aborted';
  return says && (raw.readableAborted || raw.socket.destroyed);
}

const leftLine = 'the client broke off';

class Logs extends LogController {
  override requestCompleted(
    error: Error | null | undefined,
    request: FastifyRequest,
    reply: FastifyReply,
  ): void {
    if (error && brokeOff(error, request)) reply.log.info({ res: reply }, leftLine);
    else super.requestCompleted(error, request, reply);
  }

  override streamError(error: Error, request: FastifyRequest, reply: FastifyReply): void {
    if (brokeOff(error, request)) reply.log.info({ res: reply }, leftLine);
    else super.streamError(error, request, reply);
  }
}

/** Fastify's own, and pino's. Addresses may hold what was looked for, codes and keys; a route holds none. */
export function logging(level: string) {
  return {
    logController: new Logs(),
    logger: {
      ...logSafely,
      level,
      name: 'api',
      stream: logStream(),
      serializers: {
        ...logSafely.serializers,
        req: ({ method, routeOptions, ip }: FastifyRequest) => ({
          method,
          route: routeOptions?.url ?? null,
          remoteAddress: ip,
        }),
      },
    },
  };
}

const reportNumber = /^LAP-\d{4}-\d{6,12}$/;

/** What was asked for as a number, when it is one: in its place people type a name, their NIK, or the key. */
export function numberToLog(typed: string | undefined): string | undefined {
  return typed !== undefined && reportNumber.test(typed) ? typed : undefined;
}

/** Log lines of a request carry its id, which the answer names too, the complaint's number, and its trace when there is one. */
export function logTheNumber(app: FastifyInstance, traceId: () => string | undefined): void {
  app.addHook('onRequest', (request, reply, done) => {
    const { number: typed } = request.params as { number?: string };
    const number = numberToLog(typed);
    const trace_id = traceId();
    if (number || trace_id) request.log = reply.log = request.log.child({ number, trace_id });
    reply.header('x-request-id', request.id);
    done();
  });
}
