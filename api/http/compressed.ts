// What is read is sent small: JSON answers to GET, but for those that hold a secret of ours (decision 38); what the caller
// has already is not sent again.
import type { FastifyInstance } from 'fastify';
import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

declare module 'fastify' {
  interface FastifyContextConfig {
    /** It holds a secret: its length says nothing about what is in it. */
    keepsPlain?: boolean;
    /** It has an `ETag` of what is in it: asked again with `If-None-Match`, what is as it was is answered by 304. */
    isAskedAgain?: boolean;
  }
}

/** In bytes; below, it is not worth its header. */
const least = 1_024;
/** What takes a millisecond for a page of rows, and makes a sixth of it. */
const quality = { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } };

const coders = {
  br: (text: string) => promisify(brotliCompress)(text, quality),
  gzip: (text: string) => promisify(gzip)(text),
};

export function compressAnswers(app: FastifyInstance): void {
  app.addHook('onSend', async (request, reply, payload) => {
    const { method, headers, routeOptions } = request;
    const isJson = /^application\/(problem\+)?json/.test(String(reply.getHeader('content-type')));
    if (method !== 'GET' || !isJson || routeOptions.config.keepsPlain || typeof payload !== 'string')
      return payload;
    if (routeOptions.config.isAskedAgain && reply.statusCode === 200) {
      // Weak: it is the same whether compressed or not.
      const tag = `W/"${createHash('sha256').update(payload).digest('base64url').slice(0, 22)}"`;
      void reply.header('etag', tag);
      if (headers['if-none-match'] === tag) {
        void reply.code(304).removeHeader('content-type').removeHeader('content-length');
        return null;
      }
    }
    void reply.header('vary', 'accept-encoding');
    const coding = taken(headers['accept-encoding'] ?? '');
    if (!coding || payload.length < least) return payload;
    void reply.header('content-encoding', coding);
    return coders[coding](payload);
  });
}

/** Of what the caller takes, the smaller. */
function taken(accepted: string): keyof typeof coders | undefined {
  const codings = accepted.split(',').map((one) => one.replaceAll(/\s/g, '').toLowerCase());
  const takes = (coding: string) =>
    codings.some((one) => one === coding || (one.startsWith(`${coding};`) && !/;q=0(\.0*)?$/.test(one)));
  return (['br', 'gzip'] as const).find(takes);
}
