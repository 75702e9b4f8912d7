// Lists that people keep under a name, with how many reports each has.
import { z } from 'zod';
import type { App, Services } from '../services.ts';
import { problemsOf } from '../../contract/common.ts';
import * as schemas from '../../contract/lists/views.ts';
import { notificationParams } from '../../contract/people.ts';
import { wordsOfIssue } from '../../contract/problems/wrong.ts';
import { inboxCountsOf } from '../../db/complaints/lists/inbox-counts.ts';
import * as views from '../../db/desk/saved-views.ts';
import { assigneeOf } from '../complaints/list-routes.ts';
import { invalidField, Problem } from '../http/problems.ts';
import { everyUser } from '../identity/callers.ts';
import type { User } from '../identity/session.ts';
import { zoned } from '../values/zoned.ts';

const done = z.undefined().describe('Done');
/** Of so many it is counted, the first ones: each costs as much as the count over the inbox. */
const counted = 12;

export function viewRoutes(app: App, { sql }: Services): void {
  app.get(
    '/v1/views',
    {
      config: { callers: everyUser },
      schema: {
        summary: "Lists that are kept under a name: my office's, then mine",
        tags: ['offices'],
        response: { 200: schemas.viewList },
      },
    },
    async ({ user }) => ({
      items: (await views.viewsOf(sql, ownerOf(user))).map((row) => viewOf(row, user)),
      next: null,
    }),
  );

  app.get(
    '/v1/views/counts',
    {
      config: { callers: everyUser },
      schema: {
        summary: 'How many reports the views of my inbox have; of the first twelve',
        tags: ['offices'],
        response: { 200: schemas.viewCounts },
      },
    },
    async ({ user }) => {
      if (user.role === 'ops') return { items: [], next: null };
      const all = await views.viewsOf(sql, ownerOf(user));
      const items: z.output<typeof schemas.viewCounts>['items'] = [];
      for (const row of all.filter(({ list }) => list === 'inbox').slice(0, counted)) {
        const {
          group: _,
          sort: __,
          assignee,
          ...narrowing
        } = schemas.viewFields.inbox.parse(standing(row).query);
        const wanted = { ...narrowing, assignee: assigneeOf(assignee, user) };
        const { total, late } = await inboxCountsOf(sql, user.office.id, wanted);
        items.push({ id: row.id, total, late });
      }
      return { items, next: null };
    },
  );

  app.post(
    '/v1/views',
    {
      config: { callers: everyUser },
      schema: {
        summary: 'Keep a list under a name',
        tags: ['offices'],
        body: schemas.newView,
        response: { 201: schemas.oneView, ...problemsOf(409) },
      },
    },
    async ({ user, body }, reply) => {
      const { list, name, query, office } = body;
      mayKeep(user, office);
      checkQuery(list, query);
      const row = await views.addView(sql, ownerOf(user), { list, name, query, ofOffice: office });
      return reply.code(201).send(viewOf(kept(row), user));
    },
  );

  app.patch(
    '/v1/views/:id',
    {
      config: { callers: everyUser },
      schema: {
        summary: 'Rename a view, narrow it otherwise, or make it the office’s or mine',
        tags: ['offices'],
        params: notificationParams,
        body: schemas.changedView,
        response: { 200: schemas.oneView, ...problemsOf(404, 409) },
      },
    },
    async ({ user, params, body }) => {
      const { name, query, office } = body;
      const owner = ownerOf(user);
      const before = (await views.viewsOf(sql, owner)).find(({ id }) => id === params.id);
      if (!before) throw new Problem('not-found');
      mayKeep(user, before.ofOffice || office === true);
      if (query) checkQuery(before.list, query);
      const change = {
        ...(name !== undefined && { name }),
        ...(query && { query }),
        ...(office !== undefined && { ofOffice: office }),
      };
      return viewOf(kept(await views.changeView(sql, owner, params.id, change)), user);
    },
  );

  app.delete(
    '/v1/views/:id',
    {
      config: { callers: everyUser },
      schema: {
        summary: 'Remove a view',
        tags: ['offices'],
        params: notificationParams,
        response: { 204: done, ...problemsOf(404) },
      },
    },
    async ({ user, params }, reply) => {
      const owner = ownerOf(user);
      const before = (await views.viewsOf(sql, owner)).find(({ id }) => id === params.id);
      if (before) mayKeep(user, before.ofOffice);
      if (!(await views.removeView(sql, owner, params.id))) throw new Problem('not-found');
      return reply.code(204).send();
    },
  );
}

function ownerOf({ username, office }: User): views.ViewOwner {
  return { username, officeId: office.id };
}

/** What is the office's is for those who decide there; ops only sit in it. */
function mayKeep({ role }: User, office: boolean): void {
  if (office && role === 'ops') throw new Problem('forbidden');
}

function kept(row: views.ViewRow | views.NotKept | undefined): views.ViewRow {
  if (row === undefined) throw new Problem('not-found');
  if (row === 'full') throw new Problem('too-many-views');
  if (row === 'taken')
    throw invalidField('name', {
      id: 'Sudah ada tampilan bernama itu',
      en: 'There is a view of that name already',
    });
  return row;
}

/** Throws `invalid-fields` for what that list does not take. */
function checkQuery(list: schemas.ViewList, query: Record<string, string>): void {
  for (const [name, value] of Object.entries(query)) {
    const field = fieldOf(list, name);
    if (!field)
      throw invalidField(`query.${name}`, { id: 'Saringan tidak dikenal', en: 'Not a filter that is known' });
    const { error } = field.safeParse(value);
    const [issue] = error?.issues ?? [];
    if (issue) throw invalidField(`query.${name}`, wordsOfIssue(issue.message, issue));
  }
}

/** What is still taken of what was saved: a filter that is no more takes no list along. */
function standing({ list, query }: views.ViewRow): { query: Record<string, string>; outdated: boolean } {
  const all = Object.entries(query);
  const taken = all.filter(([name, value]) => fieldOf(list, name)?.safeParse(value).success);
  return { query: Object.fromEntries(taken), outdated: taken.length < all.length };
}

function fieldOf(list: schemas.ViewList, name: string): z.ZodType | undefined {
  const shape: Record<string, z.ZodType> = schemas.viewFields[list].shape;
  return Object.hasOwn(shape, name) ? shape[name] : undefined;
}

function viewOf(row: views.ViewRow, { office }: User): z.output<typeof schemas.oneView> {
  const { id, list, name, ofOffice, updatedBy, updatedAt } = row;
  return {
    id,
    list,
    name,
    ...standing(row),
    office: ofOffice,
    updatedBy,
    updatedAt: zoned(updatedAt, office.zone),
  };
}
