// Attachments when the line, the store or the database goes; and how a file that was changed shows.
import { renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Readable, Transform } from 'node:stream';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { jpeg, png } from '../../support/files/files.ts';
import { runProgram } from '../../support/program.ts';
import { key, nothing, Uploads } from '../../support/files/uploads.ts';

const mebibyte = 1024 * 1024;
let u: Uploads;
beforeAll(async () => {
  u = await Uploads.open({ stallMs: 5_000 });
});
afterAll(() => u?.close());

describe('the line', () => {
  test('an upload that breaks off leaves nothing', async () => {
    const r = await u.api.report();
    const content = jpeg(2 * mebibyte);
    for (const part of [0, 100, mebibyte]) {
      const { socket } = await u.byHand(r, content.length);
      socket.write(content.subarray(0, part));
      await u.spools(1);
      socket.destroy();
      await u.spools(0);
      expect(await u.kept(r)).toEqual(nothing);
    }
  });

  test('nor does one whose sender is gone before it is looked at', async () => {
    const r = await u.api.report();
    const content = jpeg(100);
    const gone = Array.from({ length: 20 }, async () => {
      const { socket } = await u.byHand(r, content.length);
      await sleep(5);
      socket.destroy();
    });
    await Promise.all(gone);
    // Behind them all in the queue for the database.
    await u.add(r, key(r), png());
    await u.spools(0);
    expect(await u.kept(r)).toEqual({ rows: 1, files: 1 });
  });

  test('a slow upload is not cut off; a dead one is', async () => {
    const [slow, dead] = [await u.api.report(), await u.api.report()];
    const content = jpeg(24);
    const began = Date.now();
    const trickle = async () => {
      const { socket, tail, answer } = await u.byHand(slow, content.length);
      for (const byte of content) {
        await sleep(800);
        socket.write(Buffer.of(byte));
      }
      socket.write(tail);
      return answer;
    };
    const silence = async () => {
      const { socket, answer } = await u.byHand(dead, content.length);
      socket.write(content.subarray(0, 5));
      await answer;
      return Date.now() - began;
    };
    const [answer, cutAfter] = await Promise.all([trickle(), silence()]);
    expect(answer).toMatch(/^HTTP\/1.1 201 /);
    expect(Date.now() - began).toBeGreaterThan(17_000);
    expect(cutAfter).toBeGreaterThan(4_500);
    expect(cutAfter).toBeLessThan(15_000);
    await u.spools(0);
    expect([await u.kept(slow), await u.kept(dead)]).toEqual([{ rows: 1, files: 1 }, nothing]);
  });
});

describe('the store and the database', () => {
  test('without the store an upload and a download are 503 with Retry-After, and come back', async () => {
    const r = await u.api.report();
    const { body } = await u.add(r, key(r), png());
    renameSync(u.api.files, `${u.api.files}-away`);
    writeFileSync(u.api.files, 'bukan folder');
    const late = await u.add(r, key(r), png('nanti'));
    expect([late.status, late.body.code, late.headers.has('retry-after')]).toEqual([
      503,
      'storage-away',
      true,
    ]);
    expect((await u.download(r, body.id, key(r))).status).toBe(503);
    rmSync(u.api.files);
    renameSync(`${u.api.files}-away`, u.api.files);
    expect([(await u.download(r, body.id, key(r))).status, await u.kept(r)]).toEqual([
      200,
      { rows: 1, files: 1 },
    ]);
    expect((await u.add(r, key(r), png('nanti'))).status).toBe(201);
  });

  test('a store that breaks off in the middle is named, not the database', async () => {
    const r = await u.api.report({ confidentiality: 'anonim', agencyId: 'kementerian-contoh' });
    const { body } = await u.add(r, key(r), png());
    vi.spyOn(u.api.store, 'get').mockImplementationOnce(async () =>
      Readable.from([png().subarray(0, 20)]).pipe(
        new Transform({
          transform: (part, _, next) => next(null, part),
          flush: (end) => end(Object.assign(new Error('read ECONNRESET'), { code: 'ECONNRESET' })),
        }),
      ),
    );
    const path = `${r.path}/attachments/${body.id}`;
    const late = await u.api.as('instansi', 'GET', path);
    expect([late.status, late.body.code]).toEqual([503, 'storage-away']);
    expect((await u.api.as('instansi', 'GET', path)).status).toBe(200);
  });

  test('the database that goes between the file and its row leaves no row; the same again is taken', async () => {
    const r = await u.api.report();
    const put = u.api.store.put.bind(u.api.store);
    vi.spyOn(u.api.store, 'put').mockImplementationOnce(async (...file) => {
      await put(...file);
      u.api.proxy.cut();
    });
    const late = await u.add(r, key(r), png());
    expect([late.status, late.body.code]).toEqual([503, 'database-away']);
    u.api.proxy.mend();
    // Whether the commit arrived could not be known, so the file stays.
    expect(await u.kept(r)).toEqual({ rows: 0, files: 1 });
    expect((await u.add(r, key(r), png())).status).toBe(201);
    expect((await u.kept(r)).rows).toBe(1);
  });

  test('a complaint that ends between the file and its row leaves neither', async () => {
    const r = await u.api.report();
    const put = u.api.store.put.bind(u.api.store);
    vi.spyOn(u.api.store, 'put').mockImplementationOnce(async (...file) => {
      await put(...file);
      await r.reply({ type: 'withdrawal' });
    });
    expect((await u.add(r, key(r), png())).body.code).toBe('closed');
    expect(await u.kept(r)).toEqual(nothing);
  });

  test('what was written down is not changed, not taken away', async () => {
    const r = await u.api.report();
    await u.add(r, key(r), png());
    for (const statement of [
      `update attachments set name = 'x'`,
      'delete from attachments',
      'truncate attachments cascade',
    ]) {
      await expect(u.api.sql.unsafe(statement)).rejects.toThrow(/append-only/);
    }
  });
});

describe('npm run verify-record', () => {
  async function verify(): Promise<{ code: number | null; output: string }> {
    const env = { DATABASE_URL: u.api.databaseUrl, ATTACHMENTS_DIR: u.api.files };
    const { code, out, err } = await runProgram('verify-record', [], { env });
    return { code, output: out + err };
  }

  test('reads every file and names the first that is not what was uploaded, or is gone', async () => {
    const r = await u.api.report();
    const { body } = await u.add(r, key(r), png('bukti'));
    const [row] = await u.api.sql`select count(*) from attachments`;
    expect(await verify()).toEqual({
      code: 0,
      output: expect.stringContaining(`, ${row?.count} attachments.`),
    });
    const file = join(u.api.files, r.number, body.id);
    writeFileSync(file, png('lain'));
    expect(await verify()).toEqual({
      code: 1,
      output: `Broken: ${r.number}, attachment ${body.id} is not the file that was uploaded.\n`,
    });
    rmSync(file);
    expect(await verify()).toEqual({
      code: 1,
      output: `Broken: ${r.number}, attachment ${body.id} is gone from the store.\n`,
    });
    writeFileSync(file, png('bukti'));
    expect((await verify()).code).toBe(0);
  });
});
