// What changes, as it changes: server-sent events for officers and for reporters.
import { z } from 'zod';
import type { FastifyReply } from 'fastify';
import type { App, Services } from '../services.ts';
import { callerOf } from '../http/limits/caller.ts';
import type { EventStream } from './event-stream.ts';
import { Problem } from '../http/problems.ts';
import { numberParams, problemsOf } from '../../contract/common.ts';
import { byKey, keyHeader } from '../complaints/complaint-routes.ts';

const events = {
  description:
    '`ready`, then `complaint` {number} and `notification` {} as they happen; read anew after each `ready`',
  content: { 'text/event-stream': { schema: z.string() } },
};

export function liveRoutes(app: App, services: Services): void {
  const { auth, live } = services;

  app.get(
    '/v1/live',
    {
      // Nobody would ever close that stream.
      exposeHeadRoute: false,
      schema: {
        summary: 'Changes of what I may see',
        tags: ['offices'],
        response: { 200: events, ...problemsOf(401) },
      },
    },
    async (request, reply) =>
      asEvents(reply, await live.forOfficer(await auth.session(request), callerOf(request))),
  );

  app.get(
    '/v1/complaints/:number/live',
    {
      exposeHeadRoute: false,
      schema: {
        summary: 'Changes of one complaint, with X-Access-Key',
        tags: ['public'],
        params: numberParams,
        headers: keyHeader,
        response: { 200: events, ...problemsOf(401, 404) },
      },
    },
    async (request, reply) => {
      const key = request.headers['x-access-key'];
      if (key === undefined) throw new Problem('unauthenticated', { detail: 'X-Access-Key tidak ada.' });
      const { number } = await byKey(services, request.params.number, key);
      return asEvents(reply, await live.forReporter(number, callerOf(request)));
    },
  );
}

/** The stream itself is given back, not the reply: a handler ends in time, its stream goes on. */
function asEvents(reply: FastifyReply, stream: EventStream): never {
  void reply.type('text/event-stream; charset=utf-8').header('x-accel-buffering', 'no');
  return stream as never;
}
