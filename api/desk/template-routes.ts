// An office's texts, to begin a decision with.
import { z } from 'zod';
import type { App, Services } from '../services.ts';
import { putTemplate, removeTemplate, type TemplateRow, templatesOf } from '../../db/desk/templates.ts';
import { Problem } from '../http/problems.ts';
import { problemsOf } from '../../contract/common.ts';
import { newTemplate, oneTemplate, templateList } from '../../contract/desk.ts';
import { notificationParams } from '../../contract/people.ts';
import { everyUser } from '../identity/callers.ts';
import type { User } from '../identity/session.ts';
import { zoned } from '../values/zoned.ts';

const done = z.undefined().describe('Done');

export function templateRoutes(app: App, { sql }: Services): void {
  app.get(
    '/v1/templates',
    {
      config: { callers: everyUser },
      schema: {
        summary: "My office's texts",
        tags: ['offices'],
        response: { 200: templateList },
      },
    },
    async (request) => {
      const { user } = request;
      return {
        items: (await templatesOf(sql, user.office.id)).map((row) => templateOf(row, user)),
        next: null,
      };
    },
  );

  app.put(
    '/v1/templates',
    {
      config: { callers: ['officer'] },
      schema: {
        summary: 'Add a text, or replace the one of that action and title',
        tags: ['offices'],
        body: newTemplate,
        response: { 200: oneTemplate },
      },
    },
    async (request) => {
      const { user } = request;
      const row = await putTemplate(sql, user.office.id, { ...request.body, updatedBy: user.username });
      return templateOf(row, user);
    },
  );

  app.delete(
    '/v1/templates/:id',
    {
      config: { callers: ['officer'] },
      schema: {
        summary: 'Remove a text',
        tags: ['offices'],
        params: notificationParams,
        response: { 204: done, ...problemsOf(404) },
      },
    },
    async (request, reply) => {
      const { user } = request;
      if (!(await removeTemplate(sql, user.office.id, request.params.id))) throw new Problem('not-found');
      return reply.code(204).send();
    },
  );
}

function templateOf(row: TemplateRow, { office }: User): z.output<typeof oneTemplate> {
  return {
    ...row,
    action: row.action as z.output<typeof oneTemplate>['action'],
    updatedAt: zoned(row.updatedAt, office.zone),
  };
}
