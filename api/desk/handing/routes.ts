// Who of an office has which report in hand: handed over, one or many, and how much each has.
import { z } from 'zod';
import type { App, Services } from '../../services.ts';
import { numberParams, problemsOf } from '../../../contract/common.ts';
import { assignee, colleagues, handed, handing, loads } from '../../../contract/desk.ts';
import { colleaguesOf, type Load, loadOf } from '../../../db/desk/assignees.ts';
import { visible, visibleTo } from '../../complaints/found.ts';
import { asProblem } from '../../http/errors.ts';
import { invalidField, Problem, type ProblemCode, problems } from '../../http/problems.ts';
import { everyUser } from '../../identity/callers.ts';
import type { User } from '../../identity/session.ts';
import { zonedOrNull } from '../../values/zoned.ts';
import { handOverAs } from './hand-over-as.ts';

const done = z.undefined().describe('Done');

export function handingRoutes(app: App, services: Services): void {
  const { sql } = services;

  app.post(
    '/v1/complaints/:number/assignee',
    {
      config: { callers: ['officer'] },
      schema: {
        summary: 'Hand it to a colleague of my office',
        tags: ['offices'],
        params: numberParams,
        body: assignee,
        response: { 204: done, ...problemsOf(404) },
      },
    },
    async (request, reply) => {
      const { user } = request;
      const { number } = await visible(services, request);
      const [one] = await handOverAs(services, user, [{ number, username: request.body.username }]);
      if (one?.refused === 'invalid-fields')
        throw invalidField('username', {
          id: 'Bukan petugas aktif kantor Anda',
          en: 'Not an active officer of your office',
        });
      if (one?.refused) throw new Problem(one.refused);
      return reply.code(204).send();
    },
  );

  app.post(
    '/v1/assignees',
    {
      config: { callers: ['officer'] },
      schema: {
        summary: 'Hand up to 200 to colleagues of my office, each answered alone',
        description: 'To undo it, hand each back to who had it `before`, `from` who got it, in one request.',
        tags: ['offices'],
        body: handing,
        response: { 200: handed },
      },
    },
    async ({ user, body }) => {
      const items = [];
      for (const { number, before, refused } of await handOverAs(services, user, body.items)) {
        const code = refused === 'not-holder' ? await whyNotHeld(services, number, user) : (refused ?? null);
        const { status, title } = code ? problems[code] : { status: 200, title: null };
        items.push({ number, status, before, code, title });
      }
      return { items };
    },
  );

  app.get(
    '/v1/colleagues',
    {
      config: { callers: everyUser },
      schema: {
        summary: 'The officers of my office',
        tags: ['offices'],
        response: { 200: colleagues },
      },
    },
    async (request) => ({ items: await colleaguesOf(sql, request.user.office.id), next: null }),
  );

  app.get(
    '/v1/colleagues/load',
    {
      config: { callers: everyUser },
      schema: {
        summary: 'How many reports each officer of my office has in hand, and how many nobody has',
        tags: ['offices'],
        response: { 200: loads },
      },
    },
    async ({ user: { office } }) => {
      const [people, found] = await Promise.all([colleaguesOf(sql, office.id), loadOf(sql, office.id)]);
      const nobody = { username: null, name: null };
      const items = [...people, nobody].map(({ username, name }) => {
        const empty: Load = { username, held: 0, late: 0, soon: 0, soonest: null };
        const load = found.find((one) => one.username === username) ?? empty;
        return { ...load, name, soonest: zonedOrNull(load.soonest, office.zone) };
      });
      return { items, next: null };
    },
  );
}

/** Another's report and one that there is not look the same, as everywhere. */
async function whyNotHeld(services: Services, number: string, user: User): Promise<ProblemCode> {
  try {
    await visibleTo(services, number, user);
    return 'not-holder';
  } catch (error) {
    return asProblem(error).code;
  }
}
