// What an office holds now, and what it may see at all.
import type { App, Services } from '../services.ts';
import { partOf } from '../identity/eyes.ts';
import type { User } from '../identity/session.ts';
import { fromCursor, fromInstantCursor, toCursor } from '../values/cursor.ts';
import { instantOf } from '../values/day.ts';
import type { ComplaintRow } from '../../db/complaints/complaint-row.ts';
import { inboxOf, listComplaints } from '../../db/complaints/lists.ts';
import { readCalendar } from '../../db/rules/calendar.ts';
import { itemOf } from './office-view.ts';
import { problemsOf } from '../../contract/common.ts';
import { inboxQuery, itemList, listQuery } from '../../contract/office.ts';
import { everyUser } from '../identity/callers.ts';

export function listRoutes(app: App, { sql }: Services): void {
  app.get(
    '/v1/inbox',
    {
      config: { callers: everyUser },
      schema: {
        summary: 'What my office holds now, the soonest deadline first',
        tags: ['offices'],
        querystring: inboxQuery,
        response: { 200: itemList },
      },
    },
    async (request) => {
      const { user } = request;
      const { cursor, limit, assignee, ...narrowing } = request.query;
      const at = fromCursor(cursor);
      const after = at && { deadline: at.at, number: at.number };
      // Ops sit in an office and decide nothing: theirs is empty.
      const wanted = { ...narrowing, assignee: assigneeOf(assignee, user) };
      const rows = user.role === 'ops' ? [] : await inboxOf(sql, user.office.id, wanted, after, limit + 1);
      const calendar = await readCalendar(sql);
      const { items, last } = pageOf(rows, limit);
      return {
        items: items.map((row) => itemOf(row, user, calendar)),
        next: last ? toCursor({ at: last.deadline, number: last.number }) : null,
      };
    },
  );

  app.get(
    '/v1/complaints',
    {
      config: { callers: everyUser },
      schema: {
        summary: 'What my role may see, the newest first',
        tags: ['offices'],
        querystring: listQuery,
        response: { 200: itemList, ...problemsOf(404) },
      },
    },
    async (request) => {
      const { user } = request;
      const { cursor, limit, from, to, assignee, under, owed, rated, score, ratedFor, ...filter } =
        request.query;
      const at = fromInstantCursor(cursor);
      const rows = await listComplaints(sql, {
        ...filter,
        ...((rated !== undefined || score || ratedFor) && {
          rated: { is: rated ?? true, score, officeId: ratedFor },
        }),
        owedBy: owed ? user.office.id : undefined,
        assignee: assigneeOf(assignee, user),
        viewerOfficeId: await partOf(sql, user, under),
        from: instantOf(from, 'start'),
        to: instantOf(to, 'end'),
        after: at && { receivedAt: at.at, number: at.number },
        limit: limit + 1,
      });
      const calendar = await readCalendar(sql);
      const { items, last } = pageOf(rows, limit);
      return {
        items: items.map((row) => itemOf(row, user, calendar)),
        next: last ? toCursor({ at: last.receivedAt, number: last.number }) : null,
      };
    },
  );
}

/** `me` and `none` in the words of the query. */
function assigneeOf(assignee: string | undefined, { username }: User): string | null | undefined {
  if (assignee === 'none') return null;
  return assignee === 'me' ? username : assignee;
}

/** One row more was asked for, to see whether there is a next page. */
function pageOf(
  rows: ComplaintRow[],
  limit: number,
): { items: ComplaintRow[]; last: ComplaintRow | undefined } {
  const items = rows.slice(0, limit);
  return { items, last: rows.length > limit ? items.at(-1) : undefined };
}
