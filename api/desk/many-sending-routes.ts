// One answer or rejection for many reports: it stands by, is taken back and goes as that of one does (decision 36).
import type { z } from 'zod';
import type { App, Services } from '../services.ts';
import * as schemas from '../../contract/desk.ts';
import { problemsOf } from '../../contract/common.ts';
import * as drafts from '../../db/desk/drafts.ts';
import { visibleTo } from '../complaints/found.ts';
import { asProblem } from '../http/errors.ts';
import { numberToLog } from '../http/logs.ts';
import { Problem, problems } from '../http/problems.ts';
import { rulesInForce } from '../rules/in-force.ts';
import { languageAsked } from '../values/language.ts';
import { zoned } from '../values/zoned.ts';
import { sendingOf } from './draft-view.ts';
import type { Sender } from './sender.ts';
import { secondsToStandBy, wordsOf } from './standing-by.ts';

const atOnce = 8;

type Item = z.output<typeof schemas.manySendings>['items'][number];
type Answer = z.output<typeof schemas.manySendingsAnswer>['items'][number];

export function manySendingRoutes(app: App, services: Services, sender: Sender): void {
  const { sql } = services;
  app.post(
    '/v1/sendings',
    {
      bodyLimit: 256 * 1024,
      config: { callers: ['officer'], precedence: 'many-decisions' },
      schema: {
        summary: 'Send up to 200 in ten seconds, each answered alone; until then all can be taken back',
        description: 'Each as `/v1/complaints/{number}/drafts/{action}/sending` would have it stand by.',
        tags: ['offices'],
        body: schemas.manySendings,
        response: { 200: schemas.manySendingsAnswer },
      },
    },
    async (request) => {
      const { user } = request;
      const { items, batch, action, ...said } = request.body;
      const rules = await rulesInForce(services, request);
      const decision = { action, ...said };
      const refusals = new Map<string, Problem>();
      const good: (Omit<Item, 'revision'> & { revision: number | null; seconds: number })[] = [];
      const look = async (item: Item) => {
        const revision = item.revision ?? null;
        try {
          const row = await visibleTo(services, item.number, user);
          const seconds = await secondsToStandBy(services, { user, row, rules }, decision, revision);
          good.push({ ...item, revision, seconds });
        } catch (error) {
          const problem = asProblem(error);
          if (problem.code === 'internal')
            request.log.error({ err: error, number: numberToLog(item.number) }, 'standing by');
          refusals.set(item.number, problem);
        }
      };
      for (let n = 0; n < items.length; n += atOnce) await Promise.all(items.slice(n, n + atOnce).map(look));
      const of = { username: user.username, action, batch };
      const what = { words: wordsOf(said), decision };
      const rows = good.length > 0 ? await drafts.standByTogether(sql, of, what, good) : [];
      const standing = new Map(rows.map((row) => [row.number, row]));
      for (const { sendsAt } of rows) sender.expect(sendsAt);
      return {
        items: items.map(({ number }): Answer => {
          const sendsAt = standing.get(number)?.sendsAt;
          if (sendsAt) return { ...stands, number, sendsAt: zoned(sendsAt, user.office.zone) };
          const problem = refusals.get(number) ?? new Problem('draft-changed');
          const { code } = problem;
          const { status, title } = problems[code];
          return {
            number,
            status,
            sendsAt: null,
            code,
            title,
            errors: problem.errorsIn(languageAsked(request)),
          };
        }),
      };
    },
  );

  app.post(
    '/v1/sendings/:batch/now',
    {
      config: { callers: ['officer'], precedence: 'decision' },
      schema: {
        summary: 'Send all of them now',
        tags: ['offices'],
        params: schemas.batchParams,
        response: { 202: schemas.sendingList, ...problemsOf(409) },
      },
    },
    async ({ user, params }, reply) => {
      const rows = await drafts.hurryTogether(sql, { username: user.username, ...params });
      if (rows.length === 0) throw new Problem('already-sent');
      for (const { sendsAt } of rows) sender.expect(sendsAt);
      return reply.code(202).send({ items: rows.map((row) => sendingOf(row, user)), next: null });
    },
  );

  app.delete(
    '/v1/sendings/:batch',
    {
      config: { callers: ['officer'], precedence: 'decision' },
      schema: {
        summary: 'Take back all of them that are not on their way',
        description:
          'Answers with those that were taken back: each is a draft again, of what was being written for it before, or else of what was to be sent.',
        tags: ['offices'],
        params: schemas.batchParams,
        response: { 200: schemas.sendingList, ...problemsOf(409) },
      },
    },
    async ({ user, params }) => {
      const rows = await drafts.standDownTogether(sql, { username: user.username, ...params });
      if (rows.length === 0) throw new Problem('already-sent');
      return { items: rows.map((row) => sendingOf(row, user)), next: null };
    },
  );
}

const stands = { status: 202, code: null, title: null, errors: [] };
