// What changes, as it changes: server-sent events for officers and for reporters.
import { z } from 'zod';
import type { FastifyReply } from 'fastify';
import type { App, Services } from '../services.ts';
import { addressOf } from '../http/limits/address.ts';
import type { EventStream } from './event-stream.ts';
import { numberParams, problemsOf } from '../../contract/common.ts';

import { everyUser } from '../identity/callers.ts';

const events = {
  description:
    '`ready`, then `complaint` {number} and `notification` {} as they happen; read anew after each `ready`',
  content: { 'text/event-stream': { schema: z.string() } },
};

const back = z.coerce
  .number()
  .int()
  .min(1)
  .max(60)
  .describe(
    'Also what changed in the last so many seconds: `ready` then says {back}, how many of them are known, so that what was read since need not be read anew',
  );

export function liveRoutes(app: App, { live }: Services): void {
  app.get(
    '/v1/live',
    {
      // Nobody would ever close that stream.
      exposeHeadRoute: false,
      config: { callers: everyUser },
      schema: {
        summary: 'Changes of what I may see',
        tags: ['offices'],
        querystring: z.object({ back: back.optional() }),
        response: { 200: events },
      },
    },
    async (request, reply) => {
      const { session, query } = request;
      return asEvents(reply, await live.forOfficer(session, addressOf(request), query.back));
    },
  );

  app.get(
    '/v1/complaints/:number/live',
    {
      exposeHeadRoute: false,
      config: { callers: ['reporter'] },
      schema: {
        summary: 'Changes of one complaint, with X-Access-Key',
        tags: ['public'],
        params: numberParams,
        response: { 200: events, ...problemsOf(404) },
      },
    },
    async (request, reply) =>
      asEvents(reply, await live.forReporter(request.opened.number, addressOf(request))),
  );
}

/** The stream itself is given back, not the reply: a handler ends in time, its stream goes on. */
function asEvents(reply: FastifyReply, stream: EventStream): never {
  void reply.type('text/event-stream; charset=utf-8').header('x-accel-buffering', 'no');
  return stream as never;
}
