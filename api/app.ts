// Builds the API; `server.ts` listens.
import fastify, { type FastifyPluginCallback } from 'fastify';
import { serializerCompiler, validatorCompiler, type ZodTypeProvider } from 'fastify-type-provider-zod';
import { randomUUID } from 'node:crypto';
import type { PayloadCodec } from '@temporalio/common';
import type { Sql } from '../db/connection/client.ts';
import type { TrustedProxies } from '../settings/kinds/addresses.ts';
import type { FactorHolder } from '../settings/kinds/factor-holders.ts';
import type { KeyRing } from '../settings/kinds/payload-keys.ts';
import type { Store } from '../store/store.ts';
import type { ClamdAddress } from './attachments/scanning/clamd.ts';
import { Scanner } from './attachments/scanning/scanner.ts';
import { Auth } from './identity/auth.ts';
import { enforceCallers } from './identity/access.ts';
import { ApiKeys } from './identity/keys/api-keys.ts';
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
import { admitInOrder } from './http/limits/admission.ts';
import { boundEveryHandler } from './http/bounds.ts';
import { longestRequestMs, patienceMs, stallMs } from './http/in-time.ts';
import { logging, logTheNumber } from './http/logs.ts';
import { KeptRules } from '../db/rules/kept-rules.ts';
import { LiveHub } from './live/hub.ts';
import { LookLog } from './looks/look-log.ts';
import { RecordNews } from './live/record-news.ts';
import { installMetrics, isScraper, type MetricsSettings } from './http/metrics.ts';
import type { OidcSettings } from './identity/oidc/settings.ts';
import { protect } from './http/protect.ts';
import { type MapTiles, originOf } from './regions/map-tiles.ts';
import { compressAnswers } from './http/compressed.ts';
import { openedBy } from './complaints/found.ts';
import { keepNotes } from './operations/noted.ts';
import type { SecurityContact } from './operations/security-text-routes.ts';
import type { UiBehind } from './operations/temporal-ui-routes.ts';
import { Sender } from './desk/sender.ts';
import { addRoutes } from './routes.ts';
import type { App, Services } from './services.ts';
import { refuseUnstorable } from './http/storable.ts';
import { cutUnusedConnections } from './http/connections/unused-connections.ts';
import { installConsole } from './http/web-console.ts';

export interface AppOptions {
  sql: Sql;
  engine: Engine;
  /** Of attachments. */
  store: Store;
  /** Scans them for viruses before anybody gets them; absent: nobody does. */
  clamd?: ClamdAddress | undefined;
  secret: string;
  /** Whether the worker sends mail. */
  mailing?: boolean;
  /** Whether one of ops asks, and another approves, what gives an account more (decision 50). */
  fourEyes?: boolean;
  /** Whether webhooks may call private addresses, and so without TLS. */
  privateWebhooks?: boolean;
  trustProxy?: TrustedProxies;
  logLevel?: string;
  oidc?: OidcSettings | undefined;
  /** Where people reach the console. */
  publicUrl?: string | undefined;
  /** Where the Temporal UI is, for people. */
  temporalUi?: string | undefined;
  /** One that ops see under our own address; absent: none. */
  uiBehind?: UiBehind | undefined;
  /** Streets under the map; absent: it is an outline. */
  mapTiles?: MapTiles | undefined;
  /** Where the console was built; served when it is there. */
  webDir?: string | undefined;
  /** Absent: they are not served. */
  metrics?: MetricsSettings | undefined;
  /** How many files reporters may add from one address within a day. */
  uploadsPerDay?: number;
  /** How much one API key may ask within a minute. */
  keyRequestsPerMinute?: number;
  /** Whether the demo ministry's people may sign in: the embedded default only. */
  demoPeople?: boolean;
  /** Whose accounts with a password here need a second factor; absent: nobody's. */
  secondFactorRequired?: readonly FactorHolder[];
  /** Seals what the database keeps and nobody may read there; absent: nobody sets an app up. */
  keyRing?: KeyRing | undefined;
  /** Reads what the engine keeps, for ops; absent: they can't. */
  codec?: PayloadCodec | undefined;
  /** Who is told of a weakness; absent: nobody is named. */
  securityContact?: SecurityContact | undefined;
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

export async function buildApp(options: AppOptions): Promise<App> {
  const { store, secret, mailing = false, privateWebhooks = false } = options;
  const [sql, engine] = [sqlWhileAwaited(options.sql), whileAwaited(options.engine)];
  const base = fastify({
    bodyLimit,
    requestTimeout: longestRequestMs,
    connectionTimeout: options.stallMs ?? stallMs,
    // Who comes on a kept connection while we close is answered as ever, and told to come by another one.
    return503OnClosing: false,
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
  const { demoPeople = false, secondFactorRequired = [] } = options;
  const auth = new Auth(sql, secret, { demoPeople, secondFactorRequired });
  const metrics = options.metrics ?? {};
  admitInOrder(base);
  enforceCallers(base, {
    auth,
    apiKeys: new ApiKeys(sql, auth, options.keyRequestsPerMinute ?? 600),
    openedBy: (...given) => openedBy(sql, ...given),
    isScraper: (request) => isScraper(request, metrics),
    patienceMs: options.patienceMs ?? patienceMs,
  });
  keepNotes(base);
  installErrors(base, await installConsole(base, options.webDir), otherMethods(base));
  installExpectations(base);
  cutUnusedConnections(base);
  boundHalfSent(base);
  boundEveryHandler(base, options.patienceMs ?? patienceMs);
  logTheNumber(base, () => options.tracing?.traceId());
  refuseUnstorable(base);
  await protect(base, options.mapTiles ? [originOf(options.mapTiles)] : []);
  compressAnswers(base);
  await document(base);
  installMetrics(base, sql, metrics);
  await installCookies(base);
  // It goes on listening for others when the request that began it is long over.
  const live = new LiveHub(options.sql, (session) => auth.isWhole(session));
  base.addHook('onReady', async () => live.start());
  base.addHook('preClose', async () => live.close());
  const oidc = options.oidc && new (await import('./identity/oidc/oidc.ts')).Oidc(options.oidc, secret);
  // Nobody's request either.
  const place = { sql: options.sql, store, mailing };
  const scanner = options.clamd && new Scanner(place, options.clamd, base.log);
  base.addHook('onReady', async () => scanner?.start());
  base.addHook('onClose', async () => scanner?.close());
  const { temporalUi, mapTiles, uploadsPerDay = 500 } = options;
  const services: Services = {
    sql,
    engine,
    keptRules: new KeptRules(),
    store,
    scanner,
    secret,
    auth,
    mailing,
    privateWebhooks,
    fourEyes: options.fourEyes ?? false,
    live,
    looks: new LookLog(options.sql),
    records: new RecordNews(options.sql),
    oidc,
    publicUrl: options.publicUrl,
    temporalUi,
    uiBehind: options.uiBehind,
    mapTiles,
    uploadsPerDay,
    keyRing: options.keyRing,
    codec: options.codec,
    securityContact: options.securityContact,
  };
  // Nobody's request: what it asks for has no caller to wait.
  const sender = new Sender({ ...services, sql: options.sql, engine: options.engine }, base.log);
  base.addHook('onReady', async () => sender.start());
  base.addHook('onClose', async () => sender.close());
  await addRoutes(app, services, sender);
  return app;
}
