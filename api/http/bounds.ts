// Bounds how long any answer may take to begin.
import type { FastifyInstance } from 'fastify';
import { runAwaited } from './in-time.ts';

declare module 'fastify' {
  interface FastifyContextConfig {
    /** Of a route whose handler may take longer than others. */
    patienceMs?: number;
  }
}

/** No caller waits for good for an answer to begin; that it goes on is seen to by `connectionTimeout`. */
export function boundEveryHandler(app: FastifyInstance, usualMs: number): void {
  app.addHook('onRoute', (route) => {
    if (!/^\/(v1|codec)\//.test(route.url)) return;
    const { handler, config } = route;
    route.handler = function bounded(request, reply) {
      return runAwaited(
        config?.patienceMs ?? usualMs,
        async () => handler.call(this, request, reply),
        () => reply.raw.headersSent,
      );
    };
  });
}
