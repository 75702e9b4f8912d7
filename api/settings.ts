// The API's settings, from the environment.
import { readStoreSettings, type StoreSettings } from '../store/open-store.ts';
import { isIP } from 'node:net';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { MetricsSettings } from './http/metrics.ts';
import { type OidcSettings, readOidcSettings } from './identity/oidc/settings.ts';

/** Never everybody: who may name any address as the caller's is held by no limit. */
type TrustedProxies = false | string[] | ((address: string, hop: number) => boolean);

export interface ApiSettings {
  port: number;
  host: string;
  databaseUrl: string;
  policyFile: string | undefined;
  /** Signs sessions and derives access keys; absent: the database keeps one. */
  secret: string | undefined;
  /** The proxies in front that tell the caller's address: how many they are, or which. */
  trustProxy: TrustedProxies;
  /** Whether the worker sends mail. */
  mailing: boolean;
  /** Whether webhooks may call private addresses, and so without TLS. */
  privateWebhooks: boolean;
  attachments: StoreSettings;
  oidc: OidcSettings | undefined;
  /** Where people find the Temporal UI; shown to officers. */
  temporalUi: string | undefined;
  /** Where the console was built. */
  webDir: string;
  metrics: MetricsSettings;
}

/** Throws with the name of the setting that is missing or wrong. */
export function readSettings(env: NodeJS.ProcessEnv): ApiSettings {
  const { DATABASE_URL, TUNTAS_SECRET, PORT = '3000', HOST, SLA_POLICY_FILE, TRUST_PROXY } = env;
  const { SMTP_URL, WEBHOOK_ALLOW_PRIVATE, TEMPORAL_UI_URL, WEB_DIR, METRICS_TOKEN, METRICS_PORT } = env;
  if (!DATABASE_URL) throw new Error('DATABASE_URL is not set (npm start brings its own database).');
  if (TUNTAS_SECRET && TUNTAS_SECRET.length < 32) {
    throw new Error('TUNTAS_SECRET has fewer than 32 characters (try: openssl rand -hex 32).');
  }
  const port = portOf('PORT', PORT);
  // Whoever runs us behind nothing is reached by this machine alone, until they say otherwise.
  const host = HOST || '127.0.0.1';
  if (TEMPORAL_UI_URL && !/^https?:\/\//i.test(TEMPORAL_UI_URL)) {
    throw new Error(`TEMPORAL_UI_URL=${TEMPORAL_UI_URL} is not an http(s) address.`);
  }
  return {
    port,
    host,
    databaseUrl: DATABASE_URL,
    policyFile: SLA_POLICY_FILE || undefined,
    secret: TUNTAS_SECRET || undefined,
    trustProxy: readTrustProxy(TRUST_PROXY),
    mailing: Boolean(SMTP_URL),
    privateWebhooks: Boolean(WEBHOOK_ALLOW_PRIVATE),
    attachments: readStoreSettings(env),
    oidc: readOidcSettings(env),
    temporalUi: TEMPORAL_UI_URL || undefined,
    webDir: resolve(WEB_DIR || fileURLToPath(new URL('../web/dist', import.meta.url))),
    metrics: {
      token: METRICS_TOKEN || undefined,
      port: METRICS_PORT ? portOf('METRICS_PORT', METRICS_PORT) : undefined,
      host,
    },
  };
}

function portOf(name: string, text: string): number {
  const port = Number(text);
  if (!Number.isInteger(port) || port < 0 || port > 65_535) throw new Error(`${name}=${text} is not a port.`);
  return port;
}

/** TRUST_PROXY. Throws when it is neither. */
export function readTrustProxy(text = ''): TrustedProxies {
  if (/^(0|false)?$/.test(text)) return false;
  if (/^([1-9]|true)$/.test(text)) {
    const proxies = text === 'true' ? 1 : Number(text);
    return (_address, hop) => hop < proxies;
  }
  const proxies = text.split(',').map((proxy) => proxy.trim());
  for (const proxy of proxies) {
    if (isIP(proxy.replace(/\/\d{1,3}$/, '')) === 0)
      throw new Error(`TRUST_PROXY: ${proxy} is neither a number of proxies nor an address or range of one.`);
  }
  return proxies;
}
