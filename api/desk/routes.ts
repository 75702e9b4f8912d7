// What officers do with a report beside deciding: look for its like, hand it to a colleague.
import { assign, colleaguesOf } from '../../db/desk/assignees.ts';
import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import type { App, Services } from '../services.ts';
import { eyesOf, seesAll } from '../identity/eyes.ts';
import { likelyDuplicates } from '../../db/desk/duplicates.ts';
import { officeSuggestions } from '../../db/desk/office-suggestions.ts';
import { insertNotifications } from '../../db/messages/notifications.ts';
import { addNote } from '../../db/desk/notes.ts';
import { invalidField, Problem } from '../http/problems.ts';
import { numberParams, problemsOf } from '../../contract/common.ts';
import { assignee, colleagues, duplicates, officeSuggestions as suggestions } from '../../contract/desk.ts';
import { toOffice } from '../../sop/notices/notices.ts';
import { zoned } from '../values/zoned.ts';
import { noteBy } from './note-routes.ts';
import { visible } from '../complaints/found.ts';
import { everyUser } from '../identity/callers.ts';

const done = z.undefined().describe('Done');

export function deskRoutes(app: App, services: Services): void {
  const { sql, mailing } = services;

  app.get(
    '/v1/complaints/:number/duplicates',
    {
      config: { callers: everyUser },
      schema: {
        summary: 'Reports like this one, the most alike first',
        tags: ['offices'],
        params: numberParams,
        response: { 200: duplicates, ...problemsOf(404) },
      },
    },
    async (request) => {
      const { user } = request;
      const { number } = await visible(services, request);
      const found = await likelyDuplicates(sql, number, eyesOf(user));
      return {
        items: found.map((one) => ({ ...one, receivedAt: zoned(one.receivedAt, user.office.zone) })),
        next: null,
      };
    },
  );

  app.get(
    '/v1/complaints/:number/office-suggestions',
    {
      config: { callers: ['officer'] },
      schema: {
        summary: 'Where reports like this one were answered, among the offices directly below the holder',
        tags: ['offices'],
        params: numberParams,
        response: { 200: suggestions, ...problemsOf(404) },
      },
    },
    async (request) => {
      const { user } = request;
      const { number, holderId } = await visible(services, request);
      if (holderId !== user.office.id) throw new Problem('not-holder');
      const officeId = user.office.id;
      const found = await officeSuggestions(sql, { number, officeId, seesAll: seesAll(user) });
      return {
        alike: found.alike,
        items: found.items.map(({ id, name, level, answered, returned, reason }) => ({
          office: { id, name, level },
          answered,
          returned,
          reason,
        })),
        next: null,
      };
    },
  );

  app.post(
    '/v1/complaints/:number/assignee',
    {
      config: { callers: ['officer'] },
      schema: {
        summary: 'Hand it to a colleague of my office',
        tags: ['offices'],
        params: numberParams,
        body: assignee,
        response: { 204: done, ...problemsOf(404) },
      },
    },
    async (request, reply) => {
      const { user } = request;
      const { number, title } = await visible(services, request);
      const { username } = request.body;
      const colleague = (await colleaguesOf(sql, user.office.id)).find((one) => one.username === username);
      if (username !== null && !colleague) throw invalidField('username', 'Bukan petugas aktif kantor Anda');
      await sql.begin(async (tx) => {
        if (!(await assign(tx, number, user.office.id, username))) throw new Problem('not-holder');
        const words = colleague
          ? `Diserahkan kepada ${colleague.name}.`
          : 'Tidak lagi diserahkan kepada siapa pun.';
        await addNote(tx, noteBy(user, number, words));
        if (!colleague || username === user.username) return;
        const notice = toOffice.assigned(number, title, user.name);
        const key = `${number}:assigned:${randomUUID()}`;
        const told = { key, number, officeId: user.office.id, username: colleague.username, ...notice };
        await insertNotifications(tx, [told], mailing);
      });
      return reply.code(204).send();
    },
  );

  app.get(
    '/v1/colleagues',
    {
      config: { callers: everyUser },
      schema: {
        summary: 'The officers of my office',
        tags: ['offices'],
        response: { 200: colleagues },
      },
    },
    async (request) => ({ items: await colleaguesOf(sql, request.user.office.id), next: null }),
  );
}
