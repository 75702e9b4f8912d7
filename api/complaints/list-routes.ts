// What an office holds now, and what it may see at all.
import { z } from 'zod';
import type { App, Services } from '../services.ts';
import { partOf } from '../identity/eyes.ts';
import type { User } from '../identity/session.ts';
import type { Sight } from '../identity/sight.ts';
import { rulesInForce } from '../rules/in-force.ts';
import { fromCursor, fromInstantCursor, toCursor } from '../values/cursor.ts';
import { instantOf } from '../values/day.ts';
import { zoned } from '../values/zoned.ts';
import { disposedBy } from '../../db/complaints/lists/disposed.ts';
import { decidedToday, inboxCountsOf, inboxGroupsOf } from '../../db/complaints/lists/inbox-counts.ts';
import type { ListRow } from '../../db/complaints/lists/list-row.ts';
import { inboxOf, listComplaints, newestInGroups } from '../../db/complaints/lists/lists.ts';
import type { Grouped, Grouping } from '../../db/complaints/lists/order.ts';
import { askedOf } from '../../db/consultations/consultations.ts';
import { isLimitMissed } from '../../sop/case.ts';
import { procedure } from '../../sop/procedure.ts';
import { consultationView } from '../consultations/view.ts';
import { itemOf } from './views/office-view.ts';
import { askedList } from '../../contract/consultations.ts';
import { problemsOf } from '../../contract/common.ts';
import {
  disposedQuery,
  type groupings,
  inboxCountsQuery,
  inboxQuery,
  listQuery,
  mostGrouped,
} from '../../contract/lists/queries.ts';
import { disposedList, inboxCounts, itemList } from '../../contract/office.ts';
import { everyUser } from '../identity/callers.ts';

export function listRoutes(app: App, services: Services): void {
  const { sql } = services;
  app.get(
    '/v1/inbox',
    {
      config: { callers: everyUser, scopes: ['complaints:read'] },
      schema: {
        summary: 'What my office holds now, the soonest deadline first',
        tags: ['offices'],
        querystring: inboxQuery,
        response: { 200: z.union([itemList, askedList]) },
      },
    },
    async (request) => {
      const { user } = request;
      const { cursor, limit, assignee, kind, sort: order, group, ...narrowing } = request.query;
      if (kind === 'consultations') return askedPage(services, request);
      const after = order === 'deadline' ? fromCursor(cursor) : fromInstantCursor(cursor);
      // Ops sit in an office and decide nothing: theirs is empty.
      const wanted = { ...narrowing, kind, assignee: assigneeOf(assignee, user) };
      const page = { order, grouping: groupingOf(group, user, 'agency'), after, limit: limit + 1 };
      const rows = user.role === 'ops' ? [] : await inboxOf(sql, user.office.id, wanted, page);
      const { calendar } = await rulesInForce(services, request);
      const { items, last } = pageOf(rows, limit);
      const at = order === 'deadline' ? last?.deadline : last?.receivedAt;
      return {
        items: items.map((row) => itemOf(row, user, calendar)),
        next: last ? toCursor({ at: at ?? null, number: last.number, group: last.groupKey }) : null,
      };
    },
  );

  app.get(
    '/v1/inbox/counts',
    {
      config: { callers: everyUser, scopes: ['complaints:read'] },
      schema: {
        summary: 'How much my office holds, narrowed as the inbox, and what it did today',
        tags: ['offices'],
        querystring: inboxCountsQuery,
        response: { 200: inboxCounts },
      },
    },
    async ({ user, query: { assignee, group, ...narrowing } }) => {
      const none = { decidedToday: { office: 0, mine: 0 }, groups: [] };
      if (user.role === 'ops') return { total: 0, late: 0, soon: 0, dueToday: 0, ...none };
      const wanted = { ...narrowing, assignee: assigneeOf(assignee, user) };
      const grouping = groupingOf(group, user, 'agency');
      const [counts, decided, groups] = await Promise.all([
        inboxCountsOf(sql, user.office.id, wanted),
        decidedToday(sql, user.office, user.name),
        grouping ? inboxGroupsOf(sql, user.office.id, wanted, grouping) : [],
      ]);
      return { ...counts, decidedToday: decided, groups };
    },
  );

  app.get(
    '/v1/disposed',
    {
      config: { callers: everyUser, scopes: ['complaints:read'] },
      schema: {
        summary: 'What my office disposed and is open below it, the soonest deadline first',
        description: 'Among `options` is `recall` as long as my office may take it back (reading 18).',
        tags: ['offices'],
        querystring: disposedQuery,
        response: { 200: disposedList },
      },
    },
    async (request) => {
      const { user } = request;
      const { cursor, limit, group, ...narrowing } = request.query;
      const grouping = groupingOf(group, user, 'holder');
      const page = { order: 'deadline' as const, grouping, after: fromCursor(cursor), limit: limit + 1 };
      const rows = user.role === 'ops' ? [] : await disposedBy(sql, user.office, narrowing, page);
      const { calendar } = await rulesInForce(services, request);
      const { items, last } = pageOf(rows, limit);
      const now = new Date().toISOString();
      return {
        items: items.map((row) => ({
          ...itemOf(row, user, calendar),
          holderSince: zoned(row.heldSince, user.office.zone),
          limitMissed: row.state !== null && isLimitMissed(row.state, now),
        })),
        next: last ? toCursor({ at: last.deadline, number: last.number, group: last.groupKey }) : null,
      };
    },
  );

  app.get(
    '/v1/complaints',
    {
      config: { callers: everyUser, scopes: ['complaints:read'] },
      schema: {
        summary: 'What my role may see, the newest first',
        tags: ['offices'],
        querystring: listQuery,
        response: { 200: itemList, ...problemsOf(404) },
      },
    },
    async (request) => {
      const { user } = request;
      const { cursor, limit, group, from, to, assignee, under, owed, ...others } = request.query;
      const { rated, score, ratedFor, beyond, beyondFor, ...more } = others;
      const {
        wasLate,
        lateStep,
        lateOffice,
        clock,
        clockMet,
        returned,
        returnedFrom,
        returnedTo,
        ...filter
      } = more;
      const after = fromInstantCursor(cursor);
      const sought = {
        ...filter,
        ...((rated !== undefined || score || ratedFor) && {
          rated: { is: rated ?? true, score, officeId: ratedFor },
        }),
        ...(beyond && { beyond: { figure: beyond, officeId: beyondFor } }),
        ...((wasLate !== undefined || lateStep || lateOffice) && {
          late: { is: wasLate ?? true, step: lateStep, officeId: lateOffice },
        }),
        ...((returned !== undefined || returnedFrom || returnedTo) && {
          returned: { is: returned ?? true, from: returnedFrom, to: returnedTo },
        }),
        ...(clock && { clock: { is: clock, within: clockMet ?? false } }),
        owedBy: owed ? user.office.id : undefined,
        assignee: assigneeOf(assignee, user),
        viewerOfficeId: await partOf(sql, user, under),
        from: instantOf(from, 'start'),
        to: instantOf(to, 'end'),
      };
      const grouping = groupingOf(group, user, 'holder');
      const page = { order: 'newest' as const, grouping, after, limit: limit + 1 };
      const rows: (ListRow & Partial<Grouped>)[] = grouping
        ? await newestInGroups(sql, { ...sought, limit: mostGrouped }, page)
        : await listComplaints(sql, {
            ...sought,
            after: after && { receivedAt: after.at, number: after.number },
            limit: limit + 1,
          });
      const { calendar } = await rulesInForce(services, request);
      const { items, last } = pageOf(rows, limit);
      return {
        items: items.map((row) => itemOf(row, user, calendar)),
        next: last
          ? toCursor({ at: last.receivedAt, number: last.number, group: last.groupKey ?? null })
          : null,
      };
    },
  );
}

