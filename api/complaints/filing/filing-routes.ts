// SOP 1 and 3: the public files a report; national admins file a backlog.
import type { FastifyBaseLogger } from 'fastify';
import type { App, Services } from '../../services.ts';
import { everyUser } from '../../identity/callers.ts';
import type { Filed } from '../../../db/complaints/filing/file-complaint.ts';
import { noteOutOfStep } from '../../../db/operations/out-of-step.ts';
import { contactKey } from '../../../db/secrets/secrets.ts';
import { markStarted, startInputOf, stepOnRecord } from '../../../db/complaints/filing/unstarted.ts';
import type { Rules } from '../../../db/rules/kept-rules.ts';
import type { Step } from '../../../sop/terms.ts';
import { rulesInForce } from '../../rules/in-force.ts';
import { answered, checked, writeDown } from './filing.ts';
import { refuseLookalikes } from '../lookalikes.ts';
import { idempotencyHeader, problemsOf } from '../../../contract/common.ts';
import { filed, filing } from '../../../contract/reporter/public.ts';
import { publicZone } from '../../../sop/offices.ts';
import { zoned } from '../../values/zoned.ts';

/** Of one address in a minute; national admins import without this bound. */
const filingsPerMinute = 600;
/** For the first record of what was just begun. */
const firstMs = 5_000;

export function filingRoutes(app: App, services: Services): void {
  const { sql, secret } = services;
  app.post(
    '/v1/complaints',
    {
      config: {
        callers: ['anyone', ...everyUser],
        scopes: ['complaints:file'],
        precedence: 'filing',
        limit: {
          name: 'filing',
          perMinute: ({ headers }) => (headers.authorization ? 6_000 : filingsPerMinute),
        },
      },
      preValidation: async ({ body }) => refuseLookalikes(body),
      schema: {
        summary: 'File a report (no account needed)',
        tags: ['public'],
        headers: idempotencyHeader,
        body: filing,
        response: { 200: filed, 201: filed, ...problemsOf(409) },
      },
    },
    async (request, reply) => {
      const { body, user } = request;
      const rules = await rulesInForce(services, request);
      const one = checked(body, request.headers['idempotency-key'], { user, rules });
      const written = await writeDown(services, one, { user, rules });
      const { found } = written;
      const hashing = await contactKey(sql);
      const { accessKey, alreadyFiled } = answered(written, one, { secret, hashing });
      const step = found.step > 1 ? found.step : await start(services, found, rules, request.log);
      return reply
        .code(alreadyFiled ? 200 : 201)
        .header('location', `/v1/complaints/${found.number}`)
        .send({
          number: found.number,
          accessKey,
          kind: found.kind,
          status: 'received' as const,
          step,
          receivedAt: zoned(found.receivedAt, publicZone),
          ...(alreadyFiled && { alreadyFiled }),
        });
    },
  );
}

/**
 * Starts what its row says, as the worker's sweep does later when the engine is away: written down is filed. Gives the
 * row of the SOP that the engine has brought it to, once that is on record, so that who files and then reads sees the
 * same; 1 while it is not.
 */
async function start(
  { sql, engine, records }: Services,
  filed: Filed,
  rules: Rules,
  log: FastifyBaseLogger,
): Promise<Step> {
  const { number } = filed;
  const until = performance.now() + firstMs;
  let news = records.next(number);
  try {
    await engine.complaints.start(startInputOf(filed, rules));
  } catch (error) {
    log.warn({ err: error, number }, 'filed, and waits for its start');
    return 1;
  }
  while (performance.now() < until) {
    await news;
    news = records.next(number);
    const step = await stepOnRecord(sql, number);
    if (step > 1) return step;
  }
  log.warn({ number }, 'started, and waits for its record');
  // Else the sweep starts it once more, which does nothing; it may also be that the number is another report's there.
  await Promise.all([markStarted(sql, [number]), noteOutOfStep(sql, number)]).catch(() => {});
  return 1;
}
