// Attachments: the reporter adds and reads by access key, offices by session.
import { Readable } from 'node:stream';
import multipart from '@fastify/multipart';
import { validatorCompiler } from 'fastify-type-provider-zod';
import type { z } from 'zod';
import type { App, Services } from '../services.ts';
import { cleanedOf, knownCopies, originalOf } from './cleaned.ts';
import { disposition } from './file-name.ts';
import { isClosedTo } from './keep.ts';
import { partRoutes } from './parts/routes.ts';
import { taken } from '../../contract/attachments/kinds.ts';
import { withUpload } from './receive.ts';
import { answerOf, dailyOf, kept, uploadsPerMinute, visibilityOf } from './taking.ts';
import { attachmentOf, mayHaveOriginal, nameFor } from './view.ts';
import { addressOf } from '../http/limits/address.ts';
import { attachmentById, type AttachmentRow, attachmentsOf } from '../../db/attachments/attachments.ts';
import { lookOf } from '../looks/look-of.ts';
import { longestRequestMs, patienceMs, runAwaited, whileWeWork } from '../http/in-time.ts';
import type { Rate } from '../http/limits/rate.ts';
import { Places } from '../http/limits/places.ts';
import { Problem } from '../http/problems.ts';
import * as schemas from '../../contract/attachments/schemas.ts';
import { numberParams, problemsOf, unchanged } from '../../contract/common.ts';
import { readerOf } from '../complaints/found.ts';
import { everyUser } from '../identity/callers.ts';

/** Under way at once to one address. */
const mostDownloads = 64;

/** A copy may have to be made first, behind others. */
const cleaningMs = 5 * 60_000;

/** In scopes of their own: no other route takes multipart, or parts of files. */
export async function attachmentRoutes(app: App, services: Services): Promise<void> {
  const daily = dailyOf(services.uploadsPerDay);
  await app.register(async (own) => {
    await own.register(multipart);
    // The body is read as it comes.
    own.setValidatorCompiler<z.ZodType>((route) =>
      route.httpPart === 'body' ? () => true : validatorCompiler(route),
    );
    uploadRoute(own, services, daily);
    readingRoutes(own, services);
  });
  await app.register(async (own) => partRoutes(own, services, daily));
}

function uploadRoute(app: App, services: Services, daily: Rate): void {
  app.post(
    '/v1/complaints/:number/attachments',
    {
      config: {
        callers: ['reporter', 'officer'],
        patienceMs: longestRequestMs + 5 * patienceMs,
        limit: { name: 'attachments', perMinute: uploadsPerMinute },
      },
      schema: {
        summary: 'Add a file',
        description:
          'The same file once more is answered by the first. Where a virus scanner is set, nobody gets it before it was scanned: `scan` says so, and 409 `file-infected` that a virus was found at once.',
        tags: ['public', 'offices'],
        consumes: ['multipart/form-data'],
        params: numberParams,
        body: schemas.upload,
        response: { 201: schemas.attachment, ...problemsOf(404, 409) },
      },
    },
    async (request, reply) => {
      const reader = await runAwaited(patienceMs, () => readerOf(services, request));
      const { complaint, user } = reader;
      if (isClosedTo(complaint, !user)) throw new Problem('closed');
      if (!user) await daily.take(addressOf(request));
      const row = await withUpload(request, (file) =>
        kept(services, request.log, reader, file, visibilityOf(file.fields.get('visibility'), user)),
      );
      return reply.code(201).send(await answerOf(services, reader, row));
    },
  );
}

/** Kept apart from everybody, who sent it included, until a scanner called it clean. */
function refuseUnclean({ scan }: AttachmentRow): void {
  if (scan === 'waiting') throw new Problem('file-being-checked');
  if (scan === 'found') throw new Problem('file-infected');
}

function readingRoutes(app: App, services: Services): void {
  const { sql } = services;
  const downloads = new Places({
    id: 'Terlalu banyak unduhan yang masih berjalan.',
    en: 'Too many downloads are still running.',
  });
  app.get(
    '/v1/complaints/:number/attachments',
    {
      config: { callers: ['reporter', ...everyUser], scopes: ['complaints:read'], isAskedAgain: true },
      schema: {
        summary: 'The files, the first first; the reporter sees those that are for them',
        description: 'What is as it was is answered by 304, asked again with `If-None-Match`.',
        tags: ['public', 'offices'],
        params: numberParams,
        response: { 200: schemas.attachmentList, 304: unchanged, ...problemsOf(404) },
      },
    },
    async (request) => {
      const { complaint, user } = await readerOf(services, request);
      const rows = await attachmentsOf(sql, complaint.number, user !== undefined);
      const copies = await knownCopies(sql, complaint.number);
      return { items: rows.map((row) => attachmentOf(row, complaint, user, copies.get(row.id))), next: null };
    },
  );

  app.get(
    '/v1/complaints/:number/attachments/:id',
    {
      config: {
        callers: ['reporter', ...everyUser],
        scopes: ['complaints:read'],
        patienceMs: cleaningMs,
      },
      schema: {
        summary: 'The file itself, or its copy without metadata (reading 33)',
        description:
          'Who gets it is on record before its first byte. 409 `file-being-checked` until it was scanned for viruses, `file-infected` when one was found, `file-withheld` when it cannot be cleaned.',
        tags: ['public', 'offices'],
        params: schemas.attachmentParams,
        response: {
          200: {
            description: 'The bytes',
            content: Object.fromEntries(Object.keys(taken).map((type) => [type, { schema: schemas.bytes }])),
          },
          ...problemsOf(404, 409),
        },
      },
    },
    async (request, reply) => {
      const { complaint, user } = await readerOf(services, request);
      const row = await attachmentById(sql, complaint.number, request.params.id, user !== undefined);
      if (!row) throw new Problem('not-found');
      refuseUnclean(row);
      const giveBack = downloads.take({ [addressOf(request)]: mostDownloads });
      reply.raw.once('close', giveBack);
      if (reply.raw.closed) giveBack();
      const needsCleaning = !mayHaveOriginal(row, complaint, user);
      const isSeen = request.method !== 'HEAD';
      // reading 33: who opens it is on record before its first byte goes, written while it is fetched.
      const noted =
        user && isSeen
          ? services.looks.note(lookOf(complaint, user, needsCleaning ? 'copy' : asSent(row)))
          : Promise.resolve();
      noted.catch(() => {});
      const { content, bytes } = await whileWeWork(request, () =>
        (needsCleaning ? cleanedOf : originalOf)(services, row),
      );
      try {
        await noted;
      } catch (error) {
        content.destroy();
        throw error;
      }
      void reply
        .type(row.mediaType)
        .header('content-length', bytes)
        .header('content-disposition', disposition(nameFor(row, complaint, user)))
        .header('content-security-policy', "sandbox; default-src 'none'");
      if (isSeen) return reply.send(content as never);
      content.destroy();
      return reply.send(Readable.from([]) as never);
    },
  );
}

function asSent({ visibility }: AttachmentRow): 'original' | 'internal' {
  return visibility === 'internal' ? 'internal' : 'original';
}
