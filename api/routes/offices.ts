// The office tree, the agencies that the public may file to, and an office's notifications.
import type { App, Services } from '../app.ts';
import { fromNumberCursor } from '../cursor.ts';
import { markRead, notificationsOf } from '../../db/queries/office-notifications.ts';
import { officeTree } from '../../db/queries/office-tree.ts';
import { allOffices, type KeptOffice } from '../../db/queries/offices.ts';
import { opsOnly } from '../ops-only.ts';
import { Problem } from '../problems.ts';
import { problemsOf } from '../schemas/common.ts';
import {
  notificationList,
  notificationParams,
  notificationQuery,
  officeList,
  officeQuery,
} from '../schemas/people.ts';
import type { Office } from '../../sop/offices.ts';
import { z } from 'zod';
import { zoned, zonedOrNull } from '../zoned.ts';

const itemOf = ({ id, name, level, parentId, zone }: Office) => ({
  id,
  name,
  level,
  parentId,
  timeZone: zone,
});

/** As ops see it. */
export function shownOffice({ email, active, ...office }: KeptOffice) {
  return { ...itemOf(office), email, active };
}

export function officeRoutes(app: App, { sql, auth }: Services): void {
  app.get(
    '/v1/offices',
    {
      schema: {
        summary: 'The tree, each office after the one above it',
        tags: ['offices'],
        querystring: officeQuery,
        response: { 200: officeList, ...problemsOf(401, 403) },
      },
    },
    async (request) => {
      const user = await auth.user(request);
      const { inactive = false } = request.query;
      if (!inactive && user.role !== 'ops') return { items: (await officeTree(sql)).map(itemOf), next: null };
      opsOnly(user);
      const offices = await allOffices(sql);
      return { items: offices.filter(({ active }) => active || inactive).map(shownOffice), next: null };
    },
  );

  app.get(
    '/v1/agencies',
    {
      schema: {
        summary: 'Agencies that take reports straight (SOP 3)',
        tags: ['public'],
        response: { 200: officeList, ...problemsOf() },
      },
    },
    async () => {
      const agencies = (await officeTree(sql)).filter(({ level }) => level === 'agency');
      return { items: agencies.map(itemOf), next: null };
    },
  );

  app.get(
    '/v1/notifications',
    {
      schema: {
        summary: "My office's notifications, the newest first",
        tags: ['offices'],
        querystring: notificationQuery,
        response: { 200: notificationList, ...problemsOf(401) },
      },
    },
    async (request) => {
      const { office } = await auth.user(request);
      const { cursor, limit, unread = false } = request.query;
      const before = fromNumberCursor(cursor);
      const rows = await notificationsOf(sql, office.id, { unread, before, limit: limit + 1 });
      const items = rows.slice(0, limit).map((row) => ({
        ...row,
        createdAt: zoned(row.createdAt, office.zone),
        readAt: zonedOrNull(row.readAt, office.zone),
      }));
      return { items, next: rows.length > limit ? String(items.at(-1)?.id) : null };
    },
  );

  app.post(
    '/v1/notifications/:id/read',
    {
      schema: {
        summary: 'Mark it read',
        tags: ['offices'],
        params: notificationParams,
        response: { 204: z.undefined().describe('Marked'), ...problemsOf(401, 404) },
      },
    },
    async (request, reply) => {
      const { office } = await auth.user(request);
      if (!(await markRead(sql, office.id, request.params.id))) throw new Problem('not-found');
      return reply.code(204).send();
    },
  );
}
