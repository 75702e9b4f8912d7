// Ops: what a person decides where a workflow and its record do not go together (docs/runbook.md, decision 47).
import { z } from 'zod';
import { numberParams, problemsOf } from '../../contract/common.ts';
import { goingOn } from '../../contract/operations/processes.ts';
import { forgetOutOfStep } from '../../db/operations/out-of-step.ts';
import { lastOnRecord, processOf } from '../../db/record/on-record.ts';
import { Problem } from '../http/problems.ts';
import type { App, Services } from '../services.ts';
import { changing } from './noted.ts';

export function processRoutes(app: App, { sql, engine, keptRules }: Services): void {
  app.post(
    '/v1/complaints/:number/process',
    {
      config: { callers: ['ops'], changes: 'process' },
      schema: {
        summary:
          'Have an open report go on from its record as it stands: its workflow, whatever that knows besides, ends',
        tags: ['ops'],
        params: numberParams,
        body: goingOn,
        response: {
          204: z.undefined().describe('A new run goes on, and the record says why'),
          ...problemsOf(404, 409),
        },
      },
    },
    async (request, reply) => {
      const { number } = request.params;
      const { reason } = request.body;
      const row = await lastOnRecord(sql, number);
      if (!row) throw new Problem('not-found');
      if (row.endedAt) throw new Problem('closed');
      const input = processOf(row, await keptRules.now(sql), reason);
      // Noted only if the engine took it.
      await changing(sql, request, { subject: number, change: { reason, seq: row.seq } }, async (tx) => {
        await forgetOutOfStep(tx, number);
        await engine.processes.resume(input, { inPlace: true });
      });
      return reply.code(204).send();
    },
  );
}
