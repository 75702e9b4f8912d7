// Where I am signed in: to be seen, and to be ended one by one.
import Bowser from 'bowser';
import { z } from 'zod';
import type { App, Services } from '../services.ts';
import { openSessions } from '../../db/people/sessions.ts';
import { takeSession } from './cookies.ts';
import { Problem } from '../http/problems.ts';
import { problemsOf } from '../../contract/common.ts';
import { sessionList, sessionParams } from '../../contract/people.ts';
import { zoned } from '../values/zoned.ts';
import { everyUser } from './callers.ts';

export function ownSessionRoutes(app: App, { sql, auth }: Services): void {
  app.get(
    '/v1/sessions',
    {
      config: { callers: everyUser, beforeOwnPassword: true },
      schema: {
        summary: 'My open sessions, the last used first',
        tags: ['offices'],
        response: { 200: sessionList },
      },
    },
    async (request) => {
      const { user, token } = request.session;
      const { zone } = user.office;
      const items = (await openSessions(sql, user.username)).map(({ agent, ...one }) => ({
        ...one,
        device: agent && deviceOf(agent),
        since: zoned(one.since, zone),
        seenAt: zoned(one.seenAt, zone),
        expiresAt: zoned(one.expiresAt, zone),
        current: one.id === token.id,
      }));
      return { items, next: null };
    },
  );

  app.delete(
    '/v1/sessions/:id',
    {
      config: { callers: everyUser, beforeOwnPassword: true },
      schema: {
        summary: 'End one of my sessions',
        tags: ['offices'],
        params: sessionParams,
        response: { 204: z.undefined().describe('Done'), ...problemsOf(404) },
      },
    },
    async (request, reply) => {
      const { user, token } = request.session;
      const one = (await openSessions(sql, user.username)).find(({ id }) => id === request.params.id);
      if (!one) throw new Problem('not-found');
      await auth.end(one);
      if (one.id === token.id) takeSession(request, reply);
      return reply.code(204).send();
    },
  );
}

/** `Chrome, Windows`; of a program its own first word. */
function deviceOf(agent: string): string {
  const { browser, os } = Bowser.parse(agent);
  const names = [browser.name, os.name].filter(Boolean);
  return names.length > 0 ? names.join(', ') : agent.split(' ', 1).join('');
}
