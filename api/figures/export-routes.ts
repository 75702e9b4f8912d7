// Exports: CSV, XLSX, XES. No identity leaves here.
import { Readable } from 'node:stream';
import { z } from 'zod';
import type { App, Services } from '../services.ts';
import { csv } from './csv.ts';
import { primed } from './primed.ts';
import { xes } from './xes.ts';
import { complaintRows, eventRows } from '../../db/figures/export-rows.ts';
import type { FigureScope } from '../../db/figures/kept.ts';
import type { Zone } from '../../sop/offices.ts';
import { Places } from '../http/limits/places.ts';
import { Problem } from '../http/problems.ts';
import { problemsOf } from '../../contract/common.ts';
import { reportQuery } from '../../contract/reports.ts';
import { scopeOf } from './routes.ts';
import { everyUser } from '../identity/callers.ts';

const complaintColumns =
  'number kind oversight title channel category confidentiality receivedAt status step holder deadline firstResponseDue firstResponseAt wholeDue answeredAt answeredBy endedAt closedBy references duplicateOf followers rating ratedAt ratedFor returns objections objectionsUpward recalls messages corrections extensions consultations lateConsultations breaches deadlineProvisional firstResponseProvisional wholeProvisional'.split(
    ' ',
  );
const eventColumns =
  'caseId activity timestamp resource seq step toStep status role officeId fromOffice toOffice deadline kind channel category references rating consultation duplicateOf clock chargedOffice via refusedAction refusedCode deadlineProvisional'.split(
    ' ',
  );

const times = new Set(
  'receivedAt deadline firstResponseDue firstResponseAt wholeDue answeredAt endedAt ratedAt'.split(' '),
);

/** By media type: what a reader has to know. */
const notes: Record<string, string> = {
  'text/csv': 'UTF-8 with a byte order mark, times in UTC, an apostrophe before what could be a formula.',
  'application/xml': 'Times in UTC.',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet':
    "Times in the zone of the reader's office, which their headers name.",
};

/** Of one user at once. */
const most = 2;
/** A workbook is put together whole before it goes. */
const workbookMs = 60_000;

type Body = Readable | Buffer;

export function exportRoutes(app: App, services: Services): void {
  const { sql } = services;
  const places = new Places({
    id: 'Dua unduhan Anda masih berjalan; tunggu salah satunya selesai.',
    en: 'Two of your downloads are still running; wait until one of them is done.',
  });
  const complaints = (scope: FigureScope) => complaintRows(sql, scope);
  const events = (scope: FigureScope) => eventRows(sql, scope);

  const exports: Record<
    string,
    [
      type: string,
      write: (scope: FigureScope, reader: { zone: Zone; isGone: () => boolean }) => Promise<Body>,
    ]
  > = {
    'complaints.csv': [
      'text/csv; charset=utf-8',
      async (scope) => text(csv(await primed(complaints(scope)), complaintColumns)),
    ],
    'events.csv': [
      'text/csv; charset=utf-8',
      async (scope) => text(csv(await primed(events(scope)), eventColumns)),
    ],
    'events.xes': ['application/xml; charset=utf-8', async (scope) => text(xes(await primed(events(scope))))],
    'complaints.xlsx': [
      'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      async (scope, { zone, isGone }) => {
        // What writes it is loaded with the first.
        const { xlsx } = await import('./xlsx.ts');
        const rows = whileAwaited(complaints(scope), isGone);
        return workbook(xlsx(rows, complaintColumns, { sheet: 'Laporan', times, zone }));
      },
    ],
  };
  for (const [file, [type, write]] of Object.entries(exports)) {
    const [mediaType = type] = type.split(';');
    const remarks = notes[mediaType] ?? '';
    app.get(
      `/v1/reports/${file}`,
      {
        config: {
          callers: everyUser,
          scopes: ['figures:read'],
          ...(file.endsWith('.xlsx') && { patienceMs: workbookMs }),
        },
        schema: {
          summary: `Export as ${file}`,
          description: `${remarks} At most ${most} at once for a user; each goes on as long as its reader reads.`,
          tags: ['reports'],
          querystring: reportQuery,
          response: {
            200: { description: 'The file', content: { [mediaType]: { schema: z.file() } } },
            ...problemsOf(404),
          },
        },
      },
      async (request, reply) => {
        const { user } = request;
        const scope = await scopeOf(services, user, request.query);
        void reply.type(type).header('content-disposition', `attachment; filename="${file}"`);
        // What is asked by HEAD is whether and as what, not how much: that would be all the work.
        if (request.method === 'HEAD') return reply.send(Readable.from([]) as never);
        const giveBack = places.take({ [user.username]: most });
        reply.raw.once('close', giveBack);
        if (reply.raw.closed) giveBack();
        return reply.send(
          (await write(scope, { zone: user.office.zone, isGone: () => reply.raw.closed })) as never,
        );
      },
    );
  }
}

/** A batch is fetched when the reader has taken the one before; one who leaves ends it. */
function text(parts: AsyncIterable<string>): Readable {
  return Readable.from(parts);
}

/** Nobody is there to be told, so what is thrown reaches nobody. */
async function* whileAwaited<T>(parts: AsyncIterable<T>, isGone: () => boolean): AsyncGenerator<T> {
  for await (const part of parts) {
    if (isGone()) throw new Problem('bad-request');
    yield part;
  }
}

async function workbook(made: Promise<Buffer>): Promise<Buffer> {
  return made.catch((error: unknown) => {
    if (!(error instanceof RangeError)) throw error;
    throw new Problem('invalid-fields', {
      detail: {
        id: 'Terlalu banyak baris; persempit from dan to, atau ambil CSV.',
        en: 'Too many rows; narrow from and to, or take CSV.',
      },
    });
  });
}
