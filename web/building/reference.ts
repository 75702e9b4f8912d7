// The program behind `/docs`: Scalar's API reference as its package carries it, served from here like all that we build.
import reference from '@scalar/fastify-api-reference';
import fastify from 'fastify';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const path = '/js/scalar.js';

/** Writes `docs/reference.js` into `folder`; the page that loads it is in `public/docs`. */
export async function writeReference(folder: string): Promise<void> {
  const app = fastify();
  // Of all that it serves only the program is asked for: its page would hold a script.
  await app.register(reference, { routePrefix: '/', configuration: { url: '/openapi.json' } });
  const { statusCode, body } = await app.inject(path);
  await app.close();
  if (statusCode !== 200) throw new Error(`@scalar/fastify-api-reference answers ${statusCode} at ${path}.`);
  mkdirSync(join(folder, 'docs'), { recursive: true });
  writeFileSync(join(folder, 'docs/reference.js'), body);
}
