// Holds every request against what its route declares, before anything that it brings is read.
import type { FastifyInstance, FastifyReply, FastifyRequest, RouteOptions } from 'fastify';
import { runAwaited } from '../http/in-time.ts';
import { Problem } from '../http/problems.ts';
import { type Auth, bearerOf, bringsCredentials } from './auth.ts';
import { type Caller, callersOf, waysIn } from './callers.ts';
import { type ApiKeys, requireScope } from './keys/api-keys.ts';
import { meansKey } from './keys/key-text.ts';
import type { Opened, User } from './session.ts';

interface Doors {
  auth: Auth;
  apiKeys: ApiKeys;
  /** The complaint that the key opens. Throws `not-found`. */
  openedBy: (number: string, key: string, idempotencyKey: unknown) => Promise<Opened>;
  isScraper: (request: FastifyRequest) => boolean;
  /** How long finding out who asks may take. */
  patienceMs: number;
}

declare module 'fastify' {
  interface FastifyRequest {
    /** Who came by an API key; handlers ask `user`. */
    program: User | undefined;
  }
  interface FastifyInstance {
    /** All that there are, in the order in which they were added. */
    routes: RouteOptions[];
    /** Registers a library that serves something of its own: it declares nothing, and is for anyone. */
    forAnyone: (library: PromiseLike<unknown>) => Promise<void>;
  }
}

/** To be called before the routes are there: from then on one that does not declare its callers throws. */
export function enforceCallers(app: FastifyInstance, doors: Doors): void {
  let isOfLibrary = false;
  app.decorate('forAnyone', async (library: PromiseLike<unknown>) => {
    isOfLibrary = true;
    await library;
    isOfLibrary = false;
  });
  app.decorateRequest('session');
  app.decorateRequest('program');
  app.decorateRequest('opened');
  app.decorateRequest('sight');
  app.decorateRequest('user', {
    getter(this: FastifyRequest) {
      return this.session?.user ?? this.program;
    },
  });
  const routes: RouteOptions[] = [];
  app.decorate('routes', routes);
  app.addHook('onRoute', (route) => {
    if (isOfLibrary) route.config = { ...route.config, callers: ['anyone'] };
    if (!route.config?.callers?.length)
      throw new Error(`${String(route.method)} ${route.url} does not say who may call it.`);
    routes.push(route);
  });
  // After all limits, before the body.
  app.addHook('preParsing', async (request, reply) => {
    if (request.is404) return;
    const { callers = [] } = request.routeOptions.config;
    await runAwaited(doors.patienceMs, () => admit(doors, request, reply, callers));
  });
}

async function admit(
  doors: Doors,
  request: FastifyRequest,
  reply: FastifyReply,
  callers: readonly Caller[],
): Promise<void> {
  const { users, reporter, anyone, scraper } = waysIn(callers);
  if (reporter) {
    const { number } = request.params as { number: string };
    const { 'x-access-key': key, 'idempotency-key': idempotencyKey } = request.headers;
    if (key !== undefined) {
      const { complaint, sight } = await doors.openedBy(number, String(key), idempotencyKey);
      request.opened = complaint;
      request.sight = sight;
      return;
    }
    if (users.length === 0)
      throw new Problem('unauthenticated', {
        detail: { id: 'X-Access-Key tidak ada.', en: 'There is no X-Access-Key.' },
      });
  }
  if (anyone && (users.length === 0 || !bringsCredentials(request))) return;
  if (scraper && doors.isScraper(request)) return;
  if (users.length === 0) throw new Problem('unauthenticated');
  const bearer = bearerOf(request);
  if (bearer !== undefined && meansKey(bearer)) {
    request.program = await doors.apiKeys.programOf(request, reply, bearer);
    requireScope(request.program, request.routeOptions.config.scopes);
    requireCaller(request.program, users);
    return;
  }
  request.session = await doors.auth.sessionOf(request);
  requireCaller(request.session.user, users);
}

/** Throws `forbidden` for a user who is none of `callers`. */
export function requireCaller(user: User, callers: readonly Caller[]): void {
  if (callersOf(user).some((one) => callers.includes(one))) return;
  throw new Problem('forbidden', {
    detail:
      user.role === 'ops'
        ? {
            id: 'Petugas operasional tidak mengerjakan laporan.',
            en: 'Operations staff do not handle reports.',
          }
        : { id: 'Hanya untuk petugas operasional.', en: 'For operations staff alone.' },
  });
}