/** What stands together in a list of that user's; `office`: which one is meant there. */
function groupingOf(
  by: (typeof groupings)[number] | undefined,
  { office: { zone } }: User,
  office: 'agency' | 'holder',
): Grouping | undefined {
  return by && { by: by === 'office' ? office : by, zone };
}

/** `me` and `none` in the words of the query. */
export function assigneeOf(assignee: string | undefined, { username }: User): string | null | undefined {
  if (assignee === 'none') return null;
  return assignee === 'me' ? username : assignee;
}

/** What my office is asked (reading 24). */
async function askedPage(
  services: Services,
  request: { user: User; query: z.output<typeof inboxQuery>; sight: Sight | undefined },
): Promise<z.output<typeof askedList>> {
  const { role, office } = request.user;
  const { cursor, limit, overdue } = request.query;
  const after = fromInstantCursor(cursor);
  const rows =
    role === 'ops' ? [] : await askedOf(services.sql, office.id, { overdue, after, limit: limit + 1 });
  const { items, last } = pageOf(rows, limit);
  const { calendar } = await rulesInForce(services, request);
  return {
    items: items.map((row) => ({
      ...consultationView(row, office.zone, calendar),
      number: row.number,
      kind: row.kind,
      title: row.title,
      step: row.step,
      stepName: procedure[row.step].name,
      reportStatus: row.reportStatus,
    })),
    next: last ? toCursor({ at: last.due, number: last.id }) : null,
  };
}

/** One row more was asked for, to see whether there is a next page. */
function pageOf<Row>(rows: Row[], limit: number): { items: Row[]; last: Row | undefined } {
  const items = rows.slice(0, limit);
  return { items, last: rows.length > limit ? items.at(-1) : undefined };
}
