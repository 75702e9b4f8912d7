// A file that comes in parts, by tus 1.0 (decision 56): begun, gone on with where it stopped by whatever process, and then kept like one that came whole.
import { validatorCompiler } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { type UploadRow, uploadOf } from '../../../db/attachments/uploads.ts';
import { problemsOf, numberParams } from '../../../contract/common.ts';
import { largestPart, partType } from '../../../contract/attachments/parts.ts';
import { attachment } from '../../../contract/attachments/schemas.ts';
import * as schemas from '../../../contract/attachments/uploads.ts';
import { readerOf, type Reader } from '../../complaints/found.ts';
import { patienceMs, runAwaited, whileWeWork } from '../../http/in-time.ts';
import { addressOf } from '../../http/limits/address.ts';
import type { Rate } from '../../http/limits/rate.ts';
import { Problem } from '../../http/problems.ts';
import type { App, Services } from '../../services.ts';
import { isClosedTo } from '../keep.ts';
import { answerOf, uploadsPerMinute } from '../taking.ts';
import { append, completed } from './append.ts';
import { askedFor, begin, begunBefore, viewOf } from './begin.ts';

const callers = ['reporter', 'officer'] as const;
const tags = ['public', 'offices'];

/** To be called in a scope of their own: no other route takes parts. `daily`: of reporters from one address. */
export function partRoutes(app: App, services: Services, daily: Rate): void {
  app.removeAllContentTypeParsers();
  app.addContentTypeParser(partType, { parseAs: 'buffer' }, (_request, body, done) => done(null, body));
  app.addContentTypeParser('*', (_request, _payload, done) => done(notAPart()));
  app.setValidatorCompiler<z.ZodType>((route) =>
    route.httpPart === 'body' ? () => true : validatorCompiler(route),
  );
  app.addHook('onRequest', async (_request, reply) => {
    reply.header('tus-resumable', '1.0.0');
  });
  beginRoute(app, services, daily);
  offsetRoute(app, services);
  appendRoute(app, services);
}

function beginRoute(app: App, services: Services, daily: Rate): void {
  app.post(
    '/v1/complaints/:number/uploads',
    {
      config: { callers, limit: { name: 'attachments', perMinute: uploadsPerMinute } },
      schema: {
        summary: 'Begin a file that comes in parts',
        description:
          'The creation of tus 1.0: for files over 256 KiB on a line that breaks. `Location` is where its parts go. Under the same `Idempotency-Key` of the same sender it is the upload that was begun: `offset` says where it goes on. Who may add what is as with a file that comes whole.',
        tags,
        params: numberParams,
        headers: schemas.newUploadHeaders,
        response: { 201: schemas.upload, ...problemsOf(404, 409, 413) },
      },
    },
    async (request, reply) => {
      const reader = await readerOf(services, request);
      const { complaint, user } = reader;
      const asked = askedFor(reader, request.headers);
      const before = await begunBefore(services.sql, complaint.number, asked);
      if (!before && !user) await daily.take(addressOf(request));
      const upload = before ?? (await begin(services.sql, reader, asked));
      if (upload.length !== asked.length) throw new Problem('idempotency-key-reused');
      void reply
        .header('location', `/v1/complaints/${encodeURIComponent(complaint.number)}/uploads/${upload.id}`)
        .header('upload-offset', upload.received);
      return reply.code(201).send(viewOf(upload, user));
    },
  );
}

function offsetRoute(app: App, services: Services): void {
  app.get(
    '/v1/complaints/:number/uploads/:id',
    {
      config: { callers },
      schema: {
        summary: 'How much of a file in parts is here',
        description: 'By `HEAD` as well (tus 1.0): in `Upload-Offset` and `Upload-Length`.',
        tags,
        params: schemas.uploadParams,
        response: { 200: schemas.upload, ...problemsOf(404) },
      },
    },
    async (request, reply) => {
      const { reader, upload } = await found(services, request);
      void reply.header('upload-offset', upload.received).header('upload-length', upload.length);
      return viewOf(upload, reader.user);
    },
  );
}

function appendRoute(app: App, services: Services): void {
  app.patch(
    '/v1/complaints/:number/uploads/:id',
    {
      bodyLimit: largestPart,
      // As long as what comes after the last part may take.
      config: { callers, patienceMs: 8 * patienceMs },
      schema: {
        summary: 'The next part of a file',
        description:
          'A part is kept whole or not at all; 204 says in `Upload-Offset` where it goes on, 409 `wrong-offset` where it should have. The last part is answered as the whole file would be (201, or what speaks against it); sent again, or nothing from the end on, it is answered the same once more. 404 too when it was dropped, a day after its last part.',
        tags,
        consumes: schemas.partTypes,
        params: schemas.uploadParams,
        headers: schemas.partHeaders,
        body: schemas.part,
        response: {
          201: attachment,
          204: z.undefined().describe('More is to come'),
          ...problemsOf(404, 409),
        },
      },
    },
    async (request, reply) => {
      const { reader, upload } = await runAwaited(patienceMs, () => found(services, request));
      const { complaint, user } = reader;
      if (!upload.attachmentId && isClosedTo(complaint, !user)) throw new Problem('closed');
      const body: unknown = request.body;
      const content = Buffer.isBuffer(body) ? body : Buffer.alloc(0);
      const start = request.headers['upload-offset'];
      const { goesOnAt, isTaken } = await runAwaited(patienceMs, () =>
        append(services.sql, upload, start, content),
      );
      void reply.header('upload-offset', goesOnAt);
      if (!isTaken) throw new Problem('wrong-offset');
      if (goesOnAt < upload.length) return reply.code(204).send();
      const row = await whileWeWork(request, () => completed(services, request.log, reader, upload));
      return reply.code(201).send(await answerOf(services, reader, row));
    },
  );
}

type Asking = Parameters<typeof readerOf>[1] & { params: { id: string } };

/** Throws `not-found`, also for another's. */
async function found(services: Services, request: Asking): Promise<{ reader: Reader; upload: UploadRow }> {
  const reader = await readerOf(services, request);
  const { complaint, user } = reader;
  const { id } = request.params;
  const upload = await uploadOf(services.sql, {
    id,
    number: complaint.number,
    username: user?.username ?? null,
  });
  if (!upload) throw new Problem('not-found');
  return { reader, upload };
}

function notAPart(): Problem {
  return new Problem('unsupported-media-type', {
    detail: { id: `Kirim bagian berkas sebagai ${partType}.`, en: `Send parts of files as ${partType}.` },
  });
}
