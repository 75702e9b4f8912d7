// The categories of reports: public to read, kept by ops. None is ever deleted.
import type { z } from 'zod';
import type { App, Services } from '../services.ts';
import { changing } from '../operations/noted.ts';
import {
  addCategory,
  allCategories,
  type Category,
  changeCategory,
  lockCategories,
} from '../../db/categories/categories.ts';
import type { Db } from '../../db/connection/client.ts';
import { allOffices } from '../../db/offices/offices.ts';
import { invalidField, noAgency, Problem } from '../http/problems.ts';
import { problemsOf } from '../../contract/common.ts';
import {
  categoryList,
  categoryParams,
  changedCategory,
  newCategory,
  oneCategory,
} from '../../contract/reporter/categories.ts';
import { given } from '../../sop/transition.ts';
import { placeFault, usualAgencies } from './tree.ts';

type Shown = z.output<typeof oneCategory>;

export function categoryRoutes(app: App, { sql }: Services): void {
  app.get(
    '/v1/categories',
    {
      config: { callers: ['anyone'], limit: { name: 'categories', perMinute: 240 } },
      schema: {
        summary: 'What reports are about, each category after the one above it',
        description:
          'A report may name one by `name` or `code`, or say something else. What a category was called before still finds its reports.',
        tags: ['public'],
        response: { 200: categoryList },
      },
    },
    async () => ({ items: await shownCategories(sql), next: null }),
  );

  app.post(
    '/v1/categories',
    {
      config: { callers: ['ops'], changes: 'category' },
      schema: {
        summary: 'A new category',
        tags: ['ops'],
        body: newCategory,
        response: { 201: oneCategory, ...problemsOf(409) },
      },
    },
    async (request, reply) => {
      const { code } = request.body;
      const made = { ...nothing, ...given(request.body) };
      const shown = await changing(sql, request, { subject: code, change: made }, async (tx) => {
        await lockCategories(tx);
        await requireFitting(tx, undefined, made);
        if (!(await addCategory(tx, made))) throw new Problem('category-exists');
        return shownCategory(tx, code);
      });
      return reply.code(201).send(shown);
    },
  );

  app.patch(
    '/v1/categories/:code',
    {
      config: { callers: ['ops'], changes: 'category' },
      schema: {
        summary: 'Rename, move, describe, end a category, or take it up again',
        tags: ['ops'],
        params: categoryParams,
        body: changedCategory,
        response: { 200: oneCategory, ...problemsOf(404, 409) },
      },
    },
    async (request) => {
      const { code } = request.params;
      return changing(sql, request, { subject: code, change: request.body }, async (tx) => {
        await lockCategories(tx);
        const before = (await allCategories(tx)).find((one) => one.code === code);
        if (!before) throw new Problem('not-found');
        const after = { ...before, ...given(request.body) };
        await requireFitting(tx, code, after);
        if (!(await changeCategory(tx, code, after))) throw new Problem('category-exists');
        return shownCategory(tx, code);
      });
    },
  );
}

const nothing = {
  parent: null,
  nameEn: null,
  examples: null,
  agencyId: null,
  kind: null,
  legalBasis: null,
  order: 0,
};

async function shownCategories(db: Db): Promise<Shown[]> {
  const tree = await allCategories(db);
  const agencies = usualAgencies(tree, await allOffices(db));
  return tree.map((one) => ({ ...one, agency: agencies.get(one.code) ?? null }));
}

async function shownCategory(db: Db, code: string): Promise<Shown> {
  const shown = (await shownCategories(db)).find((one) => one.code === code);
  if (!shown) throw new Error(`Category ${code} is not there.`);
  return shown;
}

/** Throws when it may not stand there, or that is no agency. */
async function requireFitting(
  tx: Db,
  code: string | undefined,
  { parent, agencyId }: Pick<Category, 'parent' | 'agencyId'>,
): Promise<void> {
  const tree = await allCategories(tx);
  const fault = placeFault(tree, code, parent);
  if (fault) throw invalidField('parent', fault);
  if (agencyId === null || tree.find((one) => one.code === code)?.agencyId === agencyId) return;
  const office = (await allOffices(tx)).find(({ id }) => id === agencyId);
  if (!office?.active || office.level !== 'agency' || office.successorId)
    throw invalidField('agencyId', noAgency);
}
