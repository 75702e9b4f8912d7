// Whether the process is alive, and whether what it needs is there.
import type { App, Services } from '../services.ts';
import { within } from '../../db/connection/away.ts';
import { keptFor } from '../values/kept.ts';

/** However many ask, engine and database are asked once in this time. */
const keptMs = 1_000;

export function healthRoutes(app: App, { sql, engine }: Services): void {
  const look = keptFor(keptMs, async () => {
    const [database, there] = await Promise.all([
      within(2_000, sql`select 1`).then(
        () => true,
        () => false,
      ),
      engine.health(),
    ]);
    return { ...there, database };
  });

  app.get(
    '/healthz',
    { config: { callers: ['anyone'] }, schema: { summary: 'Alive', tags: ['ops'] } },
    () => ({ status: 'ok' }),
  );

  app.get(
    '/readyz',
    {
      config: { callers: ['anyone'] },
      schema: { summary: 'Engine, database and worker are there', tags: ['ops'] },
    },
    async (_request, reply) => {
      const { engine, database, worker } = await look();
      const ready = engine && database && worker;
      const word = (there: boolean) => (there ? 'ok' : 'away');
      if (!ready) reply.code(503).header('retry-after', '2');
      return {
        status: ready ? 'ready' : 'not-ready',
        engine: word(engine),
        database: word(database),
        worker: word(worker),
      };
    },
  );
}
