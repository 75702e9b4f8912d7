// Writes down what an API of the tests is asked and answers, for the examples of the reference (see keep-examples.ts).
import { appendFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FastifyPluginCallback } from 'fastify';
import type { AppOptions } from '../../../api/app.ts';

/** The folder for it; unset: nothing is written down. */
const folder = process.env.RECORD_EXAMPLES;

/** What was asked and answered, as it came and went. */
export interface Recorded {
  /** As the document names it: `GET /v1/complaints/{number}`. */
  operation: string;
  as: 'anyone' | 'reporter' | 'officer' | 'ops';
  path: Record<string, string>;
  query: Record<string, string>;
  body?: unknown;
  status: number;
  answer?: unknown;
}

type Asked = Pick<Recorded, 'body'> & { query: Recorded['query'] };

/** To be spread into the options of an app. */
export function recording(): Partial<AppOptions> {
  return folder === undefined ? {} : { tracing: { requests: recorder(folder), traceId: () => undefined } };
}

function recorder(folder: string): FastifyPluginCallback {
  const plugin: FastifyPluginCallback = (app, _options, done) => {
    const asked = new WeakMap<object, Asked>();
    // Before the schema has filled in what was left out.
    app.addHook('preValidation', async (request) => {
      const { body, query, routeOptions } = request;
      // A form, or a part of a file.
      const isFile = routeOptions.schema?.consumes !== undefined;
      asked.set(request, {
        query: { ...(query as Recorded['query']) },
        ...(body !== undefined && !isFile && { body: structuredClone(body) }),
      });
    });
    app.addHook('onSend', async (request, reply, payload) => {
      const { url = '', method, schema } = request.routeOptions;
      const isJson = String(reply.getHeader('content-type')).includes('json');
      const isShown = schema && !schema.hide && [method].flat().includes(request.method);
      if (!isShown || reply.statusCode >= 300 || request.method === 'HEAD') return;
      const { opened, user } = request;
      const one: Recorded = {
        operation: `${request.method} ${url.replaceAll(/:(\w+)/g, '{$1}')}`,
        as: opened ? 'reporter' : user ? (user.role === 'ops' ? 'ops' : 'officer') : 'anyone',
        path: { ...(request.params as Recorded['path']) },
        ...(asked.get(request) ?? { query: {} }),
        status: reply.statusCode,
        ...(isJson && typeof payload === 'string' && { answer: JSON.parse(payload) as unknown }),
      };
      appendFileSync(join(folder, `${process.pid}.jsonl`), `${JSON.stringify(one)}\n`);
    });
    done();
  };
  return Object.assign(plugin, { [Symbol.for('skip-override')]: true });
}
