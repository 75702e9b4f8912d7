// What protects every answer: headers for browsers, and a limit on how much one address may ask.
import helmet from '@fastify/helmet';
import type { FastifyInstance } from 'fastify';
import { limitRequests } from './limits/requests.ts';

/** Nothing runs in a page of ours but our own files; styles may stand in the page, as the console's library writes them. */
const policy = (pictures: readonly string[]) => ({
  useDefaults: false,
  directives: {
    defaultSrc: ["'self'"],
    scriptSrc: ["'self'"],
    styleSrc: ["'self'", "'unsafe-inline'"],
    imgSrc: ["'self'", 'data:', 'blob:', ...pictures],
    connectSrc: ["'self'"],
    objectSrc: ["'none'"],
    baseUri: ["'none'"],
    formAction: ["'self'"],
    frameAncestors: ["'none'"],
  },
});

/** `pictures`: origins from which pages may show pictures, besides ours. */
export async function protect(app: FastifyInstance, pictures: readonly string[]): Promise<void> {
  await app.register(helmet, {
    contentSecurityPolicy: policy(pictures),
    frameguard: { action: 'deny' },
    referrerPolicy: { policy: 'no-referrer' },
    // Plain HTTP on one machine is a way to run it.
    strictTransportSecurity: false,
  });
  app.addHook('onRequest', async ({ protocol, url }, reply) => {
    if (protocol === 'https') reply.header('strict-transport-security', 'max-age=31536000');
    // Reports, people and tokens: nothing of them stays behind on a computer that several use.
    if (url.startsWith('/v1/')) reply.header('cache-control', 'no-store');
  });
  limitRequests(app);
}
