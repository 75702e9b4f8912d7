// Both stores keep the same promises: a folder, and a bucket of a real S3 server.
import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { mkdtempSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { StoreAway } from '../../../store/away.ts';
import { FileStore } from '../../../store/file-store.ts';
import { openStore, placeOf } from '../../../store/open-store.ts';
import { readSettings } from '../../../settings/read.ts';
import { S3Store } from '../../../store/s3-store.ts';
import type { Store, StoredFile } from '../../../store/store.ts';
import { S3Server } from '../../support/servers/s3-server.ts';

const scratch = mkdtempSync(join(tmpdir(), 'tuntas-store-'));
const root = join(scratch, 'lampiran');
let s3: S3Server;
beforeAll(async () => {
  s3 = await S3Server.open();
  vi.stubEnv('AWS_ACCESS_KEY_ID', s3.key);
  vi.stubEnv('AWS_SECRET_ACCESS_KEY', s3.secret);
});
afterAll(async () => {
  vi.unstubAllEnvs();
  await s3?.close();
  rmSync(scratch, { recursive: true, force: true });
});

const newKey = () => `LAP-2026-000001/${randomUUID()}`;

function fileOf(content: Buffer): StoredFile {
  const path = join(scratch, randomUUID());
  writeFileSync(path, content);
  const sha256 = createHash('sha256').update(content).digest();
  return { path, bytes: content.length, sha256, mediaType: 'application/pdf' };
}

async function contentOf(store: Store, key: string): Promise<Buffer | undefined> {
  const stream = await store.get(key);
  return stream && buffer(stream);
}

const bucket = (env: NodeJS.ProcessEnv = {}) =>
  openStore(
    readSettings('verify-record', {
      ATTACHMENTS_S3_BUCKET: S3Server.bucket,
      ATTACHMENTS_S3_ENDPOINT: s3.endpoint,
      ATTACHMENTS_S3_PREFIX: 'tuntas/',
      ...env,
    }),
  );

describe.each<[string, () => Promise<Store>, () => Promise<() => Promise<void>>]>([
  [
    'folder',
    () => openStore(readSettings('verify-record', { ATTACHMENTS_DIR: root })),
    async () => {
      renameSync(root, `${root}-away`);
      return async () => renameSync(`${root}-away`, root);
    },
  ],
  [
    'bucket',
    () => bucket(),
    async () => {
      await s3.stop();
      return () => s3.start();
    },
  ],
])('a %s', (_, open, takeAway) => {
  test('gives back what was put, from nothing to ten MiB, also to a second process', async () => {
    for (const size of [0, 1, 70_000, 10 * 1024 * 1024]) {
      const [key, content] = [newKey(), randomBytes(size)];
      await (await open()).put(key, fileOf(content));
      expect((await contentOf(await open(), key))?.equals(content)).toBe(true);
    }
  });

  test('takes the same again, and many at once', async () => {
    const store = await open();
    const [key, content] = [newKey(), randomBytes(5_000)];
    await store.put(key, fileOf(content));
    await store.put(key, fileOf(content));
    expect((await contentOf(store, key))?.equals(content)).toBe(true);
    const many = Array.from({ length: 12 }, () => ({ key: newKey(), content: randomBytes(9_000) }));
    await Promise.all(many.map((one) => store.put(one.key, fileOf(one.content))));
    for (const one of many) expect((await contentOf(store, one.key))?.equals(one.content)).toBe(true);
  });

  test('has no file that was not put or was removed; removing it again does nothing', async () => {
    const store = await open();
    const key = newKey();
    expect(await store.get(key)).toBeUndefined();
    await store.put(key, fileOf(Buffer.from('isi')));
    await store.remove(key);
    await store.remove(key);
    expect(await store.get(key)).toBeUndefined();
  });

  test('says that it is away, soon, instead of that it is empty; and comes back', async () => {
    const key = newKey();
    await (await open()).put(key, fileOf(Buffer.from('isi')));
    const began = Date.now();
    const bringBack = await takeAway();
    await expect((await open()).get(key)).rejects.toThrow(StoreAway);
    expect(Date.now() - began).toBeLessThan(10_000);
    await bringBack();
    expect(String(await contentOf(await open(), key))).toBe('isi');
  });
});

describe('a folder', () => {
  test('keeps nothing half-written, and is for its owner only', async () => {
    const [store, key] = [new FileStore(root), 'LAP-2026-000002/satu'];
    await expect(
      store.put(key, { ...fileOf(Buffer.from('x')), path: join(scratch, 'none') }),
    ).rejects.toThrow(StoreAway);
    expect(readdirSync(join(root, 'LAP-2026-000002'))).toEqual([]);
    expect(statSync(join(root, 'LAP-2026-000002')).mode & 0o777).toBe(0o700);
    // A disk that is a file is not a folder to write to.
    writeFileSync(join(scratch, 'file'), '');
    const nowhere = new FileStore(join(scratch, 'file'));
    await expect(nowhere.put(key, fileOf(Buffer.from('x')))).rejects.toThrow(StoreAway);
  });

  test('does not leave its root', async () => {
    const store = new FileStore(root);
    for (const key of ['../keluar', 'a/../../keluar', '/etc/passwd', 'a/b/c', '']) {
      await expect(store.put(key, fileOf(Buffer.from('x')))).rejects.toThrow(/not a key/);
      await expect(store.get(key)).rejects.toThrow(/not a key/);
    }
  });
});

describe('a bucket', () => {
  test('keeps its keys under the prefix', async () => {
    const store = await bucket({ ATTACHMENTS_S3_PREFIX: 'awalan/' });
    await store.put('LAP-2026-000003/satu', fileOf(Buffer.from('isi')));
    expect(readdirSync(join(s3.folder, 'awalan', 'LAP-2026-000003'))).toEqual(['satu']);
  });

  test('that is not there, or refuses the credentials, is away, not empty', async () => {
    const settings = { endpoint: s3.endpoint, prefix: '' };
    await expect(
      new S3Store({ ...settings, bucket: 'tidak-ada' }).put(newKey(), fileOf(Buffer.from('x'))),
    ).rejects.toThrow(StoreAway);
    vi.stubEnv('AWS_SECRET_ACCESS_KEY', 'salah');
    await expect(new S3Store({ ...settings, bucket: S3Server.bucket }).get(newKey())).rejects.toThrow(
      StoreAway,
    );
    vi.stubEnv('AWS_SECRET_ACCESS_KEY', s3.secret);
  });
});

test('settings: a bucket goes before a folder, a folder before DATA_DIR', () => {
  const place = (env: Record<string, string>) => placeOf(readSettings('verify-record', env));
  expect(place({ DATA_DIR: '/data' })).toEqual({ folder: '/data/attachments' });
  expect(place({ DATA_DIR: '/data', ATTACHMENTS_DIR: '/lain' })).toEqual({ folder: '/lain' });
  expect(place({ ATTACHMENTS_DIR: '/lain', ATTACHMENTS_S3_BUCKET: 'b' })).toEqual({
    bucket: 'b',
    prefix: '',
  });
});
