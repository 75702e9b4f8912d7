// What an officer is writing, kept for them alone, and the ten seconds before an answer or a rejection goes (decision 36).
import { z } from 'zod';
import type { App, Services } from '../services.ts';
import * as schemas from '../../contract/desk.ts';
import { numberParams, problemsOf } from '../../contract/common.ts';
import type { ComplaintRow } from '../../db/complaints/complaint-row.ts';
import * as drafts from '../../db/desk/drafts.ts';
import { refusalOf } from '../../sop/refusal.ts';
import { decisionOf } from '../complaints/decide-as.ts';
import { visible } from '../complaints/found.ts';
import { Problem, type ProblemCode, problems } from '../http/problems.ts';
import type { User } from '../identity/session.ts';
import { rulesInForce } from '../rules/in-force.ts';
import { zoned, zonedOrNull } from '../values/zoned.ts';
import type { Sender } from './sender.ts';

const done = z.undefined().describe('Done');

/** How long an answer or a rejection stands by. */
const standsBySeconds = 10;
/** No limit may be missed by it: where one ends so soon, it goes at once. */
const nearSeconds = 60;

type Draft = z.output<typeof schemas.draft>;

export function draftRoutes(app: App, services: Services, sender: Sender): void {
  keepingRoutes(app, services);
  sendingRoutes(app, services, sender);
}

function keepingRoutes(app: App, services: Services): void {
  const { sql } = services;
  app.get(
    '/v1/complaints/:number/drafts',
    {
      config: { callers: ['officer'] },
      schema: {
        summary: 'What I am writing about it',
        tags: ['offices'],
        params: numberParams,
        response: { 200: schemas.draftList, ...problemsOf(404) },
      },
    },
    async (request) => {
      const { user } = request;
      const { number } = await visible(services, request);
      const rows = await drafts.draftsOf(sql, number, user.username);
      return { items: rows.map((row) => draftOf(row, user)), next: null };
    },
  );

  app.put(
    '/v1/complaints/:number/drafts/:action',
    {
      config: { callers: ['officer'] },
      schema: {
        summary: 'Keep what I am writing: for me alone, until it is sent, thirty days at most',
        tags: ['offices'],
        params: schemas.draftParams,
        body: schemas.draftBody,
        response: { 200: schemas.draft, ...problemsOf(404, 409) },
      },
    },
    async (request) => {
      const { user } = request;
      await visible(services, request);
      const row = await drafts.saveDraft(sql, named(request), request.body);
      if (!row) throw new Problem('draft-changed');
      return draftOf(row, user);
    },
  );

  app.delete(
    '/v1/complaints/:number/drafts/:action',
    {
      config: { callers: ['officer'] },
      schema: {
        summary: 'Throw it away',
        tags: ['offices'],
        params: schemas.draftParams,
        response: { 204: done, ...problemsOf(404) },
      },
    },
    async (request, reply) => {
      await visible(services, request);
      await drafts.dropDraft(sql, named(request));
      return reply.code(204).send();
    },
  );
}

function sendingRoutes(app: App, services: Services, sender: Sender): void {
  const { sql } = services;
  app.post(
    '/v1/complaints/:number/drafts/:action/sending',
    {
      config: { callers: ['officer'] },
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
      const decision = { action: params.action, ...said };
      const rules = await rulesInForce(services, request);
      const wanted = await decisionOf(services, { user, number: row.number, rules }, decision);
      const now = new Date();
      const full = { ...wanted, ...(revision !== null && { expectedRevision: revision }) };
      const refused = row.state ? refusalOf(row.state, full, now.toISOString()) : 'wrong-step';
      if (refused) throw new Problem(refused);
      const words = { text: said.text ?? '', reason: said.reason ?? '', duplicateOf: said.duplicateOf ?? '' };
      const seconds = endsSoon(row, now) ? 0 : standsBySeconds;
      const standing = { decision, revision, key, seconds };
      const draft = await drafts.standBy(sql, named(request), words, standing);
      if (!draft) throw new Problem('draft-changed');
      sender.expect(draft.sendsAt);
      return reply.code(202).send(draftOf(draft, user));
    },
  );

  app.post(
    '/v1/complaints/:number/drafts/:action/sending/now',
    {
      config: { callers: ['officer'] },
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
      config: { callers: ['officer'] },
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
        response: { 200: schemas.draftList },
      },
    },
    async ({ user }) => {
      const rows = await drafts.sendingsOf(sql, user.username);
      return { items: rows.map((row) => draftOf(row, user)), next: null };
    },
  );
}

function named({ params, user }: { params: { number: string; action: string }; user: User }) {
  return { ...params, username: user.username };
}

/** Whether a limit that somebody is held to ends before it would have gone. */
function endsSoon({ deadline, wholeDue, firstResponseDue }: ComplaintRow, now: Date): boolean {
  return [deadline, wholeDue, firstResponseDue].some((due) => {
    const left = due ? (due.getTime() - now.getTime()) / 1000 : -1;
    return left >= 0 && left < nearSeconds;
  });
}

function draftOf(row: drafts.DraftRow, { office }: User): Draft {
  const { number, version, refused, words } = row;
  const { zone } = office;
  const code = refused as ProblemCode | null;
  const nothing = { officeId: '', reason: '', text: '', duplicateOf: '', changes: '' };
  return {
    number,
    action: row.action as Draft['action'],
    words: { ...nothing, ...words },
    version,
    savedAt: zoned(row.savedAt, zone),
    sendsAt: zonedOrNull(row.sendsAt, zone),
    refused: code && { code, title: problems[code]?.title ?? code },
  };
}
