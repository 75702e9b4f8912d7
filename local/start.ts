// `npm start`: everything on this machine, from nothing, with the demo ministry. `npm run dev` (`--dev`): the same, under development.
import { isIPv6 } from 'node:net';
import { makeAppLogin } from '../db/schema/app-login.ts';
import { openDatabase } from '../db/connection/client.ts';
import { prepareDatabase } from '../db/schema/prepare.ts';
import { identityKeysFile } from '../cli/shared/identity-keys.ts';
import { readKeys } from '../codec/key-ring.ts';
import { keepConsoleBuilt } from './console.ts';
import { environmentFor } from '../settings/environment.ts';
import type { KeyRing } from '../settings/kinds/payload-keys.ts';
import type { Settings } from '../settings/known.ts';
import { ownSettings } from '../settings/read.ts';
import { claimDataDir, keepDatabaseUrl } from './data-dir.ts';
import type { Development } from './development.ts';
import { nodePart } from './parts/node-part.ts';
import { postgresPart, temporalPart, temporalUi } from './parts/parts.ts';
import { requireFreePort } from './parts/ports.ts';
import { demoPassword, demoUsernames, seedDemo } from './seed.ts';
import { readIdentityKeys, readSecrets, type Secrets } from './secrets.ts';
import { Supervisor } from './parts/supervisor.ts';

const say = (line: string) => console.log(line);
const logIns = `  Log-ins      ${demoUsernames.join(', ')} (password: ${demoPassword})
  Try          npm run demo`;
const noLogIns = '  Log-ins      as in your database; npm run admin -- --help makes the first';
const settings = ownSettings('start');
const supervisor = new Supervisor(say);
let development: Development | undefined;
let stopping: Promise<void> | undefined;

function stopAll(code: number): Promise<void> {
  stopping ??= (async () => {
    say('Stopping …');
    await development?.close();
    await supervisor.stop();
    say('Stopped.');
    process.exit(code);
  })();
  return stopping;
}
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void stopAll(0));

// Whoever read our output may be gone (a pipe that closed); the parts are to be stopped in order all the same.
process.stdout.on('error', () => {});

try {
  await start(settings);
} catch (error) {
  if (!stopping) {
    console.error(error instanceof Error ? error.message : String(error));
    await stopAll(1);
  }
}

async function start(settings: Settings<'start'>): Promise<void> {
  const { DATA_DIR: dataDir, PORT: port, HOST: host, DATABASE_URL, TEMPORAL_ADDRESS } = settings;
  // What we and our parts write is for us alone.
  process.umask(0o077);
  await claimDataDir(dataDir);
  await requireFreePort(port, host);
  const base = baseOf(settings);
  development = process.argv.includes('--dev') ? await openDevelopment(base, host) : undefined;
  const building = development ? Promise.resolve() : keepConsoleBuilt(settings.WEB_DIR);
  // Said below, should the parts fail first.
  building.catch(() => {});
  const secrets = await readSecrets(dataDir);
  const made = settings.TUNTAS_IDENTITY_KEYS ? undefined : await readIdentityKeys(dataDir);
  const keys = settings.TUNTAS_IDENTITY_KEYS ?? readKeys(made ?? '', identityKeysFile(dataDir));
  // Never into a database that somebody brought.
  const demo = DATABASE_URL === undefined && settings.NODE_ENV !== 'production';
  let env: Record<string, string> = {};
  const processOf = (name: 'api' | 'worker', ...args: string[]) =>
    nodePart(name, [`dist/${name}.js`, ...args], dataDir, () => environmentFor(name, env));
  const worker = processOf('worker');
  const api = processOf('api', ...(demo ? ['--demo'] : []));
  // They load their packages while the servers come up.
  worker.prepare();
  api.prepare();
  const pages = development?.url ?? base;
  const ui = {
    writes: !settings.TEMPORAL_DISABLE_WRITE_ACTIONS,
    codecEndpoint: `${base}/codec`,
    signIn: `${base}/masuk`,
  };
  const [databaseUrl, address] = await bothOf(
    openOwnDatabase(settings, { ...secrets, keys }, demo),
    TEMPORAL_ADDRESS ?? temporalPart(supervisor, settings, ui, say),
  );
  env = {
    DATABASE_URL: databaseUrl,
    TEMPORAL_ADDRESS: address,
    TUNTAS_SECRET: settings.TUNTAS_SECRET ?? secrets.secret,
    ...(made !== undefined && { TUNTAS_IDENTITY_KEYS: made }),
    // Mails lead here.
    PUBLIC_URL: settings.PUBLIC_URL ?? pages,
    ...(TEMPORAL_ADDRESS === undefined && { TEMPORAL_UI_URL: temporalUi() }),
  };
  await supervisor.run(development?.renewed(worker, { overlapping: true }) ?? worker);
  await building;
  await supervisor.run(development?.renewed(api, { overlapping: false }) ?? api);
  await ready(base);
  say(`
Tuntas is running. Ctrl-C stops it; data is kept in ${dataDir}.

  Console      ${pages}/
  API          ${base}/v1
  Docs         ${base}/docs
  Temporal     ${address}${TEMPORAL_ADDRESS ? '' : `\n  Temporal UI  ${temporalUi()}`}

${demo ? logIns : noLogIns}
`);
  await development?.warm();
}

/** The one that is set, or the embedded one, ready to serve; its URL, by which API and worker log in there. */
async function openOwnDatabase(
  { DATA_DIR: dataDir, DATABASE_URL: set, SLA_POLICY_FILE }: Settings<'start'>,
  secrets: Secrets & { keys: KeyRing },
  demo: boolean,
): Promise<string> {
  const ownerUrl = set ?? (await postgresPart(supervisor, dataDir, secrets.databasePassword, say));
  await keepDatabaseUrl(dataDir, ownerUrl);
  await prepareDatabase(ownerUrl, SLA_POLICY_FILE, secrets.keys);
  if (demo) await seed(ownerUrl);
  // In a database that somebody brought, we make no log-in.
  return set ?? appUrl(ownerUrl, secrets.appDatabasePassword);
}

/** What two at the same time give. Rejects when both are settled, so that what has come up is known to be stopped. */
async function bothOf<A, B>(...work: [A | Promise<A>, B | Promise<B>]): Promise<[A, B]> {
  await Promise.allSettled(work);
  return Promise.all(work);
}

/** Vite is of development only. */
async function openDevelopment(api: string, host: string): Promise<Development> {
  const { Development } = await import('./development.ts');
  return Development.open(api, host, say);
}

/** The embedded database, as API and worker log in there. */
async function appUrl(ownerUrl: string, password: string): Promise<string> {
  const url = Object.assign(new URL(ownerUrl), { username: 'tuntas_service', password }).href;
  await makeAppLogin(ownerUrl, url);
  return url;
}

async function seed(url: string): Promise<void> {
  const sql = openDatabase(url, { max: 1 });
  await seedDemo(sql);
  await sql.end();
}

/** Where this machine reaches the API. */
function baseOf({ HOST: host, PORT: port }: Settings<'start'>): string {
  const everywhere = host === '0.0.0.0' || host === '::';
  const name = isIPv6(host) ? `[${host}]` : host;
  return `http://${everywhere ? '127.0.0.1' : name}:${port}`;
}

/** Waits until engine, database and worker are there. */
async function ready(base: string): Promise<void> {
  for (const until = Date.now() + 90_000; Date.now() < until; ) {
    const response = await fetch(`${base}/readyz`).catch(() => undefined);
    if (response?.ok) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error('Tuntas did not become ready within 90 s; see api.log and worker.log in DATA_DIR.');
}
