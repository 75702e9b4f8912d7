// What everybody may read: open reports that were verified, without who wrote them.
import type { z } from 'zod';
import type { App, Services } from '../../services.ts';
import { fromInstantCursor, toCursor } from '../../values/cursor.ts';
import { instantOf } from '../../values/day.ts';
import { registered, registerEntry, type RegisterRow } from '../../../db/public/register.ts';
import { saidOf } from '../views/office-view.ts';
import { Problem } from '../../http/problems.ts';
import { numberParams, problemsOf } from '../../../contract/common.ts';
import { registerItem, registerList, registerQuery } from '../../../contract/reporter/register.ts';
import { publicZone as zone } from '../../../sop/offices.ts';
import { zoned, zonedOrNull } from '../../values/zoned.ts';

/** Of one address in a minute. */
const limit = { name: 'register', perMinute: 240 };

export function registerRoutes(app: App, { sql }: Services): void {
  app.get(
    '/v1/register',
    {
      config: { callers: ['anyone'], limit },
      schema: {
        summary: 'Open reports that were verified, the newest first; no account needed',
        tags: ['public'],
        querystring: registerQuery,
        response: { 200: registerList },
      },
    },
    async (request) => {
      const { cursor, limit, from, to, ...filter } = request.query;
      const at = fromInstantCursor(cursor);
      const rows = await registered(sql, {
        ...filter,
        from: instantOf(from, 'start'),
        to: instantOf(to, 'end'),
        after: at && { receivedAt: at.at, number: at.number },
        limit: limit + 1,
      });
      const items = rows.slice(0, limit);
      const last = rows.length > limit ? items.at(-1) : undefined;
      return {
        items: items.map(registerItemOf),
        next: last ? toCursor({ at: last.receivedAt, number: last.number }) : null,
      };
    },
  );

  app.get(
    '/v1/register/:number',
    {
      config: { callers: ['anyone'], limit },
      schema: {
        summary: 'One of them, with what was said to it',
        tags: ['public'],
        params: numberParams,
        response: { 200: registerItem, ...problemsOf(404) },
      },
    },
    async (request) => {
      const row = await registerEntry(sql, request.params.number);
      if (!row) throw new Problem('not-found');
      return {
        ...registerItemOf(row),
        description: row.description,
        firstResponse: saidOf(row.firstResponseAt, row.firstResponse, row.firstResponseOffice, zone),
        answer: saidOf(row.answeredAt, row.answer, row.answerOffice, zone),
      };
    },
  );
}

export function registerItemOf(row: RegisterRow): z.output<typeof registerList>['items'][number] {
  const { number, kind, title, category, status, receivedAt, agency, answeredAt } = row;
  return {
    number,
    kind,
    title,
    category,
    status,
    receivedAt: zoned(receivedAt, zone),
    agency,
    answeredAt: zonedOrNull(answeredAt, zone),
  };
}
