// The built console beside the API: its files, and its page for every address that is the console's own.
import { existsSync, readdirSync } from 'node:fs';
import { join, relative } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { AnswerElse } from './errors.ts';

/** For every address that has no page drawn ahead (`/lapor`: `lapor.html`). */
const page = 'page.html';
/** Not the console's: what is missing here is missing, not a page. */
const notPages =
  /^\/(v1|assets|docs|codec|temporal|openapi\.json|healthz|readyz|metrics|\.well-known)(\/|\?|$)/;

/**
 * Serves `folder` when a console was built there. Files compressed ahead (`.br`, `.gz`) are sent to who takes them.
 * What it gives answers people at every other address with the console's page: with the one of that address where one was drawn ahead.
 */
export async function installConsole(app: FastifyInstance, folder: string | undefined): Promise<AnswerElse> {
  if (folder === undefined || !existsSync(join(folder, page))) return () => false;
  const ahead = drawnAhead(folder);
  const files = app.register(fastifyStatic, {
    root: folder,
    preCompressed: true,
    cacheControl: false,
    dotfiles: 'ignore',
    setHeaders: (reply, path) => {
      reply.setHeader('cache-control', cachingOf(relative(folder, path)));
      reply.setHeader('vary', 'accept-encoding');
    },
  });
  await app.forAnyone(files);
  return (request, reply) => {
    if (!isNavigation(request)) return false;
    void reply.code(200).sendFile(ahead.get(pathOf(request)) ?? page);
    return true;
  };
}

/** The pages of the folder, by their addresses. */
function drawnAhead(folder: string): Map<string, string> {
  const pages = readdirSync(folder).filter((name) => name.endsWith('.html') && name !== page);
  return new Map(pages.map((name) => [`/${name.replace('.html', '')}`, name]));
}

const pathOf = ({ url }: FastifyRequest) => url.replace(/[?#].*/, '');

/** Names of assets change with what is in them; the pages that name them are asked for each time. */
function cachingOf(path: string): string {
  if (path.startsWith('assets')) return 'public, max-age=31536000, immutable';
  return /\.html|^sw\.js/.test(path) ? 'no-cache' : 'public, max-age=3600';
}

/** A person who goes somewhere, not a program that asks for something. */
function isNavigation({ method, url, headers }: FastifyRequest): boolean {
  const reads = method === 'GET' || method === 'HEAD';
  return reads && !notPages.test(url) && (headers.accept ?? '').includes('text/html');
}
