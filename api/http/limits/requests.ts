// How much one address may ask in a minute: of all routes together, and of those that are easily misused by themselves.
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { addressOf } from './address.ts';
import { Rate } from './rate.ts';

declare module 'fastify' {
  interface FastifyContextConfig {
    /** Requests of one address in a minute, counted by themselves for the routes of that name together. */
    limit?: { name: string; perMinute: number | ((request: FastifyRequest) => number) };
  }
}

const ofAll = { name: '', perMinute: 6_000 };
/** Probes of the machine itself, and the files of the console, of which a page asks for dozens. */
const free = new Set([undefined, '/healthz', '/readyz', '/*']);

export function limitRequests(app: FastifyInstance): void {
  const requests = new Rate(ofAll.perMinute, { seconds: 60 });
  app.addHook('onRequest', async (request, reply) => {
    const { url, config } = request.routeOptions;
    if (request.is404 || free.has(url)) return;
    const { name, perMinute } = config.limit ?? ofAll;
    const most = typeof perMinute === 'number' ? perMinute : perMinute(request);
    const left = await requests.count(`${name} ${addressOf(request)}`, most);
    reply.headers({
      'x-ratelimit-limit': most,
      'x-ratelimit-remaining': Math.max(0, most - left.taken),
      'x-ratelimit-reset': Math.ceil(left.ms / 1_000),
    });
    requests.refuse(left);
  });
}
