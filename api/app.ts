// Builds the API; `server.ts` listens.
import fastify, { type FastifyInstance, type FastifyPluginCallback } from 'fastify';
import { serializerCompiler, validatorCompiler, type ZodTypeProvider } from 'fastify-type-provider-zod';
import { randomUUID } from 'node:crypto';
import type { PayloadCodec } from '@temporalio/common';
import type { Sql } from '../db/connection/client.ts';
import type { TrustedProxies } from '../settings/kinds/addresses.ts';
import type { Store } from '../store/store.ts';
import { Auth } from './identity/auth.ts';
import { enforceCallers } from './identity/access.ts';
import type { Engine } from '../engine/engine.ts';
import { installCookies } from './identity/cookies.ts';
import { document } from './http/document.ts';
import { sqlWhileAwaited, whileAwaited } from './http/awaited.ts';
import { installErrors, sendProblem } from './http/errors.ts';
import {
  answerBrokenRequest,
  installExpectations,
  otherMethods,
  problemOfRouter,
} from './http/connections/http-layer.ts';
import { boundHalfSent } from './http/connections/half-sent.ts';
import { longestRequestMs, patienceMs, runAwaited, stallMs } from './http/in-time.ts';
import { logging } from './http/logs.ts';
import { LiveHub } from './live/hub.ts';
import { installMetrics, isScraper, type MetricsSettings } from './http/metrics.ts';
import { Oidc } from './identity/oidc/oidc.ts';
import type { OidcSettings } from './identity/oidc/settings.ts';
import { attachmentRoutes } from './attachments/routes.ts';
import { protect } from './http/protect.ts';
import { bulkRoutes } from './complaints/bulk-routes.ts';
import { codecRoutes } from './operations/codec-routes.ts';
import { complaintRoutes } from './complaints/complaint-routes.ts';
import { contactRoutes } from './identity/contacts/routes.ts';
import { dailyRoutes } from './desk/routes.ts';
import { decisionRoutes } from './complaints/decision-routes.ts';
import { openedBy } from './complaints/found.ts';
import { filingRoutes } from './complaints/filing-routes.ts';
import { healthRoutes } from './operations/health-routes.ts';
import { listRoutes } from './complaints/list-routes.ts';
import { notificationRoutes } from './notifications/routes.ts';
import { liveRoutes } from './live/routes.ts';
import { oidcRoutes } from './identity/oidc/routes.ts';
import { officeChangeRoutes } from './people/office-change-routes.ts';
import { officeRoutes } from './people/office-routes.ts';
import { publicVersionRoutes } from './complaints/public/public-version-routes.ts';
import { exportRoutes } from './figures/export-routes.ts';
import { registerRoutes } from './complaints/public/register-routes.ts';
import { reportRoutes } from './figures/routes.ts';
import { ruleRoutes } from './rules/routes.ts';
import { keepNotes } from './operations/noted.ts';
import { scheduleRoutes } from './operations/schedule-routes.ts';
import { ownSessionRoutes } from './identity/own-session-routes.ts';
import { sessionRoutes } from './identity/session-routes.ts';
import { webhookRoutes } from './notifications/webhook-routes.ts';
import { userRoutes } from './people/user-routes.ts';
import type { App, Services } from './services.ts';
import { refuseUnstorable } from './http/storable.ts';
import { cutUnusedConnections } from './http/connections/unused-connections.ts';
import { installConsole } from './http/web-console.ts';

export interface AppOptions {
  sql: Sql;
  engine: Engine;
  /** Of attachments. */
  store: Store;
  secret: string;
  /** Whether the worker sends mail. */
  mailing?: boolean;
  /** Whether webhooks may call private addresses, and so without TLS. */
  privateWebhooks?: boolean;
  trustProxy?: TrustedProxies;
  logLevel?: string;
  oidc?: OidcSettings | undefined;
  /** Where the Temporal UI is, for people. */
  temporalUi?: string | undefined;
  /** Where the console was built; served when it is there. */
  webDir?: string | undefined;
  /** Absent: they are not served. */
  metrics?: MetricsSettings | undefined;
  /** How many files reporters may add from one address within a day. */
  uploadsPerDay?: number;
  /** Whether the demo ministry's people may sign in: the embedded default only. */
  demoPeople?: boolean;
  /** Reads what the engine keeps, for ops; absent: they can't. */
  codec?: PayloadCodec | undefined;
  /** How long an answer may take to begin, and then to move: drills shorten it. */
  patienceMs?: number;
  stallMs?: number;
  /** Absent: no request is traced. */
  tracing?: RequestTracing | undefined;
}

