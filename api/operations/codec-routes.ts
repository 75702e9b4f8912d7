// Ops read in the Temporal UI and CLI what the engine keeps encrypted: the remote codec that both of them ask.
import type { FastifyRequest } from 'fastify';
import type { PayloadCodec } from '@temporalio/common';
import { z } from 'zod';
import type { App, Services } from '../services.ts';
import { invalidField } from '../http/problems.ts';

/** A page of a history in one request. */
const bodyLimit = 8 * 1024 * 1024;

const base64 = z.base64().describe('Base64, as Temporal writes payloads in JSON');
const payloads = z.object({
  payloads: z
    .array(z.object({ metadata: z.record(z.string(), base64).optional(), data: base64.optional() }))
    .max(10_000),
});

export function codecRoutes(app: App, { temporalUi, codec }: Services): void {
  if (!codec) return;
  const ui = temporalUi === undefined ? undefined : new URL(temporalUi).origin;
  const path = '/codec/decode';
  /** The UI runs in a page of another origin, and brings the cookie of whoever signed in here. */
  const letUiRead = ({ headers }: FastifyRequest): Record<string, string> => ({
    vary: 'origin',
    'cache-control': 'no-store',
    ...(ui !== undefined &&
      headers.origin === ui && {
        'access-control-allow-origin': ui,
        'access-control-allow-credentials': 'true',
        'access-control-allow-methods': 'POST',
        'access-control-allow-headers': 'content-type, authorization, x-namespace',
        'access-control-max-age': '600',
      }),
  });

  app.options(path, { config: { callers: ['anyone'] }, schema: { hide: true } }, (request, reply) =>
    reply.headers(letUiRead(request)).code(204).send(),
  );

  app.post(
    path,
    {
      bodyLimit,
      // A page of another origin has no CSRF token, and what it asks changes nothing.
      config: { callers: ['ops'], changesNothing: true },
      onRequest: async (request, reply) => void reply.headers(letUiRead(request)),
      schema: {
        summary: "Decrypt payloads of Temporal's histories: the codec endpoint of its UI and CLI, for ops",
        tags: ['ops'],
        body: payloads,
        response: { 200: payloads },
      },
    },
    async (request) => {
      const given = request.body.payloads;
      request.log = request.log.child({ username: request.user.username });
      request.log.info({ payloads: given.length }, 'payloads are read');
      const decoded = await Promise.all(
        given.map(({ metadata = {}, data = '' }, n) =>
          codec
            .decode([
              {
                metadata: Object.fromEntries(
                  Object.entries(metadata).map(([name, value]) => [name, Buffer.from(value, 'base64')]),
                ),
                data: Buffer.from(data, 'base64'),
              },
            ])
            .catch((error: unknown) => {
              request.log.warn({ err: error }, 'a payload cannot be read');
              throw invalidField(`payloads.${n}`, {
                id: 'Muatan ini tidak dapat dibaca dengan kunci yang ada',
                en: 'This payload cannot be read by the keys that there are',
              });
            }),
        ),
      );
      return { payloads: decoded.flat().map(written) };
    },
  );
}

function written({ metadata, data }: Awaited<ReturnType<PayloadCodec['decode']>>[number]) {
  const text = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64');
  return {
    metadata: Object.fromEntries(Object.entries(metadata ?? {}).map(([name, value]) => [name, text(value)])),
    data: text(data ?? new Uint8Array()),
  };
}
