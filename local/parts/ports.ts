// TCP ports of this machine.
import { createServer } from 'node:net';

/** A port that nobody listens on now. */
export async function freePort(): Promise<number> {
  return listen(0);
}

/** Whether `port` can be listened on, of this machine only unless `host` is given. */
export async function isFree(port: number, host?: string): Promise<boolean> {
  return listen(port, host).then(
    () => true,
    () => false,
  );
}

/** Throws with what to do when the API could not listen there. */
export async function requireFreePort(port: number, host: string): Promise<void> {
  if (await isFree(port, host)) return;
  throw new Error(
    `Port ${port} is in use by another program, or ${host} is no address of this machine. Stop it, or set PORT or HOST.`,
  );
}

async function listen(port: number, host = '127.0.0.1'): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(port, host, () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : port));
    });
  });
}
