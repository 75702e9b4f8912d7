// The API process: listens until it is told to stop.
import { ownSecret } from '../db/secrets/secrets.ts';
import { openCodec, openKeyRing } from '../codec/open.ts';
import { warningOf } from '../db/schema/app-role.ts';
import { openDatabase } from '../db/connection/client.ts';
import { prepareDatabase } from '../db/schema/prepare.ts';
import { countDemoPeople } from '../db/people/users.ts';
import { ownSettings } from '../settings/read.ts';
import { openStore } from '../store/open-store.ts';
import { startTracing } from '../tracing/start.ts';
import { followEngine } from './operations/follow-engine.ts';
import { temporalUiPath } from './operations/temporal-ui-routes.ts';
import { oidcOf } from './identity/oidc/settings.ts';
import { sealAllAnew } from './identity/second-factor/app-secret.ts';
import { securityContactOf } from './operations/security-text-routes.ts';
import { tilesOf } from './regions/map-tiles.ts';
import { buildApp } from './app.ts';
import { Engine } from '../engine/engine.ts';
import { openClient, placesOf } from '../engine/places/place.ts';

const settings = ownSettings('api');

try {
  await main();
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  process.exit(1);
}

async function main(): Promise<void> {
  const { DATABASE_URL, PORT: port, HOST: host, PUBLIC_URL = '', TRUST_PROXY: trustProxy } = settings;
  const { TEMPORAL_UI_BEHIND: uiBehind } = settings;
  // Told by `npm start` alone: no setting that could be left behind lets everybody's password in.
  const demoPeople = process.argv.includes('--demo');
  const tracing = await startTracing('tuntas-api', settings);
  const { TUNTAS_IDENTITY_KEYS: keys } = settings;
  const standing = await prepareDatabase(DATABASE_URL, settings.SLA_POLICY_FILE, keys);
  const { role } = standing;
  const sql = openDatabase(DATABASE_URL, { role, keys });
  const keyRing = await openKeyRing(settings, sql);
  const { codec, dataConverter } = openCodec(keyRing);
  const [own, ...next] = placesOf(settings.TEMPORAL_NEXT);
  const client = openClient(own, { dataConverter, tracing });
  const others = next.map((place) => openClient(place, { dataConverter, tracing }));
  const engine = new Engine(client);
  const app = await buildApp({
    sql,
    engine,
    store: await openStore(settings),
    clamd: settings.CLAMD,
    secret: settings.TUNTAS_SECRET ?? (await ownSecret(sql)),
    mailing: settings.SMTP_URL !== undefined,
    privateWebhooks: settings.WEBHOOK_ALLOW_PRIVATE !== undefined,
    fourEyes: settings.FOUR_EYES ?? settings.NODE_ENV === 'production',
    trustProxy,
    oidc: oidcOf(settings),
    publicUrl: settings.PUBLIC_URL,
    temporalUi: settings.TEMPORAL_UI_URL ?? (uiBehind && `${PUBLIC_URL}${temporalUiPath}`),
    uiBehind: uiBehind ? { url: uiBehind, token: settings.TEMPORAL_UI_TOKEN } : undefined,
    mapTiles: tilesOf(settings),
    webDir: settings.WEB_DIR,
    metrics: { token: settings.METRICS_TOKEN, port: settings.METRICS_PORT, host },
    demoPeople,
    secondFactorRequired:
      settings.SECOND_FACTOR_REQUIRED ?? (settings.NODE_ENV === 'production' ? ['ops', 'national'] : []),
    keyRing,
    codec,
    securityContact: securityContactOf(settings),
    logLevel: settings.LOG_LEVEL,
    tracing,
  });
  if (/^https:/i.test(PUBLIC_URL) && !trustProxy) {
    app.log.warn(
      'PUBLIC_URL is https, so a proxy stands before us: set TRUST_PROXY, or no cookie is Secure.',
    );
  }
  const warning = warningOf(standing);
  if (warning) app.log.warn(warning);
  const unreadable = await sealAllAnew(sql, keyRing);
  if (unreadable > 0)
    app.log.warn(
      { unreadable },
      'authenticator apps need a payload key that is not in the ring; their codes cannot be checked',
    );
  const demo = demoPeople ? 0 : await countDemoPeople(sql);
  if (demo > 0)
    app.log.warn({ demo }, 'accounts of the demo ministry are in this database; none can sign in');
  // Who knows one place has nothing to follow.
  const stopFollowing =
    others.length > 0 ? followEngine(sql, engine, [client, ...others], app.log) : undefined;
  await app.listen({ port, host });
  let stopping = false;
  const stop = async () => {
    if (stopping) return;
    stopping = true;
    // Requests under way are answered; a stuck one does not keep the process.
    setTimeout(() => process.exit(1), 8_000).unref();
    stopFollowing?.();
    await app.close();
    await Promise.all([client, ...others].map(({ connection }) => connection.close()));
    await Promise.all([sql.end({ timeout: 2 }), tracing?.stop()]);
    process.exit(0);
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'disconnect'] as const) process.once(signal, () => void stop());
}
