// What changes, as it changes: server-sent events for officers and for reporters.
import { z } from 'zod';
import type { FastifyReply } from 'fastify';
import type { App, Services } from '../services.ts';
import { addressOf } from '../http/limits/address.ts';
import type { EventStream } from './event-stream.ts';
import { flag, numberParams, problemsOf } from '../../contract/common.ts';
import { presence as said } from '../../contract/desk.ts';
import { visible } from '../complaints/found.ts';

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

const presence = flag.describe(
  'Also who else has which report open: `presence` {number, people: [{name, office, doing}]}, anew as it changes and after each `ready`',
);

export function liveRoutes(app: App, services: Services): void {
  const { live } = services;
  app.get(
    '/v1/live',
    {
      // Nobody would ever close that stream.
      exposeHeadRoute: false,
      config: { callers: everyUser },
      schema: {
        summary: 'Changes of what I may see',
        tags: ['offices'],
        querystring: z.object({ back: back.optional(), presence: presence.optional() }),
        response: { 200: events },
      },
    },
    async (request, reply) => {
      const { session, query } = request;
      return asEvents(reply, await live.forOfficer(session, addressOf(request), query));
    },
  );

  app.put(
    '/v1/complaints/:number/presence',
    {
      config: { callers: ['officer'] },
      schema: {
        summary: 'Say that I have it open, every 15 seconds as long as I have',
        description:
          'Told to the other officers who may see it and follow `/v1/live?presence=true`; kept nowhere, and forgotten 25 seconds after it was said last.',
        tags: ['offices'],
        params: numberParams,
        body: said,
        response: { 204: z.undefined().describe('Done'), ...problemsOf(404) },
      },
    },
    async (request, reply) => {
      const { user, body } = request;
      const { number } = await visible(services, request);
      const { username, name, office } = user;
      await live.say({ number, username, name, office: { id: office.id, name: office.name }, ...body });
      return reply.code(204).send();
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
