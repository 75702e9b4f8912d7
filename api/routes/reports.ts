// Figures and exports: JSON, CSV, XLSX, XES. No identity leaves here.
import { Readable } from 'node:stream';
import type { z } from 'zod';
import type { App, Services } from '../app.ts';
import { partOf, type User } from '../auth.ts';
import { instantOf } from '../day.ts';
import { csv } from '../exports/csv.ts';
import { xes } from '../exports/xes.ts';
import { xlsx } from '../exports/xlsx.ts';
import { complaintRows, eventRows } from '../../db/queries/export-rows.ts';
import { type FigureScope, returnFigures } from '../../db/queries/figures.ts';
import { allOffices } from '../../db/queries/offices.ts';
import { Problem } from '../problems.ts';
import { problemsOf } from '../schemas/common.ts';
import { reportQuery, returnList, summary } from '../schemas/reports.ts';
import { summarise } from '../summary.ts';

const complaintColumns =
  'number kind oversight title channel category confidentiality receivedAt status step holder deadline firstResponseDue firstResponseAt wholeDue answeredAt answeredBy endedAt closedBy returns objections breaches'.split(
    ' ',
  );
const eventColumns =
  'caseId activity timestamp resource seq step toStep status role officeId fromOffice toOffice deadline kind channel category clock chargedOffice via refusedAction refusedCode'.split(
    ' ',
  );

export function reportRoutes(app: App, services: Services): void {
  const { sql, auth } = services;

  app.get(
    '/v1/reports/summary',
    {
      schema: {
        summary: 'Figures: counts, the three clocks, times, overdue, returns, trend',
        tags: ['reports'],
        querystring: reportQuery,
        response: { 200: summary, ...problemsOf(401, 404) },
      },
    },
    async (request) => summarise(sql, await scopeOf(services, await auth.user(request), request.query)),
  );

  app.get(
    '/v1/reports/returns',
    {
      schema: {
        summary: 'Which office returns to which, the most often first (readings 8–10)',
        tags: ['reports'],
        querystring: reportQuery,
        response: { 200: returnList, ...problemsOf(401, 404) },
      },
    },
    async (request) => {
      const scope = await scopeOf(services, await auth.user(request), request.query);
      const names = new Map((await allOffices(sql)).map(({ id, name }) => [id, name]));
      const named = (id: string) => ({ id, name: names.get(id) ?? id });
      const items = await returnFigures(sql, scope);
      return {
        items: items.map(({ from, to, count }) => ({ from: named(from), to: named(to), count })),
        next: null,
      };
    },
  );

  const exports = {
    'complaints.csv': [
      'text/csv; charset=utf-8',
      (scope: FigureScope) => text(csv(complaintRows(sql, scope), complaintColumns)),
    ],
    'events.csv': [
      'text/csv; charset=utf-8',
      (scope: FigureScope) => text(csv(eventRows(sql, scope), eventColumns)),
    ],
    'events.xes': [
      'application/xml; charset=utf-8',
      (scope: FigureScope) => text(xes(eventRows(sql, scope))),
    ],
    'complaints.xlsx': [
      'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      (scope: FigureScope) => workbook(xlsx(complaintRows(sql, scope), complaintColumns, 'Laporan')),
    ],
  } as const;
  for (const [file, [type, write]] of Object.entries(exports)) {
    app.get(
      `/v1/reports/${file}`,
      {
        schema: {
          summary: `Export as ${file}`,
          tags: ['reports'],
          querystring: reportQuery,
          response: problemsOf(401, 404),
        },
      },
      async (request, reply) => {
        const scope = await scopeOf(services, await auth.user(request), request.query);
        const body = await write(scope);
        return reply
          .type(type)
          .header('content-disposition', `attachment; filename="${file}"`)
          .send(body as never);
      },
    );
  }
}

function text(parts: AsyncIterable<string>): Readable {
  return Readable.from(parts);
}

async function workbook(made: Promise<Buffer>): Promise<Buffer> {
  return made.catch((error: unknown) => {
    if (!(error instanceof RangeError)) throw error;
    throw new Problem('invalid-fields', {
      detail: 'Terlalu banyak baris; persempit from dan to, atau ambil CSV.',
    });
  });
}

async function scopeOf(
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
