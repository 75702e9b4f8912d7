// The seconds before an answer or a rejection goes: it stands by, is taken back, or goes at once (decision 36).
import type { App, Services } from '../services.ts';
import * as schemas from '../../contract/desk.ts';
import { problemsOf } from '../../contract/common.ts';
import * as drafts from '../../db/desk/drafts.ts';
import { visible } from '../complaints/found.ts';
import { Problem } from '../http/problems.ts';
import { rulesInForce } from '../rules/in-force.ts';
import { draftOf, named, sendingOf } from './draft-view.ts';
import { manySendingRoutes } from './many-sending-routes.ts';
import type { Sender } from './sender.ts';
import { secondsToStandBy, wordsOf } from './standing-by.ts';

export function sendingRoutes(app: App, services: Services, sender: Sender): void {
  const { sql } = services;
  app.post(
    '/v1/complaints/:number/drafts/:action/sending',
    {
      config: { callers: ['officer'], precedence: 'decision' },
      schema: {
        summary: 'Send it in ten seconds, by the server; until then it can be taken back',
        description:
          'Refused at once where it would be now. Within a minute of the end of a limit it goes at once. Should it be refused when it goes, it is a draft again that says why, and its writer is notified.',
        tags: ['offices'],
        params: schemas.sendingParams,
        body: schemas.sendingBody,
        response: { 202: schemas.draft, ...problemsOf(404, 409) },
      },
    },
    async (request, reply) => {
      const { user, params, body } = request;
      const { key, revision = null, ...said } = body;
      const row = await visible(services, request);
      const rules = await rulesInForce(services, request);
      const decision = { action: params.action, ...said };
      const seconds = await secondsToStandBy(services, { user, row, rules }, decision, revision);
      const standing = { decision, revision, key, seconds };
      const draft = await drafts.standBy(sql, named(request), wordsOf(said), standing);
      if (!draft) throw new Problem('draft-changed');
      sender.expect(draft.sendsAt);
      return reply.code(202).send(draftOf(draft, user));
    },
  );

  app.post(
    '/v1/complaints/:number/drafts/:action/sending/now',
    {
      config: { callers: ['officer'], precedence: 'decision' },
      schema: {
        summary: 'Send it now',
        tags: ['offices'],
        params: schemas.sendingParams,
        response: { 202: schemas.draft, ...problemsOf(404, 409) },
      },
    },
    async (request, reply) => {
      const draft = await drafts.hurry(sql, named(request));
      if (!draft) throw new Problem('already-sent');
      sender.expect(draft.sendsAt);
      return reply.code(202).send(draftOf(draft, request.user));
    },
  );

  app.delete(
    '/v1/complaints/:number/drafts/:action/sending',
    {
      config: { callers: ['officer'], precedence: 'decision' },
      schema: {
        summary: 'Take it back: it is a draft again',
        tags: ['offices'],
        params: schemas.sendingParams,
        response: { 200: schemas.draft, ...problemsOf(404, 409) },
      },
    },
    async (request) => {
      const draft = await drafts.standDown(sql, named(request));
      if (!draft) throw new Problem('already-sent');
      return draftOf(draft, request.user);
    },
  );

  app.get(
    '/v1/sendings',
    {
      config: { callers: ['officer'] },
      schema: {
        summary: 'What of mine stands by to be sent, and what was not sent when it was to be',
        tags: ['offices'],
        response: { 200: schemas.sendingList },
      },
    },
    async ({ user }) => {
      const rows = await drafts.sendingsOf(sql, user.username);
      return { items: rows.map((row) => sendingOf(row, user)), next: null };
    },
  );

  manySendingRoutes(app, services, sender);
}
