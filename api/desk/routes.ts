// What officers look for beside a report: its like, and where those were answered.
import type { z } from 'zod';
import type { App, Services } from '../services.ts';
import { eyesOf, seesAll } from '../identity/eyes.ts';
import { likelyDuplicates } from '../../db/desk/duplicates.ts';
import { officeSuggestions } from '../../db/desk/office-suggestions.ts';
import type { Sql } from '../../db/connection/client.ts';
import { usualAgencyOf } from '../categories/usual-agency.ts';
import { Problem } from '../http/problems.ts';
import { numberParams, problemsOf } from '../../contract/common.ts';
import { duplicates, officeSuggestions as suggestions } from '../../contract/desk.ts';
import { zoned } from '../values/zoned.ts';
import { visible } from '../complaints/found.ts';
import { everyUser } from '../identity/callers.ts';

type Suggestion = z.output<typeof suggestions>['items'][number];

export function deskRoutes(app: App, services: Services): void {
  const { sql } = services;

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
      const { number, holderId, category } = await visible(services, request);
      if (holderId !== user.office.id) throw new Problem('not-holder');
      const officeId = user.office.id;
      const found = await officeSuggestions(sql, { number, officeId, seesAll: seesAll(user) });
      return {
        alike: found.alike,
        items: withUsual(found.items, await usualBelow(sql, officeId, category)),
        next: null,
      };
    },
  );
}

/** The agency directly below that office which usually has reports of this category. */
async function usualBelow(sql: Sql, officeId: string, category: string | null) {
  const usual = category === null ? undefined : await usualAgencyOf(sql, category);
  return usual?.office.parentId === officeId ? usual : undefined;
}

/** After those that answered reports like this one, before those that returned them. */
function withUsual(
  found: Awaited<ReturnType<typeof officeSuggestions>>['items'],
  usual: Awaited<ReturnType<typeof usualBelow>>,
): Suggestion[] {
  const items = found.map(({ id, name, level, answered, returned, reason }) => ({
    office: { id, name, level },
    answered,
    returned,
    reason,
    usualFor: id === usual?.office.id ? usual.category : null,
  }));
  if (!usual || items.some(({ usualFor }) => usualFor !== null)) return items;
  const { id, name, level } = usual.office;
  const own = {
    office: { id, name, level },
    answered: 0,
    returned: 0,
    reason: null,
    usualFor: usual.category,
  };
  const answering = items.filter(({ answered }) => answered > 0);
  return [...answering, own, ...items.slice(answering.length)];
}
