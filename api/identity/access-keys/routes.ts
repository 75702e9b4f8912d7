// Reporters: another access key, by a code to the confirmed address, or by the one in force (decision 51).
import { z } from 'zod';
import type { App, Services } from '../../services.ts';
import { numberParams, problemsOf } from '../../../contract/common.ts';
import { givenKey, keyCodeAsked, keyRenewal, takenKey } from '../../../contract/reporter/access-keys.ts';
import { Problem } from '../../http/problems.ts';
import { askKeyCode, offerNewKey, renewKey, takeNewKey } from './renewing.ts';
import { inSameTime } from './same-time.ts';

/** Of one address in a minute. */
const asking = { name: 'key-codes', perMinute: 20 };
const renewing = { name: 'access-keys', perMinute: 20 };
const changing = { name: 'key-changes', perMinute: 60 };

export function accessKeyRoutes(app: App, { sql, mailing }: Services): void {
  app.post(
    '/v1/access-key-codes',
    {
      config: { callers: ['anyone'], limit: asking },
      schema: {
        summary: 'Have a code mailed to the confirmed address of a report whose access key is lost',
        description:
          'The answer is the same, after the same time, whether there is such a report and it has that address or not. The code is good for 15 minutes, once.',
        tags: ['public'],
        body: keyCodeAsked,
        response: {
          202: z.undefined().describe('If all of it fits, a code is on its way'),
          ...problemsOf(409),
        },
      },
    },
    async (request, reply) => {
      if (!mailing) throw new Problem('no-mail');
      await inSameTime(() => askKeyCode(sql, request.body));
      return reply.code(202).send();
    },
  );

  app.post(
    '/v1/access-keys',
    {
      config: { callers: ['anyone'], limit: renewing },
      schema: {
        summary: 'Another access key, by that code; the one before opens nothing any more',
        description:
          'A wrong code, one that was used or is too old, and a number or address that does not fit look the same. Five wrong ones end it.',
        tags: ['public'],
        body: keyRenewal,
        response: { 200: givenKey, ...problemsOf() },
      },
    },
    async (request) => {
      const accessKey = await inSameTime(() => renewKey(sql, request.body));
      if (accessKey === undefined) throw new Problem('wrong-code');
      return { number: request.body.number, accessKey };
    },
  );

  app.post(
    '/v1/complaints/:number/access-key',
    {
      config: { callers: ['reporter'], limit: changing },
      schema: {
        summary: 'A new access key, which opens nothing until it is taken into use (PUT)',
        description:
          'So an answer that is lost on the way loses no report: ask again. It may be taken into use for 15 minutes.',
        tags: ['public'],
        params: numberParams,
        response: { 200: givenKey, ...problemsOf(404) },
      },
    },
    async (request) => {
      const { number } = request.opened;
      return { number, accessKey: await offerNewKey(sql, number) };
    },
  );

  app.put(
    '/v1/complaints/:number/access-key',
    {
      config: { callers: ['reporter'], limit: changing },
      schema: {
        summary: 'Take the new access key into use: the one that asks opens nothing any more',
        tags: ['public'],
        params: numberParams,
        body: takenKey,
        response: { 204: z.undefined().describe('The new one is the key'), ...problemsOf(404) },
      },
    },
    async (request, reply) => {
      const { number } = request.opened;
      const { accessKey } = request.body;
      if (!(await takeNewKey(sql, { number, accessKey, mailing }))) throw new Problem('wrong-code');
      return reply.code(204).send();
    },
  );
}
