// PostgreSQL keeps neither NUL nor half a surrogate pair, so no request that holds one gets as far as a query.
import type { FastifyInstance } from 'fastify';
import { textFaultsInEnglish } from '../../sop/texts/en/text-faults.ts';
import { isStorable } from '../../sop/texts/storable.ts';
import { textFaults } from '../../sop/texts/text.ts';
import { invalidField, Problem } from './problems.ts';

declare module 'fastify' {
  interface FastifyContextConfig {
    /** The route holds each item of its body against it by itself. */
    itemsAlone?: boolean;
  }
}

/** Refuses them in addresses (there is nothing of that name), queries and bodies, whatever a route's schema lets by. */
export function refuseUnstorable(app: FastifyInstance): void {
  app.addHook('onRequest', async ({ params }) => {
    if (placeOfUnstorable(params) !== undefined) throw new Problem('not-found');
  });
  app.addHook('preValidation', async ({ query, body, routeOptions }) => {
    requireStorable(query);
    if (!routeOptions.config.itemsAlone) requireStorable(body);
  });
}

/** Throws `invalid-fields` for the first such text within `value`. */
export function requireStorable(value: unknown): void {
  const place = placeOfUnstorable(value);
  if (place !== undefined)
    throw invalidField(place, { id: textFaults.unstorable, en: textFaultsInEnglish.unstorable });
}

/** The path of the first such text within `value`, undefined without one. Goes as deep as the sender likes. */
function placeOfUnstorable(value: unknown): string | undefined {
  const rest: [path: string, value: unknown][] = [['', value]];
  for (let next = rest.pop(); next; next = rest.pop()) {
    const [path, at] = next;
    if (typeof at === 'string') {
      if (!isStorable(at)) return path;
    } else if (isPlain(at)) {
      for (const [key, inner] of Object.entries(at)) {
        if (!isStorable(key)) return path || 'body';
        rest.push([path ? `${path}.${key}` : key, inner]);
      }
    }
  }
  return undefined;
}

/** What JSON, a query or an address is read into: never a circle. */
function isPlain(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !ArrayBuffer.isView(value);
}
