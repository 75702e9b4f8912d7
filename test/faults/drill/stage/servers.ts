// The two servers of the stage, real ones on data of their own: PostgreSQL and Temporal.
import { freePort } from '../../../../local/parts/ports.ts';
import { isAlive, waitUntilGone } from '../../../../local/parts/process.ts';
import { startPostgres } from '../../../../local/servers/postgres.ts';
import { startTemporal } from '../../../../local/servers/temporal-server.ts';
import { Kept } from './kept.ts';

/** On one port for good. */
export async function databasePart(folder: string): Promise<{ part: Kept; port: number }> {
  const port = await freePort();
  const part = new Kept('PostgreSQL', async () => {
    const { pid, stop } = await startPostgres(folder, databasePassword, port);
    return { pid, died: gone(pid), stop };
  });
  return { part, port };
}

export const databasePassword = 'latihan';

/** Likewise; `binary` is the CLI. */
export async function enginePart(folder: string, binary: string): Promise<{ part: Kept; port: number }> {
  const port = await freePort();
  const part = new Kept('Temporal', async () => {
    const { pid = 0 } = await startTemporal(binary, folder, { grpc: port, ui: 0 }, false);
    const stop = async () => {
      if (isAlive(pid)) process.kill(pid, 'SIGTERM');
      await waitUntilGone(pid, 8_000);
    };
    return { pid, died: gone(pid), stop };
  });
  return { part, port };
}

/** Resolves when the process is gone, whoever its parent is. */
async function gone(pid: number): Promise<void> {
  while (isAlive(pid)) await new Promise((resolve) => setTimeout(resolve, 100));
}
