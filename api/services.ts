// What every route is given: the services behind it, and the app that it stands in.
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { FastifyBaseLogger, FastifyInstance, RawServerDefault } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import type { PayloadCodec } from '@temporalio/common';
import type { Sql } from '../db/connection/client.ts';
import type { KeptRules } from '../db/rules/kept-rules.ts';
import type { KeyRing } from '../settings/kinds/payload-keys.ts';
import type { Store } from '../store/store.ts';
import type { Engine } from '../engine/engine.ts';
import type { Scanner } from './attachments/scanning/scanner.ts';
import type { Auth } from './identity/auth.ts';
import type { Oidc } from './identity/oidc/oidc.ts';
import type { MapTiles } from './regions/map-tiles.ts';
import type { LookLog } from './looks/look-log.ts';
import type { LiveHub } from './live/hub.ts';
import type { RecordNews } from './live/record-news.ts';
import type { SecurityContact } from './operations/security-text-routes.ts';
import type { UiBehind } from './operations/temporal-ui-routes.ts';

/** What the routes work with. */
export interface Services {
  sql: Sql;
  engine: Engine;
  keptRules: KeptRules;
  store: Store;
  /** Of what is put there; undefined: none is set. */
  scanner: Scanner | undefined;
  secret: string;
  auth: Auth;
  mailing: boolean;
  privateWebhooks: boolean;
  /** Whether accounts want two of ops (decision 50). */
  fourEyes: boolean;
  live: LiveHub;
  /** Who looks at whom. */
  looks: LookLog;
  records: RecordNews;
  oidc: Oidc | undefined;
  /** Where people reach the console; undefined: nobody said. */
  publicUrl: string | undefined;
  temporalUi: string | undefined;
  /** One that is shown here. */
  uiBehind: UiBehind | undefined;
  mapTiles: MapTiles | undefined;
  /** Of reporters, from one address. */
  uploadsPerDay: number;
  /** Seals what the database keeps and nobody may read there; absent: nobody sets an app up. */
  keyRing: KeyRing | undefined;
  /** Reads what the engine keeps, for ops. */
  codec: PayloadCodec | undefined;
  /** Who is told of a weakness; absent: nobody is named. */
  securityContact: SecurityContact | undefined;
}

export type App = FastifyInstance<
  RawServerDefault,
  IncomingMessage,
  ServerResponse,
  FastifyBaseLogger,
  ZodTypeProvider
>;
