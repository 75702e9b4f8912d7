// When more comes than can be done: decisions first, then citizens' filings, then all else. What is taken is done soon; the rest is told so at once.
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { Problem } from '../problems.ts';
import { Room } from '../../../engine/room.ts';

declare module 'fastify' {
  interface FastifyContextConfig {
    /**
     * What the office or the reporter decides, or a citizen files: these go before all else, and are counted. Many decisions
     * in one request go before the rest, too; how long they take says nothing of one.
     */
    precedence?: Precedence;
  }
}

type Precedence = 'decision' | 'many-decisions' | 'filing';

/** How full it may be for them. */
const shares = { decision: 1, 'many-decisions': 1, filing: 0.9, other: 0.8 };
const retryAfter = 2;

export function admitInOrder(app: FastifyInstance, room = new Room()): void {
  const inside = new WeakMap<FastifyRequest, () => void>();
  // Before its body is read, and before anybody is asked who it is.
  app.addHook('onRequest', async ({ routeOptions: { url, config } }) => {
    if (!url?.startsWith('/v1/')) return;
    if (!room.hasRoom(shares[config.precedence ?? 'other'])) throw new Problem('busy', { retryAfter });
  });
  // A slow line is no work: it counts from when all has come until all is said.
  app.addHook('preHandler', async (request, reply) => {
    const { precedence } = request.routeOptions.config;
    if (!precedence || precedence === 'many-decisions') return;
    const leave = room.enter();
    inside.set(request, leave);
    reply.raw.once('close', leave);
  });
  app.addHook('onSend', async (request) => inside.get(request)?.());
}
