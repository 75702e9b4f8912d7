// Which operations lack an example, or have one that the schemas of today do not take.
import { isDeepStrictEqual } from 'node:util';
import type { RouteOptions } from 'fastify';
import { z } from 'zod';
import type { Example } from '../../../api/docs/examples.ts';

export interface Fault {
  operation: string;
  fault: string;
}

/** A schema of ours; of files and problems there is none. */
const zodOf = (schema: unknown) => (schema instanceof z.ZodType ? schema : undefined);

/** The name of an operation in the document; undefined: it is not there. */
export function operationOf({ method, url, schema }: RouteOptions): string | undefined {
  if (method === 'HEAD' || !schema || schema.hide) return undefined;
  return `${String(method)} ${url.replaceAll(/:(\w+)/g, '{$1}')}`;
}

export function faultsOf(routes: readonly RouteOptions[], kept: Record<string, Example[]>): Fault[] {
  return routes.flatMap((route) => {
    const operation = operationOf(route);
    if (operation === undefined) return [];
    const { url, schema, config } = route;
    const responses = (schema?.response ?? {}) as Record<string, unknown>;
    const good = Object.entries(responses).filter(([status]) => status.startsWith('2'));
    const examples = kept[operation] ?? [];
    // Of bytes, of a way on to elsewhere, and of a stream that goes on, there is nothing to show.
    const isOfFiles = !good.some(([, one]) => zodOf(one));
    const isStream = url.endsWith('/live') || config?.callers?.includes('scraper');
    if (examples.length === 0 && !isOfFiles && !isStream) return [{ operation, fault: 'has none' }];
    return examples.flatMap(({ as, body, status, answer }) => {
      // A form, or a part of a file.
      const isFile = schema?.consumes !== undefined;
      const asks = isFile ? undefined : zodOf(schema?.body)?.safeParse(body);
      // As the API itself writes it: with all that there must be, and nothing else.
      const answered = zodOf(responses[status])?.safeParse(answer);
      const isAnswered = !answered || isDeepStrictEqual(answered.data, answer);
      return [
        ...(asks?.success === false ? [{ operation, fault: `${as} asks: ${asks.error.message}` }] : []),
        ...(isAnswered
          ? []
          : [{ operation, fault: `${as} is answered: ${answered.error?.message ?? 'more than is said'}` }]),
      ];
    });
  });
}
