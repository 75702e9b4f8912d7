// Who looked at an identity or opened a file: the reporter reads it by access key, superiors and ops by session. Which
// identity it was, none of these lists says.
import { z } from 'zod';
import { numberParams, problemsOf } from '../../contract/common.ts';
import { looksQuery, officeLooks, readList, readQuery, reporterLooks } from '../../contract/lists/looks.ts';
import { looksOf, readBy } from '../../db/record/looks.ts';
import { publicZone } from '../../sop/offices.ts';
import { readerOf } from '../complaints/found.ts';
import { everyUser } from '../identity/callers.ts';
import { eyesOf } from '../identity/eyes.ts';
import type { App, Services } from '../services.ts';
import { fromCursor, fromNumberCursor, toCursor } from '../values/cursor.ts';
import { zoned } from '../values/zoned.ts';

export function lookRoutes(app: App, services: Services): void {
  const { sql } = services;

  app.get(
    '/v1/complaints/:number/identity-views',
    {
      config: { callers: ['reporter', ...everyUser] },
      schema: {
        summary: 'Who looked at the identity or opened a file, the latest first (reading 33)',
        description:
          'Once per officer, kind and day, as it is on record. Officers read what their own part of the tree looked at, national and ops all; the reporter reads which office, and not of files between offices.',
        tags: ['public', 'offices', 'ops'],
        params: numberParams,
        querystring: looksQuery,
        response: { 200: z.union([officeLooks, reporterLooks]), ...problemsOf(404) },
      },
    },
    async (request) => {
      const { complaint, user } = await readerOf(services, request);
      const { cursor, limit } = request.query;
      const before = fromNumberCursor(cursor);
      const rows = await looksOf(sql, complaint.number, {
        top: user ? eyesOf(user) : null,
        internal: user !== undefined,
        ...(before !== undefined && { before }),
        limit: limit + 1,
      });
      const zone = user?.office.zone ?? publicZone;
      const items = rows.slice(0, limit).map(({ at, what, office, username, byName, inHand }) => ({
        at: zoned(at, zone),
        what,
        office,
        ...(user && { by: { username, name: byName }, inHand }),
      }));
      return { items, next: rows.length > limit ? String(rows[limit - 1]?.nth) : null };
    },
  );

  app.get(
    '/v1/identity-views',
    {
      config: { callers: everyUser },
      schema: {
        summary: 'What one officer read on a day, by number (reading 33)',
        description: 'Of officers of my own part of the tree; national and ops: of all.',
        tags: ['offices', 'ops'],
        querystring: readQuery,
        response: { 200: readList },
      },
    },
    async ({ user, query: { officer, day, cursor, limit } }) => {
      const after = fromCursor(cursor)?.number;
      const rows = await readBy(
        sql,
        { username: officer, day },
        { top: eyesOf(user), after, limit: limit + 1 },
      );
      const items = rows.slice(0, limit);
      return {
        items: items.map(({ byName, at, ...row }) => ({
          ...row,
          at: zoned(at, user.office.zone),
          by: { username: officer, name: byName },
        })),
        next: rows.length > limit ? toCursor({ at: null, number: items.at(-1)?.number ?? '' }) : null,
      };
    },
  );
}
