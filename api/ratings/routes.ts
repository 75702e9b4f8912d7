// How satisfied the reporter is (reading 26).
import type { App, Services } from '../services.ts';
import { complaintByNumber } from '../../db/complaints/complaint-row.ts';
import { viewForReporter } from '../complaints/complaint-routes.ts';
import { numberParams, problemsOf } from '../../contract/common.ts';
import { reporterView } from '../../contract/reporter/public.ts';
import { linkRated, linkRating, newRating } from '../../contract/reporter/ratings.ts';
import { rateByKey, rateByLink } from './rating.ts';

/** Of one address in a minute. */
const limit = { name: 'ratings', perMinute: 60 };

export function ratingRoutes(app: App, services: Services): void {
  const { sql } = services;

  app.put(
    '/v1/complaints/:number/rating',
    {
      config: { callers: ['reporter'], limit },
      schema: {
        summary: 'How satisfied you are, from the answer until 30 days after the end; the last one counts',
        tags: ['public'],
        params: numberParams,
        body: newRating,
        response: { 200: reporterView, ...problemsOf(404, 409) },
      },
    },
    async (request) => {
      const row = request.opened;
      const { score, comment = null } = request.body;
      await rateByKey(sql, row.number, { score, comment });
      return viewForReporter(services, request, (await complaintByNumber(sql, row.number)) ?? row);
    },
  );

  app.post(
    '/v1/ratings',
    {
      config: { callers: ['anyone'], limit },
      schema: {
        summary:
          'The same by the link in the mail of an answer, once; what its page sends when it is pressed',
        tags: ['public'],
        body: linkRating,
        response: { 200: linkRated, ...problemsOf(409, 410) },
      },
    },
    async (request) => {
      const { token, score, comment = null } = request.body;
      return { number: await rateByLink(sql, token, { score, comment }), score };
    },
  );
}
