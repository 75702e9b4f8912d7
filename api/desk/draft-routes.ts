// What an officer is writing, kept for them alone (decision 36).
import { z } from 'zod';
import type { App, Services } from '../services.ts';
import * as schemas from '../../contract/desk.ts';
import { numberParams, problemsOf } from '../../contract/common.ts';
import * as drafts from '../../db/desk/drafts.ts';
import { visible } from '../complaints/found.ts';
import { Problem } from '../http/problems.ts';
import { draftOf, named } from './draft-view.ts';

const done = z.undefined().describe('Done');

export function draftRoutes(app: App, services: Services): void {
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