/** Spans of requests, and the trace that one stands in. */
interface RequestTracing {
  requests: FastifyPluginCallback;
  traceId: () => string | undefined;
}

const bodyLimit = 256 * 1024;

declare module 'fastify' {
  interface FastifyContextConfig {
    /** Of a route whose handler may take longer than others. */
    patienceMs?: number;
  }
}

export async function buildApp(options: AppOptions): Promise<App> {
  const { store, secret, mailing = false, privateWebhooks = false } = options;
  const [sql, engine] = [sqlWhileAwaited(options.sql), whileAwaited(options.engine)];
  const base = fastify({
    bodyLimit,
    requestTimeout: longestRequestMs,
    connectionTimeout: options.stallMs ?? stallMs,
    // Refused in words of our own.
    http: { requireHostHeader: false },
    clientErrorHandler: answerBrokenRequest,
    frameworkErrors: (error, request, reply) => void sendProblem(problemOfRouter(error), request, reply),
    trustProxy: options.trustProxy ?? false,
    ...logging(options.logLevel ?? 'info'),
    // A proxy's id is taken over, when it looks like one.
    genReqId: ({ headers }) => {
      const given = String(headers['x-request-id'] ?? '');
      return /^[\w.-]{8,64}$/.test(given) ? given : randomUUID();
    },
    // A number in the path is not looked up under another spelling.
    routerOptions: { maxParamLength: 1_000 },
  });
  const app: App = base.withTypeProvider<ZodTypeProvider>();
  app.setValidatorCompiler(validatorCompiler);
  app.setSerializerCompiler(serializerCompiler);
  // Before any route and hook, so that all of them run in the request's span.
  if (options.tracing) await base.register(options.tracing.requests);
  const auth = new Auth(sql, secret, options.demoPeople ?? false);
  const metrics = options.metrics ?? {};
  enforceCallers(base, {
    auth,
    openedBy: (number, key) => openedBy(sql, number, key),
    isScraper: (request) => isScraper(request, metrics),
    patienceMs: options.patienceMs ?? patienceMs,
  });
  keepNotes(base);
  installErrors(base, await installConsole(base, options.webDir), otherMethods(base));
  installExpectations(base);
  cutUnusedConnections(base);
  boundHalfSent(base);
  boundEveryHandler(base, options.patienceMs ?? patienceMs);
  logTheNumber(base, options.tracing);
  refuseUnstorable(base);
  await protect(base);
  await document(base);
  installMetrics(base, sql, metrics);
  await installCookies(base);
  // It goes on listening for others when the request that began it is long over.
  const live = new LiveHub(options.sql);
  base.addHook('preClose', async () => live.close());
  const oidc = options.oidc && new Oidc(options.oidc, secret);
  const { temporalUi, uploadsPerDay = 500 } = options;
  const services: Services = {
    sql,
    engine,
    store,
    secret,
    auth,
    mailing,
    privateWebhooks,
    live,
    oidc,
    temporalUi,
    uploadsPerDay,
  };
  healthRoutes(base, services);
  sessionRoutes(app, services);
  ownSessionRoutes(app, services);
  oidcRoutes(app, services);
  filingRoutes(app, services);
  complaintRoutes(app, services);
  contactRoutes(app, services);
  listRoutes(app, services);
  decisionRoutes(app, services);
  officeRoutes(app, services);
  registerRoutes(app, services);
  reportRoutes(app, services);
  exportRoutes(app, services);
  ruleRoutes(app, services);
  dailyRoutes(app, services);
  publicVersionRoutes(app, services);
  bulkRoutes(app, services);
  notificationRoutes(app, services);
  webhookRoutes(app, services);
  await attachmentRoutes(app, services);
  liveRoutes(app, services);
  userRoutes(app, services);
  officeChangeRoutes(app, services);
  scheduleRoutes(app, services);
  if (options.codec) codecRoutes(app, services, options.codec);
  return app;
}

/** Log lines of a request carry its id, which the answer names too, the complaint's number, and its trace when there is one. */
function logTheNumber(app: FastifyInstance, tracing: RequestTracing | undefined): void {
  app.addHook('onRequest', (request, reply, done) => {
    const { number } = request.params as { number?: string };
    const trace_id = tracing?.traceId();
    if (number || trace_id) request.log = reply.log = request.log.child({ number, trace_id });
    reply.header('x-request-id', request.id);
    done();
  });
}

/** No caller waits for good for an answer to begin; that it goes on is seen to by `connectionTimeout`. */
function boundEveryHandler(app: FastifyInstance, usualMs: number): void {
  app.addHook('onRoute', (route) => {
    if (!route.url.startsWith('/v1/')) return;
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
