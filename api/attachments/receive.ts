// Takes the one file of a multipart request off the wire, or one that has come in parts, into a scratch file, which is gone afterwards.
import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { MultipartFile } from '@fastify/multipart';
import type { FastifyRequest } from 'fastify';
import { invalidField, Problem } from '../http/problems.ts';
import { largestFile } from '../../contract/attachments/kinds.ts';

export interface Received {
  path: string;
  /** As the sender calls it. */
  name: string;
  bytes: number;
  sha256: Buffer;
  fields: Map<string, string>;
}

const limits = { fileSize: largestFile, files: 1, fields: 5, fieldSize: 1_000, parts: 6 };
const diskCodes = /^(ENOSPC|EDQUOT|EROFS|EACCES|EIO|EMFILE|ENFILE|ENOENT)$/;

/**
 * Gives the file of `request` to `use` and what that answers. Throws `unsupported-media-type` when it is no multipart,
 * `too-large`, `invalid-fields` when there is no file, an empty one or several, `bad-request` when it breaks off.
 */
export async function withUpload<T>(
  request: FastifyRequest,
  use: (file: Received) => Promise<T>,
): Promise<T> {
  if (!request.isMultipart()) {
    const detail = {
      id: 'Kirim lampiran sebagai multipart/form-data.',
      en: 'Send attachments as multipart/form-data.',
    };
    throw new Problem('unsupported-media-type', { detail });
  }
  const { raw } = request;
  let folder: string | undefined;
  try {
    let file: Received;
    try {
      folder = await mkdtemp(join(tmpdir(), 'tuntas-upload-'));
      // Of a sender who is gone already nothing comes, not even the end.
      if (raw.destroyed) throw new Problem('bad-request');
      file = await receive(request, join(folder, 'file'));
      // From here on it is we who take time.
      raw.setTimeout(0);
    } catch (error) {
      // Who still sends is let to its end, and so to the answer.
      raw.unpipe();
      raw.resume();
      throw asProblem(error);
    }
    return await use(file);
  } finally {
    if (folder) await rm(folder, { recursive: true, force: true });
  }
}

async function receive(request: FastifyRequest, path: string): Promise<Received> {
  const fields = new Map<string, string>();
  let file: Omit<Received, 'fields'> | undefined;
  for await (const part of request.parts({ limits })) {
    if (part.type === 'field') fields.set(part.fieldname, String(part.value));
    else if (part.fieldname === 'file') file = await take(part, path);
    else
      throw invalidField(part.fieldname, {
        id: 'Kirim berkas dalam isian `file`',
        en: 'Send the file in the field `file`',
      });
  }
  if (!file) throw invalidField('file', { id: 'Wajib diisi', en: 'Required' });
  if (file.bytes === 0) throw invalidField('file', { id: 'Berkas kosong', en: 'The file is empty' });
  return { ...file, fields };
}

async function take({ file, filename }: MultipartFile, path: string): Promise<Omit<Received, 'fields'>> {
  file.once('limit', () => file.destroy(tooLarge()));
  // A part may say that it is a file and name none.
  return { name: filename ?? '', ...(await spool(file, path)) };
}

async function spool(
  source: AsyncIterable<Buffer>,
  path: string,
): Promise<Pick<Received, 'path' | 'bytes' | 'sha256'>> {
  const hash = createHash('sha256');
  let bytes = 0;
  await pipeline(
    source,
    async function* counted(chunks: AsyncIterable<Buffer>) {
      for await (const chunk of chunks) {
        hash.update(chunk);
        bytes += chunk.length;
        yield chunk;
      }
    },
    createWriteStream(path, { mode: 0o600 }),
  );
  return { path, bytes, sha256: hash.digest() };
}

/** Gives the file of those parts, called `name`, to `use` and what that answers. Throws `storage-away`, and as `parts`. */
export async function withParts<T>(
  parts: AsyncIterable<Buffer>,
  name: string,
  use: (file: Received) => Promise<T>,
): Promise<T> {
  let folder: string | undefined;
  try {
    folder = await mkdtemp(join(tmpdir(), 'tuntas-upload-'));
    const file = await spool(parts, join(folder, 'file'));
    return await use({ name, fields: new Map(), ...file });
  } catch (error) {
    throw isOfDisk(error) ? new Problem('storage-away', { cause: error }) : error;
  } finally {
    if (folder) await rm(folder, { recursive: true, force: true });
  }
}

function isOfDisk(error: unknown): boolean {
  return diskCodes.test((error as NodeJS.ErrnoException).code ?? '');
}

function asProblem(error: unknown): Problem {
  if (error instanceof Problem) return error;
  const { code = '' } = error as NodeJS.ErrnoException;
  if (code === 'FST_REQ_FILE_TOO_LARGE') return tooLarge();
  if (/^FST_(FILES|FIELDS|PARTS)_LIMIT$/.test(code))
    return invalidField('file', { id: 'Kirim satu berkas saja', en: 'Send one file only' });
  if (isOfDisk(error)) return new Problem('storage-away', { cause: error });
  return new Problem('bad-request', { cause: error });
}

/** Of a file that is larger than any may be. */
export function tooLarge(): Problem {
  const most = largestFile / 1024 / 1024;
  return new Problem('too-large', {
    detail: { id: `Paling besar ${most} MiB.`, en: `At most ${most} MiB.` },
  });
}
