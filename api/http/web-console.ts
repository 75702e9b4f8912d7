// The built console beside the API: its files, and its page for every address that is the console's own.
import { existsSync } from 'node:fs';
import { join, relative } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { AnswerElse } from './errors.ts';

const page = 'index.html';
/** Not the console's: what is missing here is missing, not a page. */
const notPages = /^\/(v1|assets|docs|codec|openapi\.json|healthz|readyz|metrics)(\/|\?|$)/;

/**
 * Serves `folder` when a console was built there. Files compressed ahead (`.br`, `.gz`) are sent to who takes them.
 * What it gives answers people at every other address with the console's page.
 */
export async function installConsole(app: FastifyInstance, folder: string | undefined): Promise<AnswerElse> {
  if (folder === undefined || !existsSync(join(folder, page))) return () => false;
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
    void reply.code(200).sendFile(page);
    return true;
  };
}

/** Names of assets change with what is in them; the page that names them is asked for each time. */
function cachingOf(path: string): string {
  if (path.startsWith('assets')) return 'public, max-age=31536000, immutable';
  return path.startsWith(page) ? 'no-cache' : 'public, max-age=3600';
}

/** A person who goes somewhere, not a program that asks for something. */
function isNavigation({ method, url, headers }: FastifyRequest): boolean {
  const reads = method === 'GET' || method === 'HEAD';
  return reads && !notPages.test(url) && (headers.accept ?? '').includes('text/html');
}
