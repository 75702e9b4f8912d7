// Figures. No identity leaves here.
import type { z } from 'zod';
import type { App, Services } from '../services.ts';
import { partOf } from '../identity/eyes.ts';
import type { User } from '../identity/session.ts';
import { instantOf } from '../values/day.ts';
import { inFigures, returnFigures } from '../../db/figures/figures.ts';
import type { FigureScope } from '../../db/figures/kept.ts';
import { allOffices } from '../../db/offices/offices.ts';
import { problemsOf } from '../../contract/common.ts';
import { reportQuery, returnList, summary } from '../../contract/reports.ts';
import { summarise } from './summary.ts';
import { everyUser } from '../identity/callers.ts';

export function reportRoutes(app: App, services: Services): void {
  const { sql } = services;

  app.get(
    '/v1/reports/summary',
    {
      config: { callers: everyUser, scopes: ['figures:read'] },
      schema: {
        summary: 'Figures: counts, the three clocks, times, overdue, returns, trend',
        tags: ['reports'],
        querystring: reportQuery,
        response: { 200: summary, ...problemsOf(404) },
      },
    },
    async (request) => summarise(sql, await scopeOf(services, request.user, request.query)),
  );

  app.get(
    '/v1/reports/returns',
    {
      config: { callers: everyUser, scopes: ['figures:read'] },
      schema: {
        summary: 'Which office returns to which, the most often first (readings 8–10)',
        tags: ['reports'],
        querystring: reportQuery,
        response: { 200: returnList, ...problemsOf(404) },
      },
    },
    async (request) => {
      const scope = await scopeOf(services, request.user, request.query);
      const names = new Map((await allOffices(sql)).map(({ id, name }) => [id, name]));
      const named = (id: string) => ({ id, name: names.get(id) ?? id });
      const items = await inFigures(sql, scope, returnFigures, { only: ['returned'] });
      return {
        items: items.map(({ from, to, count }) => ({ from: named(from), to: named(to), count })),
        next: null,
      };
    },
  );
}

/** What the query asks for, within what the user may see. Throws `not-found` for another's office. */
export async function scopeOf(
  { sql }: Services,
  user: User,
  { officeId, from, to }: z.output<typeof reportQuery>,
): Promise<FigureScope> {
  return {
    officeId: await partOf(sql, user, officeId),
    from: instantOf(from, 'start'),
    to: instantOf(to, 'end'),
  };
}
