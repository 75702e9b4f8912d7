// Which rows of a list have a like: asked for those in sight, beside the list, so that it waits for none of it.
import type { App, Services } from '../services.ts';
import { likely } from '../../contract/desk.ts';
import { likelyQuery } from '../../contract/lists/queries.ts';
import { bestDuplicates } from '../../db/desk/duplicates.ts';
import { everyUser } from '../identity/callers.ts';
import { eyesOf } from '../identity/eyes.ts';

export function likelyRoutes(app: App, { sql }: Services): void {
  app.get(
    '/v1/likely-duplicates',
    {
      config: { callers: everyUser },
      schema: {
        summary: 'Of up to 20 reports, the one most like each',
        description: 'Those that have none, and those that are not for my eyes, are left out.',
        tags: ['offices'],
        querystring: likelyQuery,
        response: { 200: likely },
      },
    },
    async ({ user, query }) => {
      const found = await bestDuplicates(sql, query.numbers, eyesOf(user));
      return {
        items: found.map(({ of, number, title, similarity }) => ({
          number: of,
          other: { number, title },
          similarity,
        })),
        next: null,
      };
    },
  );
}
