// The regions of Indonesia: by what lies in what, and by words. They change with a release of ours alone.
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { App } from '../services.ts';
import { Problem } from '../http/problems.ts';
import { problemsOf, unchanged } from '../../contract/common.ts';
import { oneRegion, regionList, regionParams, regionQuery } from '../../contract/reporter/regions.ts';
import { findRegions } from './find-regions.ts';
import { type Region, regionOf, regionsBelow } from './region-names.ts';
import { codeAbove, regionsVersion } from './read-regions.ts';

const etag = `"regions-${regionsVersion}"`;

export function regionRoutes(app: App): void {
  const config = { callers: ['anyone' as const], limit: { name: 'regions', perMinute: 300 } };

  app.get(
    '/v1/regions',
    {
      config,
      schema: {
        summary: 'Provinces, what lies below a region, or what words find',
        description: 'To be kept for a day, and asked for again by its ETag.',
        tags: ['public'],
        querystring: regionQuery,
        response: { 200: regionList, 304: unchanged, ...problemsOf(404) },
      },
    },
    async (request, reply) => {
      const { parent, q, limit } = request.query;
      if (parent !== undefined && !regionOf(parent)) throw new Problem('not-found');
      if (isKnown(request, reply)) return reply.code(304).send();
      const items = q === undefined ? regionsBelow(parent ?? '') : findRegions(q, limit, parent);
      return { items, next: null, version: regionsVersion };
    },
  );

  app.get(
    '/v1/regions/:code',
    {
      config,
      schema: {
        summary: 'One region, and what it lies in',
        tags: ['public'],
        params: regionParams,
        response: { 200: oneRegion, 304: unchanged, ...problemsOf(404) },
      },
    },
    async (request, reply) => {
      const { code } = request.params;
      const region = regionOf(code);
      if (!region) throw new Problem('not-found');
      if (isKnown(request, reply)) return reply.code(304).send();
      return { ...region, above: around(code) };
    },
  );
}

function around(code: string): Region[] {
  const above = codeAbove(code);
  const region = above === null ? undefined : regionOf(above);
  return region ? [...around(region.code), region] : [];
}

/** Says how long the answer may be kept; true when who asks has it. */
function isKnown({ headers }: FastifyRequest, reply: FastifyReply): boolean {
  void reply.headers({ 'cache-control': 'public, max-age=86400', etag });
  return headers['if-none-match'] === etag;
}
