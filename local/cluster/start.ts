// `npm run cluster`: what docker-compose.yml describes, on this machine and without containers: a whole Temporal server on
// PostgreSQL behind its certificate and authorizer, two workers, two APIs behind a proxy. The demo ministry is in it.
import { chmodSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { keepBuilt } from '../../build/keep-built.js';
import { makeAppLogin } from '../../db/schema/app-login.ts';
import { openDatabase } from '../../db/connection/client.ts';
import { prepareDatabase } from '../../db/schema/prepare.ts';
import { environmentFor } from '../../settings/environment.ts';
import { ownSettings } from '../../settings/read.ts';
import { nodePart } from '../parts/node-part.ts';
import { postgresPart } from '../parts/parts.ts';
import { freePort, requireFreePort } from '../parts/ports.ts';
import { keepConsoleBuilt } from '../console.ts';
import { Supervisor } from '../parts/supervisor.ts';
import { seedDemo } from '../seed.ts';
import { readIdentityKeys, readSecrets } from '../secrets.ts';
import { clusterPart } from './temporal-cluster.ts';
import { serveInTurn } from './in-turn.ts';

const say = (line: string) => console.log(line);
const settings = ownSettings('cluster');
const supervisor = new Supervisor(say);
let stopping: Promise<void> | undefined;

function stopAll(code: number): Promise<void> {
  stopping ??= supervisor.stop().then(() => process.exit(code));
  return stopping;
}
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void stopAll(0));

try {
  await start();
} catch (error) {
  if (!stopping) {
    console.error(error instanceof Error ? error.message : String(error));
    await stopAll(1);
  }
}

async function start(): Promise<void> {
  const { PORT: port, HOST: host } = settings;
  const folder = join(settings.DATA_DIR, 'cluster');
  process.umask(0o077);
  mkdirSync(folder, { recursive: true });
  // As root, PostgreSQL's own user passes through, and sees nothing.
  if (process.getuid?.() === 0) for (const one of [settings.DATA_DIR, folder]) chmodSync(one, 0o711);
  await requireFreePort(port, host);
  await Promise.all([
    keepBuilt(),
    keepConsoleBuilt(fileURLToPath(new URL('../../web/dist', import.meta.url))),
  ]);
  const secrets = await readSecrets(folder);
  const ownerUrl = await postgresPart(supervisor, folder, secrets.databasePassword, say);
  const client = await clusterPart(supervisor, folder, ownerUrl, say);
  await prepareDatabase(ownerUrl);
  const sql = openDatabase(ownerUrl, { max: 1 });
  await seedDemo(sql);
  await sql.end();
  const login = { username: 'tuntas_service', password: secrets.appDatabasePassword };
  const url = Object.assign(new URL(ownerUrl), login).href;
  await makeAppLogin(ownerUrl, url);
  const base = `http://${host}:${port}`;
  const told = {
    ...client,
    DATABASE_URL: url,
    TUNTAS_SECRET: secrets.secret,
    TUNTAS_IDENTITY_KEYS: await readIdentityKeys(folder),
    PUBLIC_URL: base,
    DATA_DIR: folder,
    TRUST_PROXY: '1',
    HOST: '127.0.0.1',
  };
  const ports = [await freePort(), await freePort()];
  for (const n of [1, 2])
    await supervisor.run(
      nodePart(`worker-${n}`, ['dist/worker.js'], folder, () => environmentFor('worker', told)),
    );
  for (const [n, own] of ports.entries())
    await supervisor.run(
      nodePart(`api-${n + 1}`, ['dist/api.js', '--demo'], folder, () =>
        environmentFor('api', { ...told, PORT: String(own) }),
      ),
    );
  const proxy = await serveInTurn(
    ports.map((own) => `http://127.0.0.1:${own}`),
    { port, host },
  );
  await supervisor.run({
    name: 'proxy',
    start: async () => ({ died: new Promise(() => {}), stop: () => proxy.close() }),
  });
  say(`
A cluster is running. Ctrl-C stops it; data is kept in ${folder}.

  Console      ${base}/
  Temporal     ${client.TEMPORAL_ADDRESS}, with TEMPORAL_CONFIG_FILE=${client.TEMPORAL_CONFIG_FILE}
`);
}
