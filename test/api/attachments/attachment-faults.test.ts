// Attachments when the line, the store or the database goes; and how a file that was changed shows.
import { renameSync, rmSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { Readable, Transform } from 'node:stream';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { dropOldUploads, dropUploadsOfOtherKeys } from '../../../db/attachments/uploads.ts';
import { StoreAway } from '../../../store/away.ts';
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

describe('a file in parts (decision 56)', () => {
  const part = 256 * 1024;
  const content = jpeg(2 * part + 100_000);

  test('goes on where the line broke, by another process, and is kept as one that came whole', async () => {
    const [r, other] = [await u.api.report(), await u.api.report()];
    const told = { length: content.length, filename: 'Lubang panjang.jpg', key: 'foto-1' };
    const begun = await u.begin(r, key(r), told);
    const { location = '', ...answered } = Object.fromEntries(begun.headers);
    expect([begun.status, answered['upload-offset'], answered['tus-resumable'], begun.body]).toEqual([
      201,
      '0',
      '1.0.0',
      {
        id: location.split('/').at(-1),
        offset: 0,
        length: content.length,
        expiresAt: expect.stringMatching(/\+07:00$/),
      },
    ]);
    const here = new URL(location, u.api.base);
    const first = await u.append(here, key(r), 0, content.subarray(0, part));
    expect([first.status, first.headers.get('upload-offset')]).toEqual([204, String(part)]);

    // The line breaks in the middle of the second part: nothing of it is there.
    const socket = connect(Number(here.port), here.hostname);
    socket.write(
      `PATCH ${location} HTTP/1.1\r\nhost: x\r\nx-access-key: ${r.key}\r\nupload-offset: ${part}\r\n` +
        `content-type: application/offset+octet-stream\r\ncontent-length: ${part}\r\n\r\n`,
    );
    socket.write(content.subarray(part, part + 100_000));
    await sleep(100);
    socket.destroy();

    const replica = await u.api.replica();
    const base = await replica.listen({ port: 0, host: '127.0.0.1' });
    const there = new URL(location, base);
    const head = await fetch(there, { method: 'HEAD', headers: key(r) });
    expect([head.status, head.headers.get('upload-offset'), head.headers.get('upload-length')]).toEqual([
      200,
      String(part),
      String(content.length),
    ]);
    const again = await u.begin(r, key(r), { ...told, base });
    expect([again.status, again.body]).toEqual([201, { ...begun.body, ...again.body, offset: part }]);
    expect(again.body.id).toBe(begun.body.id);

    // Nobody else has anything to do with it.
    const foreign: [Record<string, string>, number][] = [
      [key(other), 404],
      [await u.bearer('nasional'), 404],
      [await u.bearer('ops'), 403],
      [{}, 401],
    ];
    for (const [headers, status] of foreign) {
      expect((await u.append(there, headers, part, content.subarray(part, 2 * part))).status).toBe(status);
    }
    expect((await u.begin(other, key(other), told)).body.offset).toBe(0);

    const wrong = await u.append(there, key(r), 0, content.subarray(0, part));
    expect([wrong.status, wrong.body.code, wrong.headers.get('upload-offset')]).toEqual([
      409,
      'wrong-offset',
      String(part),
    ]);
    expect((await u.append(there, key(r), part, content.subarray(part, 2 * part))).status).toBe(204);
    const rest = content.subarray(2 * part);
    const long = await u.append(there, key(r), 2 * part, Buffer.concat([rest, Buffer.of(0)]));
    expect([long.status, long.body.code]).toEqual([413, 'too-large']);

    // All bytes are there; what it is to become is not, and neither its answer.
    vi.spyOn(u.api.store, 'put').mockRejectedValueOnce(new StoreAway(new Error('away')));
    const late = await u.append(there, key(r), 2 * part, rest);
    expect([late.status, late.body.code, await u.kept(r)]).toEqual([503, 'storage-away', nothing]);
    expect((await u.begin(r, key(r), told)).body.offset).toBe(content.length);
    const [whole, asWell] = await Promise.all([
      u.append(here, key(r), content.length, Buffer.alloc(0)),
      u.append(there, key(r), 2 * part, rest),
    ]);
    expect([whole.status, whole.body]).toEqual([201, (await u.listed(r, key(r)))[0]]);
    expect(whole.body).toMatchObject({ name: told.filename, bytes: content.length, visibility: 'reporter' });
    expect([asWell.status, asWell.body]).toEqual([201, whole.body]);
    expect((await u.download(r, whole.body.id, key(r))).content.equals(content)).toBe(true);
    expect((await u.append(here, key(r), 2 * part, rest)).body).toEqual(whole.body);
    // It is the same file as one that comes whole, and its parts are gone.
    expect((await u.add(r, key(r), content)).body.id).toBe(whole.body.id);
    expect(await u.kept(r)).toEqual({ rows: 1, files: 1 });
    expect(await u.api.sql`select from upload_parts`).toHaveLength(0);
    await replica.close();
  });

  test('what cannot be added is refused before it comes, and what nobody goes on with is dropped', async () => {
    const r = await u.api.report();
    const told = { length: content.length, filename: 'a.jpg' };
    const begin = async (headers: Record<string, string>, other: object) => {
      const { status, body } = await u.begin(r, headers, { ...told, ...other });
      return [status, body.code ?? body.offset];
    };
    const nasional = await u.bearer('nasional');
    expect(await begin(key(r), { length: 10 * mebibyte + 1 })).toEqual([413, 'too-large']);
    expect(await begin(key(r), { length: 0 })).toEqual([422, 'invalid-fields']);
    expect(await begin(key(r), { visibility: 'internal' })).toEqual([422, 'invalid-fields']);
    expect(await begin(nasional, { key: 'a' })).toEqual([201, 0]);
    expect(await begin(nasional, { key: 'a', length: 5 })).toEqual([422, 'idempotency-key-reused']);
    expect(await begin(nasional, { key: 'a', length: 5, visibility: 'reporter' })).toEqual([201, 0]);

    const { headers } = await u.begin(r, key(r), told);
    const at = new URL(headers.get('location') ?? '', u.api.base);
    const asJson = await u.api.send('PATCH', at.pathname, {}, { ...key(r), 'upload-offset': '0' });
    expect([asJson.status, asJson.body.code]).toEqual([415, 'unsupported-media-type']);
    expect((await u.append(at, key(r), 0, content)).status).toBe(413);
    expect((await u.append(at, key(r), 0, content.subarray(0, part))).status).toBe(204);
    expect((await u.api.send('GET', at.pathname, undefined, key(r))).body.offset).toBe(part);
    // Neither its name nor a byte of it is to be read in the database.
    const [kept] = await u.api.sql`
      select p.sealed, u.sealed_name from upload_parts p join uploads u on u.id = p.upload_id where u.number = ${r.number}`;
    expect(kept?.sealed.includes(content.subarray(0, 40))).toBe(false);
    expect(kept?.sealedName.includes('a.jpg')).toBe(false);
    const age = (hours: number) => u.api.sql`
      update uploads set touched_at = now() - make_interval(hours => ${hours}) where number = ${r.number}`;
    await age(23);
    expect(await dropOldUploads(u.api.appSql)).toBe(0);
    await age(25);
    expect(await dropOldUploads(u.api.appSql)).toBe(3);
    expect(await u.api.sql`select from upload_parts`).toHaveLength(0);
    expect((await u.append(at, key(r), part, content.subarray(part, 2 * part))).status).toBe(404);

    // No more lie there than may be added; the latest stay.
    const ids = [];
    for (let n = 0; n < 21; n += 1) ids.push((await u.begin(r, key(r), told)).body.id);
    const left = async () =>
      new Set((await u.api.sql`select id from uploads where number = ${r.number}`).map(({ id }) => id));
    expect(await left()).toEqual(new Set(ids.slice(1)));
    // Whose key is taken away is sent anew.
    const { heads } = u.api.appSql.vault;
    await dropUploadsOfOtherKeys(u.api.appSql, heads);
    expect(await left()).toEqual(new Set(ids.slice(1)));
    await dropUploadsOfOtherKeys(u.api.appSql, [Buffer.from('\u0001x')]);
    expect(await left()).toEqual(new Set());
    await r.reply({ type: 'withdrawal' });
    expect(await begin(key(r), {})).toEqual([409, 'closed']);
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
