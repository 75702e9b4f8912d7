// SOP 3: national admins file a backlog, many at once. What is written down is filed; the worker starts it behind them.
import { setImmediate as others } from 'node:timers/promises';
import type { z } from 'zod';
import type { App, Services } from '../../services.ts';
import { importAnswer, importKey, imports } from '../../../contract/reporter/imports.ts';
import { wordsOfIssue } from '../../../contract/problems/wrong.ts';
import { filing } from '../../../contract/reporter/public.ts';
import type { Rules } from '../../../db/rules/kept-rules.ts';
import { contactKey } from '../../../db/secrets/secrets.ts';
import type { Language } from '../../../sop/texts/language.ts';
import { asProblem } from '../../http/errors.ts';
import { Problem, problems } from '../../http/problems.ts';
import { requireStorable } from '../../http/storable.ts';
import type { User } from '../../identity/session.ts';
import { rulesInForce } from '../../rules/in-force.ts';
import { languageAsked } from '../../values/language.ts';
import { answered, type Checked, checked, writeDownAll } from './filing.ts';
import { refuseLookalikes } from '../lookalikes.ts';

/** So many are looked at before it is other requests' turn, which wait a few milliseconds for it. */
const inTurn = 10;

type Answer = z.output<typeof importAnswer>['items'][number];

export function importRoutes(app: App, services: Services): void {
  const { sql, secret } = services;
  app.post(
    '/v1/imports',
    {
      bodyLimit: 8 * 1024 * 1024,
      config: { callers: ['national'], scopes: ['complaints:file'], itemsAlone: true },
      schema: {
        summary: 'File up to 500 reports of a backlog, each answered alone; they are started behind',
        description:
          'What is answered 201 or 200 is filed for good. A report is at row 1 until its turn comes: decisions and filings of citizens go before it, and a decision on it begins it at once.',
        tags: ['offices'],
        body: imports,
        response: { 200: importAnswer },
      },
    },
    async (request) => {
      const { user } = request;
      const { items } = request.body;
      const rules = await rulesInForce(services, request);
      const looked: (Checked | { error: unknown })[] = [];
      for (const [n, item] of items.entries()) {
        if (n % inTurn === inTurn - 1) await others();
        looked.push(lookAt(item, user, rules));
      }
      const good = looked.filter((one): one is Checked => !('error' in one));
      const written = await writeDownAll(services, good, { user, rules });
      const keys = { secret, hashing: await contactKey(sql) };
      const answerOf = (one: (typeof looked)[number]): Answer => {
        try {
          if ('error' in one) throw one.error;
          const done = written.get(one);
          if (!done || 'error' in done) throw done?.error;
          const { alreadyFiled, accessKey } = answered(done, one, keys);
          const status = alreadyFiled ? 200 : 201;
          return { ...taken, status, number: done.found.number, accessKey, alreadyFiled };
        } catch (error) {
          return refused(error, languageAsked(request));
        }
      };
      return { items: looked.map(answerOf) };
    },
  );

  function refused(error: unknown, language: Language): Answer {
    const problem = asProblem(error);
    if (problem.code === 'internal') app.log.error({ err: problem.cause }, 'import');
    const { status, title } = problems[problem.code];
    const detail = problem.detail?.[language] ?? null;
    return {
      status,
      number: null,
      accessKey: null,
      alreadyFiled: false,
      code: problem.code,
      title,
      detail,
      errors: problem.errorsIn(language),
    };
  }
}

const taken = { code: null, title: null, detail: null, errors: [] };

/** As the route of one report does before it. */
function lookAt(item: Record<string, unknown>, user: User, rules: Rules): Checked | { error: unknown } {
  try {
    requireStorable(item);
    const { key, ...body } = item;
    refuseLookalikes(body);
    return checked(parsed(filing, body), parsed(importKey, key), { user, rules });
  } catch (error) {
    return { error };
  }
}

/** Throws `invalid-fields`. */
function parsed<T extends z.ZodType>(schema: T, value: unknown): z.output<T> {
  const read = schema.safeParse(value);
  if (read.success) return read.data;
  const errors = read.error.issues.map((issue) => ({
    path: issue.path.join('.') || 'key',
    message: wordsOfIssue(issue.message, issue),
  }));
  throw new Problem('invalid-fields', { errors });
}
