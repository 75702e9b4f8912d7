// The contract as OpenAPI 3.1, with what tests saw as examples.
import { readFileSync } from 'node:fs';
import swagger from '@fastify/swagger';
import type { FastifyInstance, FastifySchema, RouteOptions } from 'fastify';
import { jsonSchemaTransform } from 'fastify-type-provider-zod';
import { problemsOf } from '../../contract/common.ts';
import { addExamples } from '../docs/examples.ts';
import { waysIn } from '../identity/callers.ts';
import { sessionCookie } from '../identity/cookies.ts';

/** How to begin, as it stands before the operations. */
const introduction = readFileSync(new URL('../docs/mulai.md', import.meta.url), 'utf8');

/** In the order of the reference: everybody, offices, those above them, operations. */
const tags = [
  ['public', 'Masyarakat', 'Membuat laporan, mengikutinya dengan kode akses, membaca register dan kinerja.'],
  ['offices', 'Kantor', 'Kotak kerja, laporan, dan keputusan; dengan sesi petugas atau kunci API kantor.'],
  ['notifications', 'Pemberitahuan', 'Apa yang diberitahukan kepada petugas, dan apa yang terkirim.'],
  ['webhooks', 'Webhook', 'Apa yang dipanggil bila sesuatu terjadi.'],
  ['reports', 'Pimpinan', 'Angka, pengembalian, dan ekspor.'],
  ['ops', 'Operasional', 'Kantor, orang, kunci API, kebijakan, kalender, jadwal, dan keadaan layanan.'],
].map(([name = '', shown = '', description = '']) => ({ name, description, 'x-displayName': shown }));

/** `/openapi.json` and `/docs`, of the routes that come after. */
export async function document(app: FastifyInstance): Promise<void> {
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: 'Tuntas',
        version: '1',
        description: `Pengelolaan pengaduan, aspirasi, dan permintaan informasi menurut SOP.\n\n${introduction}`,
      },
      tags,
      components: {
        securitySchemes: {
          session: {
            type: 'http',
            scheme: 'bearer',
            bearerFormat: 'JWT',
            description: 'Token sesi petugas, dari POST /v1/sessions; berlaku satu jam.',
          },
          cookie: { type: 'apiKey', in: 'cookie', name: sessionCookie },
          metrics: { type: 'http', scheme: 'bearer', description: 'METRICS_TOKEN' },
          apiKey: {
            type: 'http',
            scheme: 'bearer',
            bearerFormat: 'tuntas_…',
            description:
              'Kunci API kantor, dibuat petugas operasional. Tiap operasi menyebut cakupan yang diperlukannya.',
          },
          csrf: { type: 'apiKey', in: 'header', name: 'X-CSRF-Token' },
          accessKey: {
            type: 'apiKey',
            in: 'header',
            name: 'X-Access-Key',
            description: 'Kode akses laporan, yang diterima pelapor saat melapor.',
          },
        },
      },
    },
    transform: (document) =>
      jsonSchemaTransform({
        ...document,
        schema: document.schema && declared(document.schema, document.route),
      }),
  });
  // The page itself is built with the console; the first thing that stands there is how to begin.
  for (const path of ['/docs', '/docs/mulai'])
    app.get(path, { config: { callers: ['anyone'] }, schema: { hide: true } }, (_request, reply) =>
      reply.redirect('/docs/'),
    );
  // Written once: it is long, and anybody may ask for it.
  let text: string | undefined;
  app.get('/openapi.json', { config: { callers: ['anyone'] }, schema: { hide: true } }, (_request, reply) => {
    text ??= written();
    return reply.type('application/json; charset=utf-8').send(text);
  });
  const written = () => {
    const whole = app.swagger();
    addExamples(whole);
    return JSON.stringify(whole);
  };
}

type Security = Record<string, string[]>;

/** What any route may answer. */
const ofAll = [400, 414, 422, 429, 500, 503];

/** The schema, with what follows for callers from what the route declares. */
function declared(schema: FastifySchema, { config, method }: RouteOptions): FastifySchema {
  const ways = waysIn(config?.callers ?? []);
  const changes = !['GET', 'HEAD'].includes(String(method)) && !config?.changesNothing;
  const security: Security[] = [
    ...(ways.anyone ? [{}] : []),
    ...(ways.reporter ? [{ accessKey: [] }] : []),
    ...ways.users.flatMap((role): Security[] => [
      { session: [role] },
      { cookie: [role], ...(changes && { csrf: [] }) },
    ]),
    ...(ways.users.length > 0 && config?.scopes
      ? config.scopes.map((scope): Security => ({ apiKey: [scope] }))
      : []),
    ...(ways.scraper ? [{ metrics: [] }] : []),
  ];
  const isOpen = ways.anyone && security.length === 1;
  const { response } = schema;
  const problems = [
    ...ofAll,
    ...(isOpen ? [] : [401]),
    ...(ways.users.length > 0 ? [403] : []),
    ...(ways.reporter ? [404] : []),
    ...(schema.body === undefined ? [] : [413, 415]),
  ];
  return {
    ...schema,
    security: isOpen ? [] : security,
    ...(isObject(response) && { response: { ...problemsOf(...problems), ...response } }),
  };
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}
