// Browsers open connections ahead of need. Node counts those as busy, so one alone would keep the server from closing.
import type { Socket } from 'node:net';
import type { FastifyInstance } from 'fastify';

/** Cuts off, when the server closes, the connections on which nothing was ever asked; requests under way are answered. */
export function cutUnusedConnections(app: FastifyInstance): void {
  const unused = new Set<Socket>();
  app.server.on('connection', (socket: Socket) => {
    unused.add(socket);
    socket.once('close', () => unused.delete(socket));
  });
  app.server.on('request', ({ socket }) => unused.delete(socket));
  app.addHook('preClose', async () => {
    for (const socket of unused) socket.destroy();
  });
}
