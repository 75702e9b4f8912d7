// Who changed what of people, offices and schedules stands beside the change, in one transaction with it.
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Db, Sql } from '../../db/connection/client.ts';
import { type AdminChange, noteAdminChange } from '../../db/operations/admin-changes.ts';
import type { User } from '../identity/session.ts';

declare module 'fastify' {
  interface FastifyContextConfig {
    /**
     * What the route changes of what is administered. A route of ops that changes anything does not start without it,
     * and does not answer without a note. Of `rules` the recomputation that they owe is the note.
     */
    changes?: AdminChange['what'] | 'rules';
  }
  interface FastifyRequest {
    /** Whether what the route changes was written down. */
    noted: boolean;
  }
}

/** To be called before the routes are there. */
export function keepNotes(app: FastifyInstance): void {
  app.decorateRequest('noted', false);
  app.addHook('onRoute', ({ method, url, config }) => {
    const isOfOps = config?.callers?.every((one) => one === 'ops');
    const changes = !['GET', 'HEAD', 'OPTIONS'].includes(String(method)) && !config?.changesNothing;
    if (isOfOps && changes && !config?.changes)
      throw new Error(`${String(method)} ${url} does not say what it changes.`);
  });
  app.addHook('onSend', async (request, reply) => {
    const { changes } = request.routeOptions.config;
    if (changes && reply.statusCode < 300 && !request.noted)
      throw new Error(`${request.method} ${request.url} changed something and wrote no note of it.`);
  });
}

/** What one of ops asks. */
export type Asked = FastifyRequest & { user: User };
type Change = Pick<AdminChange, 'subject' | 'change'>;

/** Writes the note, in the transaction of the change. */
export async function note(tx: Db, request: Asked, { subject, change }: Change): Promise<void> {
  const { changes: what } = request.routeOptions.config;
  if (!what || what === 'rules')
    throw new Error(`${request.method} ${request.url} is not said to change this.`);
  await noteAdminChange(tx, { by: request.user.username, what, subject, change });
  request.noted = true;
}

/** Does `work` in one transaction with the note of it, which is written first. */
export async function changing<T>(
  sql: Sql,
  request: Asked,
  change: Change,
  work: (tx: Db) => Promise<T>,
): Promise<T> {
  return sql.begin<T>(async (tx) => {
    await note(tx, request, change);
    return work(tx);
  });
}
