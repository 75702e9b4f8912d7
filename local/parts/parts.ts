// The embedded servers as parts that are kept running.
import type { Settings } from '../../settings/known.ts';
import { findTemporal } from '../programs/find-temporal.ts';
import { freePort, isFree } from './ports.ts';
import { startPostgres } from '../servers/postgres.ts';
import { isAlive, waitUntilGone } from './process.ts';
import { withProgress } from '../programs/run.ts';
import type { Supervisor } from './supervisor.ts';
import { startTemporal, type TemporalPorts } from '../servers/temporal-server.ts';
import { serveTemporalUi, type UiSettings } from '../servers/temporal-ui.ts';

type Say = (line: string) => void;
let uiPort = 8233;

export function temporalUi(): string {
  return `http://127.0.0.1:${uiPort}`;
}

/** Keeps PostgreSQL running on one port and gives its URL. */
export async function postgresPart(
  supervisor: Supervisor,
  dataDir: string,
  password: string,
  say: Say,
): Promise<string> {
  let url = '';
  let port: number | undefined;
  await supervisor.run({
    name: 'PostgreSQL',
    start: async () => {
      const server = await withProgress('Starting PostgreSQL', startPostgres(dataDir, password, port));
      ({ url } = server);
      port = Number(new URL(url).port);
      return { died: gone(server.pid), stop: server.stop };
    },
  });
  say(`PostgreSQL runs on port ${port}.`);
  return url;
}

/** Keeps a Temporal server running, its UI before it, and gives its address. */
export async function temporalPart(
  supervisor: Supervisor,
  { DATA_DIR: dataDir, TEMPORAL_CLI }: Settings<'start'>,
  ui: Omit<UiSettings, 'port' | 'behind'>,
  say: Say,
): Promise<string> {
  const { path, how } = await findTemporal(TEMPORAL_CLI);
  const ports: TemporalPorts = { grpc: await portOrOther(7233, 'Temporal', say), ui: await freePort() };
  uiPort = await portOrOther(8233, 'the Temporal UI', say);
  await serveTemporalUi({ ...ui, port: uiPort, behind: ports.ui });
  await supervisor.run({
    name: 'Temporal',
    start: async () => {
      const child = await withProgress('Starting Temporal', startTemporal(path, dataDir, ports, true));
      const pid = child.pid ?? 0;
      return {
        died: gone(pid),
        stop: async () => {
          child.kill('SIGTERM');
          await waitUntilGone(pid, 8_000);
        },
      };
    },
  });
  say(`Temporal runs on port ${ports.grpc} (server: ${how}).`);
  return `127.0.0.1:${ports.grpc}`;
}

/** The usual port, or a free one with a line that says so. */
async function portOrOther(usual: number, what: string, say: Say): Promise<number> {
  if (await isFree(usual)) return usual;
  const other = await freePort();
  say(`Port ${usual} is in use by another program; ${what} takes ${other}.`);
  return other;
}

/** Resolves when the process is gone, whoever its parent is. */
async function gone(pid: number): Promise<void> {
  while (isAlive(pid)) await new Promise((resolve) => setTimeout(resolve, 250));
}
