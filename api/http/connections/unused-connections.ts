// Browsers open connections ahead of need. Node counts those as busy, so one alone would keep the server from closing.
import type { Socket } from 'node:net';
import type { FastifyInstance } from 'fastify';

/** Of one address; browsers behind it open a handful each. */
export const mostUnused = 256;

/**
 * Cuts off the connections on which nothing was ever asked: all when the server closes, while requests under way are
 * answered; the oldest of an address when it has too many.
 */
export function cutUnusedConnections(app: FastifyInstance): void {
  const unused = new Map<string, Set<Socket>>();
  const forget = (address: string, socket: Socket) => {
    const own = unused.get(address);
    own?.delete(socket);
    if (own?.size === 0) unused.delete(address);
  };
  app.server.on('connection', (socket: Socket) => {
    const address = socket.remoteAddress ?? '';
    const own = unused.get(address) ?? new Set<Socket>();
    unused.set(address, own.add(socket));
    for (const oldest of own) {
      if (own.size <= mostUnused) break;
      own.delete(oldest);
      oldest.destroy();
    }
    socket.once('close', () => forget(address, socket));
  });
  app.server.on('request', ({ socket }) => forget(socket.remoteAddress ?? '', socket));
  app.addHook('preClose', async () => {
    for (const sockets of unused.values()) for (const socket of sockets) socket.destroy();
  });
}
