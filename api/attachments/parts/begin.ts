// Begins a file that comes in parts, once under each key; how much of it is here.
import { randomUUID } from 'node:crypto';
import type { z } from 'zod';
import { lockedStanding, type Visibility } from '../../../db/attachments/attachments.ts';
import {
  hoursKept,
  insertUpload,
  uploadOf,
  type UploadRow,
  uploadUnder,
} from '../../../db/attachments/uploads.ts';
import type { Db, Sql } from '../../../db/connection/client.ts';
import { largestFile } from '../../../contract/attachments/kinds.ts';
import type { newUploadHeaders, upload } from '../../../contract/attachments/uploads.ts';
import { publicZone } from '../../../sop/offices.ts';
import type { Reader } from '../../complaints/found.ts';
import { keyUnder, ofReporter } from '../../complaints/under-key.ts';
import { Problem } from '../../http/problems.ts';
import type { User } from '../../identity/session.ts';
import { zoned } from '../../values/zoned.ts';
import { requireOpen } from '../keep.ts';
import { tooLarge } from '../receive.ts';
import { uploaderOf, visibilityOf } from '../taking.ts';

interface Asked {
  /** In bytes. */
  length: number;
  name: string;
  visibility: Visibility;
  /** Of the sender's key with all that it is about. */
  key: string | undefined;
}

/** What the headers ask for. Throws `too-large`, `invalid-fields`. */
export function askedFor(
  { complaint, user }: Reader,
  headers: Pick<z.output<typeof newUploadHeaders>, 'idempotency-key' | 'upload-length' | 'upload-metadata'>,
): Asked {
  const length = headers['upload-length'];
  if (length > largestFile) throw tooLarge();
  const said = metadataOf(headers['upload-metadata']);
  const visibility = visibilityOf(said.get('visibility'), user);
  // The same file for other readers is another.
  const scope = JSON.stringify(['upload', visibility, user?.username ?? ofReporter, user !== undefined]);
  const key = keyUnder(scope, complaint.number, headers['idempotency-key']);
  return { length, name: said.get('filename') ?? '', visibility, key };
}

export async function begunBefore(db: Db, number: string, { key }: Asked): Promise<UploadRow | undefined> {
  return key === undefined ? undefined : uploadUnder(db, number, key);
}

/** Throws as `keep` does where the file could not be added. */
export function begin(sql: Sql, { complaint, user }: Reader, asked: Asked): Promise<UploadRow> {
  const { number } = complaint;
  const { length, name, visibility, key } = asked;
  return sql.begin(async (tx) => {
    const standing = await lockedStanding(tx, number);
    if (!standing) throw new Problem('not-found');
    // Another process may have begun it a moment ago.
    const before = await begunBefore(tx, number, asked);
    if (before) return before;
    await requireOpen(tx, standing, { number, visibility, by: uploaderOf(user) });
    const own = { id: randomUUID(), number, username: user?.username ?? null };
    await insertUpload(tx, { ...own, visibility, length, name, key });
    const begun = await uploadOf(tx, own);
    if (!begun) throw new Error(`Upload ${own.id} is not there after it was inserted.`);
    return begun;
  });
}

/** To who sends it. */
export function viewOf(
  { id, received, length, touchedAt }: UploadRow,
  user: User | undefined,
): z.output<typeof upload> {
  const until = new Date(touchedAt.getTime() + hoursKept * 3_600_000);
  return { id, offset: received, length, expiresAt: zoned(until, user?.office.zone ?? publicZone) };
}

/** By tus: names with values in Base64. */
function metadataOf(text = ''): Map<string, string> {
  const pairs = text.split(',').map((pair): [string, string] => {
    const [name = '', value = ''] = pair.trim().split(' ');
    return [name, Buffer.from(value, 'base64').toString()];
  });
  return new Map(pairs);
}
