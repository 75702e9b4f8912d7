// Figures. No identity leaves here.
import type { z } from 'zod';
import type { App, Services } from '../services.ts';
import { partOf } from '../identity/eyes.ts';
import type { User } from '../identity/session.ts';
import { instantOf } from '../values/day.ts';
import { latestReturns } from '../../db/figures/brief/returned.ts';
import { allCategories, categoriesByName } from '../../db/categories/categories.ts';
import { branchCounts } from '../categories/tree.ts';
import { inFigures, returnedReports, returnFigures } from '../../db/figures/figures.ts';
import type { FigureScope } from '../../db/figures/kept.ts';
import { allOffices } from '../../db/offices/offices.ts';
import { latestComments } from '../../db/ratings/comments.ts';
import { problemsOf } from '../../contract/common.ts';
import {
  commentedList,
  reportQuery,
  returnedList,
  returnList,
  summary,
  weekList,
  weekQuery,
} from '../../contract/reports.ts';
import { weeksUnder } from './brief.ts';
import { summariseFor } from './summary.ts';
import { everyUser } from '../identity/callers.ts';
import { zoned } from '../values/zoned.ts';

/** The latest of returns, and of comments. */
const shownLatest = 20;

export function reportRoutes(app: App, services: Services): void {
  const { sql } = services;

  app.get(
    '/v1/reports/summary',
    {
      config: { callers: everyUser, scopes: ['figures:read'] },
      schema: {
        summary: 'Figures: what is late now and a week ago, counts, the three clocks, times, returns, trend',
        tags: ['reports'],
        querystring: reportQuery,
        response: { 200: summary, ...problemsOf(404) },
      },
    },
    async (request) => {
      const figures = await summariseFor(sql, await scopeOf(services, request.user, request.query));
      const [tree, codes] = await Promise.all([allCategories(sql), categoriesByName(sql)]);
      return { ...figures, categories: branchCounts(tree, codes, figures.byCategory) };
    },
  );

  app.get(
    '/v1/reports/weeks',
    {
      config: { callers: everyUser },
      schema: {
        summary: 'Week by week how many reports the offices below were late with',
        tags: ['reports'],
        querystring: weekQuery,
        response: { 200: weekList, ...problemsOf(404) },
      },
    },
    async ({ user, query }) => weeksUnder(sql, await partOf(sql, user, query.officeId)),
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
      const { items, reports } = await inFigures(
        sql,
        scope,
        (figures) => ({ items: returnFigures(figures), reports: returnedReports(figures) }),
        { only: ['returned', 'once-returned'] },
      );
      const once = (from: string, to: string) =>
        reports.find((one) => one.from === from && one.to === to)?.count ?? 0;
      return {
        items: items.map(({ from, to, count }) => ({
          from: named(from),
          to: named(to),
          count,
          reports: once(from, to),
        })),
        next: null,
        reports: {
          total: once('', ''),
          from: Object.fromEntries(
            reports.flatMap((one) => (one.from && !one.to ? [[one.from, one.count]] : [])),
          ),
          to: Object.fromEntries(
            reports.flatMap((one) => (one.to && !one.from ? [[one.to, one.count]] : [])),
          ),
        },
      };
    },
  );

  app.get(
    '/v1/reports/returns/latest',
    {
      config: { callers: everyUser },
      schema: {
        summary: 'The latest returns by or to offices of the part, with their reasons',
        tags: ['reports'],
        querystring: reportQuery,
        response: { 200: returnedList, ...problemsOf(404) },
      },
    },
    async ({ user, query }) => {
      const rows = await latestReturns(sql, await scopeOf(services, user, query), shownLatest);
      return { items: rows.map((row) => ({ ...row, at: zoned(row.at, user.office.zone) })), next: null };
    },
  );

  app.get(
    '/v1/reports/ratings/latest',
    {
      config: { callers: everyUser },
      schema: {
        summary: 'What reporters said last as they rated answers of the part (reading 26)',
        description: 'Of each report the rating that counts, where it has words.',
        tags: ['reports'],
        querystring: reportQuery,
        response: { 200: commentedList, ...problemsOf(404) },
      },
    },
    async ({ user, query }) => {
      const rows = await latestComments(sql, await scopeOf(services, user, query), shownLatest);
      return { items: rows.map((row) => ({ ...row, at: zoned(row.at, user.office.zone) })), next: null };
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
