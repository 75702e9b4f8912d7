// The Temporal UI for ops who signed in: one that nobody else reaches is shown under our own address, and only looked at.
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Problem } from '../http/problems.ts';
import { asProblem, sendProblem } from '../http/errors.ts';
import type { App, Services } from '../services.ts';
import { queryPath } from './temporal-ui-query.ts';

export interface UiBehind {
  /** Where it listens; its public path is `temporalUiPath`. */
  url: string;
  /** What it shows to Temporal's authorizer. */
  token: string | undefined;
}

export const temporalUiPath = '/temporal';

export async function temporalUiRoutes(app: App, { uiBehind }: Services): Promise<void> {
  if (!uiBehind) return;
  // An HTTP client of its own, for who has use for it.
  const { default: replyFrom } = await import('@fastify/reply-from');
  await app.register(replyFrom, { base: uiBehind.url });
  const authorization = uiBehind.token === undefined ? {} : { authorization: `Bearer ${uiBehind.token}` };
  const show = (request: FastifyRequest, reply: FastifyReply) =>
    reply.from(request.url, {
      // Who asks is known here and nobody else's business: no session or key of ours goes further.
      rewriteRequestHeaders: (_, { cookie: _ours, authorization: _theirs, ...headers }) => ({
        ...headers,
        ...authorization,
      }),
      onError: (answer, { error }) => {
        request.log.warn({ err: asProblem(error) }, 'the Temporal UI is away');
        sendProblem(new Problem('engine-away'), request, answer as FastifyReply);
      },
    });
  const route = {
    config: { callers: ['ops'] as const, changesNothing: true },
    schema: { hide: true },
    // It brings a policy of its own for its page.
    helmet: { contentSecurityPolicy: false as const },
  };
  app.get(temporalUiPath, route, show);
  app.get(`${temporalUiPath}/*`, route, show);
  app.post(`${temporalUiPath}${queryPath}`, route, show);
}
