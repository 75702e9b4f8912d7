// Open data: how offices do, as JSON and CSV at addresses that stay.
import { Readable } from 'node:stream';
import { z } from 'zod';
import type { App, Services } from '../services.ts';
import { keptFor } from '../values/kept.ts';
import { performance, performanceQuery } from '../../contract/reporter/performance.ts';
import { problemsOf } from '../../contract/common.ts';
import { csv } from './csv.ts';
import { type Performance, performanceOf } from './performance.ts';

const freshMs = 5 * 60_000;
const columns = [
  ...'year officeId office level open handled withinPercent medianMinutes ratingMean ratings'.split(' '),
  // What is added comes last, so that whoever counts columns finds the others where they were.
  ...'wholeOpen wholeAnswered wholeWithinPercent wholeMedianDays'.split(' '),
];

export function performanceRoutes(app: App, { sql }: Services): void {
  const kept = new Map<number | null, () => Promise<Performance>>();
  const performanceIn = (year: number | null) => {
    const known = kept.get(year) ?? keptFor(freshMs, () => performanceOf(sql, year));
    kept.set(year, known);
    return known();
  };
  const config = { callers: ['anyone' as const], limit: { name: 'performance', perMinute: 120 } };
  /** For pages and programs anywhere. */
  const open = { 'access-control-allow-origin': '*', 'cache-control': 'public, max-age=300' };

  app.get(
    '/v1/performance',
    {
      config,
      schema: {
        summary:
          'How offices do: open, within their limits, how long, how satisfied reporters are; open data',
        tags: ['public'],
        querystring: performanceQuery,
        response: { 200: performance, ...problemsOf() },
      },
    },
    async ({ query: { year = null } }, reply) => {
      void reply.headers(open);
      const { years } = await performanceIn(null);
      return { ...(await performanceIn(year)), years };
    },
  );

  app.get(
    '/v1/performance.csv',
    {
      config,
      schema: {
        summary: 'The offices of the same as CSV',
        description:
          'UTF-8 with a byte order mark; a line an office, the year empty for all time; what begins with `whole_` is of an agency with all offices under it.',
        tags: ['public'],
        querystring: performanceQuery,
        response: {
          200: { description: 'The file', content: { 'text/csv': { schema: z.file() } } },
          ...problemsOf(),
        },
      },
    },
    async ({ query: { year = null } }, reply) => {
      const { offices } = await performanceIn(year);
      const rows = offices.map(({ id, name, rating, whole, ...office }) => ({
        ...office,
        year,
        officeId: id,
        office: name,
        ratingMean: rating?.mean ?? null,
        ratings: rating?.total ?? null,
        wholeOpen: whole?.open ?? null,
        wholeAnswered: whole?.answered ?? null,
        wholeWithinPercent: whole?.withinPercent ?? null,
        wholeMedianDays: whole?.medianDays ?? null,
      }));
      void reply.headers(open).type('text/csv; charset=utf-8');
      const name = `kinerja-${year ?? 'semua'}.csv`;
      void reply.header('content-disposition', `attachment; filename="${name}"`);
      return reply.send(Readable.from(csv(once(rows), columns)) as never);
    },
  );
}

async function* once<T>(value: T): AsyncGenerator<T> {
  yield await Promise.resolve(value);
}
