// Senders who take their time: each costs a connection, so one address may keep only so many waiting.
import type { FastifyInstance } from 'fastify';
import { addressOf } from '../limits/address.ts';
import { Places } from '../limits/places.ts';

/** Of one address, which may be a whole office's or a mobile network's. */
export const mostHalfSent = 64;
/** A body that is there sooner was not slow. */
const graceMs = 2_000;

/** Cuts off whoever sends one body too many at once without getting done. */
export function boundHalfSent(app: FastifyInstance): void {
  const places = new Places({
    id: 'Terlalu banyak kiriman yang belum selesai.',
    en: 'Too much is being sent and not done yet.',
  });
  app.addHook('onRequest', async (request) => {
    const { raw } = request;
    if (!('content-length' in raw.headers) && !('transfer-encoding' in raw.headers)) return;
    const slow = setTimeout(() => {
      if (raw.complete || raw.destroyed) return;
      try {
        raw.once('close', places.take({ [addressOf(request)]: mostHalfSent }));
      } catch {
        raw.destroy();
      }
    }, graceMs);
    slow.unref();
    raw.once('close', () => clearTimeout(slow));
  });
}
