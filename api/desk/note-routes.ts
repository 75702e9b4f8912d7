// Internal notes, and who is told that they are named in one.
import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import type { App, Services } from '../services.ts';
import { numberParams, problemsOf } from '../../contract/common.ts';
import { note, officerList, officerQuery } from '../../contract/desk.ts';
import { officesInvolved } from '../../db/complaints/involved.ts';
import type { ComplaintRow } from '../../db/complaints/complaint-row.ts';
import { addNote, type NewNote } from '../../db/desk/notes.ts';
import { type OfficerWhoSees, officersNamed, officersWhoSee } from '../../db/desk/officers-who-see.ts';
import { insertNotifications } from '../../db/messages/notifications.ts';
import { toOffice } from '../../sop/notices/to-office.ts';
import type { Words } from '../../sop/texts/language.ts';
import { visible } from '../complaints/found.ts';
import { invalidField } from '../http/problems.ts';
import { everyUser } from '../identity/callers.ts';
import type { User } from '../identity/session.ts';

export function noteRoutes(app: App, services: Services): void {
  const { sql, mailing } = services;
  const officesOf = async (number: string) => [...((await officesInvolved(sql, [number])).get(number) ?? [])];

  app.get(
    '/v1/complaints/:number/officers',
    {
      config: { callers: everyUser },
      schema: {
        summary: 'Other officers who may see it, those of my office first',
        tags: ['offices'],
        params: numberParams,
        querystring: officerQuery,
        response: { 200: officerList, ...problemsOf(404) },
      },
    },
    async (request) => {
      const { user, query } = request;
      const { number } = await visible(services, request);
      const { username, office } = user;
      const items = await officersWhoSee(
        sql,
        await officesOf(number),
        { username, officeId: office.id },
        query,
      );
      return { items, next: null };
    },
  );

  app.post(
    '/v1/complaints/:number/notes',
    {
      config: { callers: ['officer'] },
      schema: {
        summary: 'Write an internal note',
        tags: ['offices'],
        params: numberParams,
        body: note,
        response: { 204: z.undefined().describe('Done'), ...problemsOf(404) },
      },
    },
    async (request, reply) => {
      const { user, body } = request;
      const row = await visible(services, request);
      const named = [...new Set(body.mentions)];
      const told = named.length > 0 ? await officersNamed(sql, await officesOf(row.number), named) : [];
      for (const [n, username] of body.mentions.entries())
        if (!told.some((one) => one.username === username))
          throw invalidField(`mentions.${n}`, {
            id: `${username} tidak dapat melihat laporan ini`,
            en: `${username} cannot see this report`,
          });
      await sql.begin(async (tx) => {
        await addNote(tx, noteBy(user, row.number, body.text));
        await insertNotifications(tx, mentionsOf(row, user, told), mailing);
      });
      return reply.code(204).send();
    },
  );
}

/** What those are told who are named; nobody is told of themselves. */
function mentionsOf({ number, title }: ComplaintRow, by: User, named: readonly OfficerWhoSees[]) {
  const id = randomUUID();
  return named
    .filter(({ username }) => username !== by.username)
    .map(({ username, office }) => ({
      key: `${number}:mentioned:${id}:${username}`,
      number,
      officeId: office.id,
      username,
      ...toOffice.mentioned(number, title, by.name),
    }));
}

/** `text`: somebody's own words, or the system's in both languages. */
export function noteBy({ office, username, name }: User, number: string, text: string | Words): NewNote {
  const [said, textEn] = typeof text === 'string' ? [text, null] : [text.id, text.en];
  return { number, officeId: office.id, username, name, text: said, textEn };
}
