// Ops: the schedules, what their jobs passed over, and where the Temporal UI is.
import { z } from 'zod';
import type { App, Services } from '../services.ts';
import { changing } from './noted.ts';
import { passedOver } from '../../db/operations/passed-over.ts';
import { problemsOf } from '../../contract/common.ts';
import { consoleSettings, passedOverList, scheduleList, scheduleParams } from '../../contract/ops.ts';
import { zoned, zonedOrNull } from '../values/zoned.ts';
import { everyUser } from '../identity/callers.ts';
import { version } from './version.ts';

const actions = {
  trigger: 'Run it now',
  pause: 'Pause it',
  resume: 'Let it run again',
} as const;

export function scheduleRoutes(app: App, { sql, engine, temporalUi }: Services): void {
  const { schedules } = engine;

  app.get(
    '/v1/schedules',
    {
      config: { callers: ['ops'] },
      schema: {
        summary: 'What runs by itself, and when',
        tags: ['ops'],
        response: { 200: scheduleList },
      },
    },
    async (request) => {
      const { zone } = request.user.office;
      const items = (await schedules.list()).map((one) => ({
        ...one,
        lastRunAt: zonedOrNull(one.lastRunAt, zone),
        nextRunAt: zonedOrNull(one.nextRunAt, zone),
      }));
      return { items, next: null };
    },
  );

  for (const action of ['trigger', 'pause', 'resume'] as const) {
    app.post(
      `/v1/schedules/:id/${action}`,
      {
        config: { callers: ['ops'], changes: 'schedule' },
        schema: {
          summary: actions[action],
          tags: ['ops'],
          params: scheduleParams,
          response: { 204: z.undefined().describe('Done'), ...problemsOf(404) },
        },
      },
      async (request, reply) => {
        const { name } = request.user;
        const { id } = request.params;
        // Recorded only if the engine took it.
        await changing(sql, request, { subject: id, change: { action } }, async () => {
          await schedules[action](
            id,
            action === 'pause' ? `Dijeda oleh ${name}` : `Dilanjutkan oleh ${name}`,
          );
        });
        return reply.code(204).send();
      },
    );
  }

  app.get(
    '/v1/passed-over',
    {
      config: { callers: ['ops'] },
      schema: {
        summary: 'What a job could not do, went on past, and tries again; the oldest first',
        tags: ['ops'],
        response: { 200: passedOverList },
      },
    },
    async (request) => {
      const { zone } = request.user.office;
      const items = (await passedOver(sql, 200)).map((one) => ({
        ...one,
        since: zoned(one.since, zone),
        lastAt: zoned(one.lastAt, zone),
        nextAt: zoned(one.nextAt, zone),
      }));
      return { items, next: null };
    },
  );

  app.get(
    '/v1/console',
    {
      config: { callers: everyUser },
      schema: {
        summary: 'Where the Temporal UI is, and which version this is',
        tags: ['ops'],
        response: { 200: consoleSettings },
      },
    },
    () => ({ temporalUi: temporalUi ?? null, namespace: engine.namespace, version }),
  );
}
