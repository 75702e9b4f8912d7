// Addresses of reporters and officers, confirmed by the press on a link (reading 33).
import { z } from 'zod';
import type { App, Services } from '../../services.ts';
import { askAgain, sendWayBack } from './confirming.ts';
import { confirmContact, numberOf } from '../../../db/people/contacts.ts';
import { Problem } from '../../http/problems.ts';
import { numberParams, problemsOf } from '../../../contract/common.ts';
import { confirmation, confirmed } from '../../../contract/reporter/contacts.ts';

import { everyUser } from '../callers.ts';

/** Of one address in a minute. */
const limit = { name: 'contacts', perMinute: 60 };
const sent = z.undefined().describe('The link is on its way');

export function contactRoutes(app: App, services: Services): void {
  const { sql, mailing } = services;

  app.post(
    '/v1/email-confirmations',
    {
      config: { callers: ['anyone'], limit },
      schema: {
        summary: 'Confirm the address that a link was sent to; what its page sends when it is pressed',
        tags: ['public'],
        body: confirmation,
        response: { 200: confirmed, ...problemsOf(410) },
      },
    },
    async (request) => {
      const one = await confirmContact(sql, request.body.token, (tx, number) =>
        sendWayBack(tx, number, mailing),
      );
      if (!one) throw new Problem('link-expired');
      return { who: one.who, number: await numberOf(sql, one) };
    },
  );

  app.post(
    '/v1/complaints/:number/email-confirmation',
    {
      config: { callers: ['reporter'], limit },
      schema: {
        summary: "Send the link to the reporter's address again",
        tags: ['public'],
        params: numberParams,
        response: { 202: sent, ...problemsOf(404, 409) },
      },
    },
    async (request, reply) => {
      const { number } = request.opened;
      requireMail();
      await sql.begin((tx) => askAgain(tx, { who: 'reporter', subject: number }, null));
      return reply.code(202).send();
    },
  );

  app.post(
    '/v1/notification-choices/email-confirmation',
    {
      config: { callers: everyUser },
      schema: {
        summary: 'Send the link to my address again',
        tags: ['notifications'],
        response: { 202: sent, ...problemsOf(409) },
      },
    },
    async (request, reply) => {
      const { username, office } = request.user;
      requireMail();
      await sql.begin((tx) => askAgain(tx, { who: 'officer', subject: username }, office.id));
      return reply.code(202).send();
    },
  );

  function requireMail(): void {
    if (!mailing) throw new Problem('no-mail');
  }
}
