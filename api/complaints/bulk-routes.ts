// Many decisions in one request, each taken and answered as if it came alone.
import type { App, Services } from '../services.ts';
import { asProblem } from '../http/errors.ts';
import { numberToLog } from '../http/logs.ts';
import { type Problem, problems } from '../http/problems.ts';
import { bulk, bulkAnswer } from '../../contract/desk.ts';
import type { z } from 'zod';
import type { Language } from '../../sop/texts/language.ts';
import { rulesInForce } from '../rules/in-force.ts';
import { languageAsked } from '../values/language.ts';
import { decideAs } from './decide-as.ts';
import { visibleTo } from './found.ts';
import { refuseLookalikesOfDecision } from './lookalikes.ts';

const atOnce = 8;

type Item = z.output<typeof bulk>['items'][number];
type Answer = z.output<typeof bulkAnswer>['items'][number];

export function bulkRoutes(app: App, services: Services): void {
  app.post(
    '/v1/decisions',
    {
      bodyLimit: 2 * 1024 * 1024,
      config: { callers: ['officer'], scopes: ['complaints:decide'], precedence: 'many-decisions' },
      preValidation: async ({ body }) => refuseLookalikesIn(body),
      schema: {
        summary: 'Up to 200 decisions, each answered alone',
        tags: ['offices'],
        body: bulk,
        response: { 200: bulkAnswer },
      },
    },
    async (request) => {
      const { user } = request;
      const { items } = request.body;
      const language = languageAsked(request);
      const rules = await rulesInForce(services, request);
      const answers: Answer[] = [];
      // Once the engine or the database is away, the rest is not tried. The record of one report says nothing of the others.
      let away: Problem | undefined;
      const decide = async (item: Item): Promise<Answer> => {
        if (away) return refused(item, away, language);
        try {
          const { number, revision, key, ...body } = item;
          const row = await visibleTo(services, number, user);
          const taken = await decideAs(services, { user, row, rules, sight: undefined }, body, {
            revision,
            key,
          });
          return { number, status: 200, outcome: taken, code: null, title: null, errors: [] };
        } catch (error) {
          const problem = asProblem(error);
          if (problem.code === 'internal')
            request.log.error({ err: error, number: numberToLog(item.number) }, 'bulk');
          if (problems[problem.code].status === 503 && problem.code !== 'record-behind') away = problem;
          return refused(item, problem, language);
        }
      };
      for (let n = 0; n < items.length; n += atOnce) {
        answers.push(...(await Promise.all(items.slice(n, n + atOnce).map(decide))));
      }
      return { items: answers };
    },
  );
}

/** Before anything is taken, as with whatever else the schema refuses. */
function refuseLookalikesIn(body: unknown): void {
  const items = typeof body === 'object' && body !== null && 'items' in body ? body.items : [];
  if (!Array.isArray(items)) return;
  for (const [n, item] of items.entries()) refuseLookalikesOfDecision(item, `items.${n}.`);
}

function refused({ number }: Item, problem: Problem, language: Language): Answer {
  const { code } = problem;
  const { status, title } = problems[code];
  return { number, status, outcome: null, code, title, errors: problem.errorsIn(language) };
}
