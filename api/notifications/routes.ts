// What officers are told: the in-app inbox, how each wants to hear of what, and the log of what was sent.
import { z } from 'zod';
import type { App, Services } from '../services.ts';
import { seesAll } from '../identity/eyes.ts';
import { languageOf, type User } from '../identity/session.ts';
import { askOfficer } from '../identity/contacts/confirming.ts';
import { requireOneSide } from '../identity/contacts/one-side.ts';
import { fromNumberCursor } from '../values/cursor.ts';
import { noteAdminChange } from '../../db/operations/admin-changes.ts';
import { choicesOf, choose } from '../../db/messages/notification-choices.ts';
import { deliveriesOf, redeliver, redeliverPause } from '../../db/messages/deliveries.ts';
import { markRead, notificationsOf } from '../../db/messages/notifications.ts';
import { deliveryOf } from './delivery-view.ts';
import { Problem } from '../http/problems.ts';
import { numberParams, problemsOf, unchanged } from '../../contract/common.ts';
import { choices, deliveryList, newChoices } from '../../contract/notifications.ts';
import { notificationList, notificationParams, notificationQuery } from '../../contract/people.ts';
import { setLanguage } from '../../db/people/users.ts';
import { type Topic, topics } from '../../sop/notices/notices.ts';
import { bodyIn } from '../../sop/notices/told.ts';
import { usualLanguage } from '../../sop/texts/language.ts';
import { zoned, zonedOrNull } from '../values/zoned.ts';
import { visible } from '../complaints/found.ts';
import { everyUser } from '../identity/callers.ts';

export function notificationRoutes(app: App, services: Services): void {
  const { sql } = services;

  app.get(
    '/v1/notifications',
    {
      config: { callers: everyUser },
      schema: {
        summary: 'What my office and I are told, in the language that I chose, the newest first',
        tags: ['notifications'],
        querystring: notificationQuery,
        response: { 200: notificationList },
      },
    },
    async (request) => {
      const { user } = request;
      const { office, username } = user;
      const language = languageOf(user);
      const { cursor, limit, unread = false } = request.query;
      const before = fromNumberCursor(cursor, Number.MAX_SAFE_INTEGER);
      const rows = await notificationsOf(
        sql,
        { officeId: office.id, username },
        { unread, before, limit: limit + 1 },
      );
      const items = rows.slice(0, limit).map(({ subject, body, parts, ...row }) => ({
        ...row,
        subject: subject[language],
        // As it was told; English stands in its parts alone.
        body: parts && language !== usualLanguage ? bodyIn(parts, language) : body,
        createdAt: zoned(row.createdAt, office.zone),
        readAt: zonedOrNull(row.readAt, office.zone),
      }));
      return { items, next: rows.length > limit ? String(items.at(-1)?.id) : null };
    },
  );

  app.post(
    '/v1/notifications/:id/read',
    {
      config: { callers: everyUser },
      schema: {
        summary: 'Mark it read',
        tags: ['notifications'],
        params: notificationParams,
        response: { 204: z.undefined().describe('Marked'), ...problemsOf(404) },
      },
    },
    async (request, reply) => {
      const { office, username } = request.user;
      if (!(await markRead(sql, { officeId: office.id, username }, request.params.id)))
        throw new Problem('not-found');
      return reply.code(204).send();
    },
  );

  app.get(
    '/v1/notification-choices',
    {
      config: { callers: everyUser },
      schema: {
        summary: 'How, and in what language, I want to hear of each topic',
        tags: ['notifications'],
        response: { 200: choices },
      },
    },
    async (request) => chosenBy(services, request.user),
  );

  app.put(
    '/v1/notification-choices',
    {
      config: { callers: everyUser },
      schema: {
        summary: 'Choose; what is not named stays as it is',
        tags: ['notifications'],
        body: newChoices,
        response: { 200: choices, ...problemsOf(409) },
      },
    },
    async (request) => {
      const { user } = request;
      await choosing(services, user, request.body);
      return chosenBy(services, user);
    },
  );

  app.get(
    '/v1/complaints/:number/deliveries',
    {
      config: { callers: everyUser, isAskedAgain: true },
      schema: {
        summary: "Every mail sent or owed about it, and every call to my office's webhooks, with each try",
        description: 'What is as it was is answered by 304, asked again with `If-None-Match`.',
        tags: ['notifications'],
        params: numberParams,
        response: { 200: deliveryList, 304: unchanged, ...problemsOf(404) },
      },
    },
    async (request) => {
      const { user } = request;
      const { number } = await visible(services, request);
      const rows = await deliveriesOf(sql, number, user.office.id);
      return { items: rows.map((row) => deliveryOf(row, user)), next: null };
    },
  );

  app.post(
    '/v1/deliveries/:id/redeliver',
    {
      config: { callers: everyUser },
      schema: {
        summary:
          'Send it again at once; the same one every ten minutes, sixty an hour of those that had arrived',
        tags: ['notifications'],
        params: notificationParams,
        response: { 202: z.undefined().describe('Owed again'), ...problemsOf(404) },
      },
    },
    async (request, reply) => {
      const { user } = request;
      const by = { username: user.username, officeId: seesAll(user) ? null : user.office.id };
      const outcome = await redeliver(sql, request.params.id, by);
      if (outcome === 'unknown') throw new Problem('not-found');
      if (outcome === 'too-soon') throw new Problem('too-many-requests', { retryAfter: redeliverPause });
      return reply.code(202).send();
    },
  );
}

/** Another address is noted, and asked to confirm itself (reading 33). */
async function choosing(
  { sql, mailing }: Services,
  { username, office }: User,
  { email, topics: chosen = [], language }: z.output<typeof newChoices>,
): Promise<void> {
  await sql.begin(async (tx) => {
    if (language) await setLanguage(tx, username, language);
    const before = await choicesOf(tx, username);
    await choose(tx, username, email, chosen);
    if (email === undefined || before.email === email) return;
    await requireOneSide(tx, username);
    await noteAdminChange(tx, { by: username, what: 'user', subject: username, change: { email } });
    if (email !== null && mailing) await askOfficer(tx, username, office.id);
  });
}

async function chosenBy({ sql }: Services, { username }: User): Promise<z.output<typeof choices>> {
  const { email, emailConfirmed, language, choices: chosen } = await choicesOf(sql, username);
  return {
    language: language ?? usualLanguage,
    email,
    emailConfirmed: email === null ? null : emailConfirmed,
    topics: (Object.keys(topics) as Topic[]).map((topic) => ({
      name: topics[topic],
      ...(chosen.find((one) => one.topic === topic) ?? { topic, inApp: true, mail: 'off' as const }),
    })),
  };
}
