// The only place where errors become HTTP: application/problem+json (RFC 9457).
import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { hasZodFastifySchemaValidationErrors } from 'fastify-type-provider-zod';
import { DatabaseAway } from '../../db/connection/away.ts';
import { EngineAway, NoSuchSchedule } from '../../engine/errors.ts';
import { Refusal } from '../../sop/refusal.ts';
import { type Language, usualLanguage, type Words } from '../../sop/texts/language.ts';
import { StoreAway } from '../../store/away.ts';
import { problemType } from '../../contract/common.ts';
import { problemsInEnglish } from '../../contract/problems/english.ts';
import { wordsOfIssue } from '../../contract/problems/wrong.ts';
import { languageAsked } from '../values/language.ts';
import { brokeOff } from './logs.ts';
import { Problem, type ProblemCode, problems } from './problems.ts';

/** How long a caller should wait before trying an absent engine or database again, in seconds. */
const retryAfterSeconds = 2;

/** Answers what no route answers; false when it does not either. */
export type AnswerElse = (request: FastifyRequest, reply: FastifyReply) => boolean;

/** What no route answers `elses` are asked for, one after the other. */
export function installErrors(app: FastifyInstance, ...elses: AnswerElse[]): void {
  app.setErrorHandler((error: FastifyError, request, reply) => {
    if (brokeOff(error, request)) {
      request.log.info('the client broke off');
      return sendProblem(new Problem('bad-request'), request, reply);
    }
    const problem = asProblem(error);
    // Of those who are sent away in a storm each line would be one thing more to do.
    if (problems[problem.code].status >= 500 && problem.code !== 'busy')
      request.log.error({ err: error }, problem.code);
    return sendProblem(problem, request, reply);
  });
  app.setNotFoundHandler((request, reply) =>
    elses.some((answer) => answer(request, reply))
      ? reply
      : sendProblem(new Problem('not-found'), request, reply),
  );
}

/** The error as a problem; what nobody foresaw is `internal`, without its words. */
export function asProblem(error: unknown): Problem {
  if (error instanceof Problem) return error;
  if (error instanceof EngineAway) return new Problem('engine-away', { cause: error });
  if (error instanceof StoreAway) return new Problem('storage-away', { cause: error });
  if (error instanceof Refusal) return refusedBy(error);
  if (error instanceof NoSuchSchedule) return new Problem('not-found');
  if (error instanceof DatabaseAway) return new Problem('database-away', { cause: error });
  if (hasZodFastifySchemaValidationErrors(error)) {
    return new Problem('invalid-fields', { errors: fieldErrors(error.validation, error.validationContext) });
  }
  const { code, statusCode } = error as Partial<FastifyError>;
  if (code === 'FST_ERR_CTP_EMPTY_JSON_BODY' || error instanceof SyntaxError) {
    return new Problem('malformed-json');
  }
  switch (statusCode) {
    case 400:
      return new Problem(code === 'FST_ERR_CTP_INVALID_JSON_BODY' ? 'malformed-json' : 'bad-request');
    // A path out of the console's folder.
    case 403:
      return new Problem('not-found');
    case 413:
      return new Problem('too-large');
    case 415:
      return new Problem('unsupported-media-type', {
        detail: {
          id: 'Kirim isi sebagai application/json, lampiran sebagai multipart/form-data.',
          en: 'Send content as application/json, files as multipart/form-data.',
        },
      });
    case 429:
      return new Problem('too-many-requests', { cause: error });
    default:
      return new Problem('internal', { cause: error });
  }
}

/** A refusal that is about one field says which; of a text that is too short, how many letters are wanted (reading 32). */
function refusedBy({ code, message, letters }: Refusal): Problem {
  if (code === 'not-an-original') {
    const said = { id: message, en: problemsInEnglish[code] ?? message };
    return new Problem(code, { errors: [{ path: 'duplicateOf', message: said }] });
  }
  if (code !== 'too-short') return new Problem(code);
  const wanted = {
    id: `Paling sedikit ${letters ?? 0} huruf; spasi, angka, dan tanda baca tidak dihitung`,
    en: `At least ${letters ?? 0} letters; blanks, digits and marks are not counted`,
  };
  return new Problem(code, { errors: [{ path: 'text', message: wanted }] });
}

function fieldErrors(
  issues: readonly { instancePath?: string; message?: string; params?: unknown }[],
  context: string | undefined,
): { path: string; message: Words }[] {
  return issues.map(({ instancePath = '', message = '', params }) => ({
    path: instancePath.replace(/^\//, '').replaceAll('/', '.') || (context ?? 'body'),
    message: wordsOfIssue(message, params),
  }));
}

/** What every answer guards itself by, also one that comes before the hooks of `protect.ts`: it is no page of anybody's. */
export const leastGuards = {
  'x-content-type-options': 'nosniff',
  'content-security-policy': "default-src 'none';frame-ancestors 'none'",
};

/** The answer of any error. */
export function sendProblem(problem: Problem, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const { status } = problems[problem.code];
  const wait = problem.retryAfter ?? (status === 503 ? retryAfterSeconds : undefined);
  if (wait !== undefined) reply.header('retry-after', String(Math.max(1, Math.ceil(wait))));
  if (status === 401) reply.header('www-authenticate', 'Bearer');
  for (const [name, value] of Object.entries(leastGuards))
    if (!reply.hasHeader(name)) reply.header(name, value);
  return reply
    .code(status)
    .type(problemType)
    .serializer((payload: unknown) => JSON.stringify(payload))
    .send(problemBody(problem, { requestId: request.id, language: languageAsked(request) }));
}

/** As RFC 9457 writes it; without a request there is no id of one. */
export function problemBody(
  problem: Problem,
  { requestId, language = usualLanguage }: { requestId?: string; language?: Language } = {},
) {
  const { status, title } = problems[problem.code];
  const detail = problem.detail?.[language];
  const errors = problem.errorsIn(language);
  return {
    type: `urn:tuntas:problem:${problem.code satisfies ProblemCode}`,
    title,
    status,
    ...(detail && { detail }),
    code: problem.code,
    ...(errors.length > 0 && { errors }),
    ...(requestId && { requestId }),
  };
}
