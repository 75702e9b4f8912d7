// A database is made ready by whoever comes first; a bad policy file changes nothing.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { openDatabase, type Sql } from '../../db/connection/client.ts';
import { migrate } from '../../db/schema/migrate.ts';
import { prepareDatabase } from '../../db/schema/prepare.ts';
import { policies } from '../../sop/policy/policy.ts';
import { store } from '../support/registry.ts';

let url: string;
let sql: Sql;
let folder: string;
beforeAll(async () => {
  const server = new URL(inject('databaseUrl'));
  const name = `prepare_${process.pid}`;
  server.pathname = '/postgres';
  const admin = openDatabase(server.href, { max: 1 });
  await admin.unsafe(`create database ${name}`);
  await admin.end();
  server.pathname = `/${name}`;
  url = server.href;
  sql = openDatabase(url);
  folder = mkdtempSync(join(tmpdir(), 'tuntas-policy-'));
});
afterAll(async () => {
  await sql.end();
  rmSync(folder, { recursive: true, force: true });
});

const versions = () => sql<{ name: string; createdBy: string }[]>`
  select name, created_by from policies order by version`;
const file = (name: string, content: string) => {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
};

describe('an empty database', () => {
  test('is made ready once, though six processes try at the same moment', async () => {
    await Promise.all(Array.from({ length: 6 }, () => prepareDatabase(url)));
    expect(await versions()).toEqual([{ name: 'sop', createdBy: 'system' }]);
    const [{ days, hours } = { days: 0, hours: 0 }] = await sql<{ days: number; hours: number }[]>`
      select (select count(*) from calendar_days) as days, (select count(*) from calendar_hours) as hours`;
    expect([days > 60, hours]).toEqual([true, 4]);
    expect(await migrate(url)).toEqual([]);
  });

  test('refuses a migration that was changed after it ran', async () => {
    await sql`update migrations set checksum = 'other' where name = '0001_record.sql'`;
    await expect(migrate(url)).rejects.toThrow(/0001_record\.sql was changed/);
    await sql`delete from migrations where name = '0001_record.sql'`;
    await expect(migrate(url)).rejects.toThrow();
    const checksum = (await import('node:crypto'))
      .createHash('sha256')
      .update(
        await (await import('node:fs/promises')).readFile(
          new URL('../../db/migrations/0001_record.sql', import.meta.url),
        ),
      )
      .digest('hex');
    await sql`insert into migrations (name, checksum) values ('0001_record.sql', ${checksum})`;
    expect(await migrate(url)).toEqual([]);
  });
});

describe('SLA_POLICY_FILE', () => {
  test('a good one is put in force as a version, once; without it the shipped one comes back', async () => {
    const drill = file(
      'drill.json',
      JSON.stringify({ ...policies.sop, name: 'drill', completion: { seconds: 5 } }),
    );
    await prepareDatabase(url, drill);
    await prepareDatabase(url, drill);
    await prepareDatabase(url);
    await prepareDatabase(url);
    expect((await versions()).map(({ name }) => name)).toEqual(['sop', 'drill', 'sop']);
  });

  test('another policy owes one recomputation while complaints are open, whoever comes first', async () => {
    const owed = () => sql<{ why: string; createdBy: string }[]>`
      select why, created_by from recomputations where started_at is null order by id`;
    const named = (name: string) =>
      file(`${name}.json`, JSON.stringify({ ...policies.sop, name, completion: { seconds: 7 } }));
    // The changes above found nothing open.
    expect(await owed()).toEqual([]);
    await store(sql, 'LAP-BUKA', '2026-11-23T02:00:00.000Z');
    const first = named('pertama');
    await Promise.all(Array.from({ length: 6 }, () => prepareDatabase(url, first)));
    await prepareDatabase(url, first);
    const one = { why: 'Kebijakan "pertama" (berkas)', createdBy: 'file' };
    expect(await owed()).toEqual([one]);
    await prepareDatabase(url);
    await prepareDatabase(url);
    const two = { why: 'Kebijakan "sop" (bawaan)', createdBy: 'system' };
    expect(await owed()).toEqual([one, two]);
    // The shipped one from a file, and away with the file: the same policy all along.
    await prepareDatabase(url, file('sop.json', JSON.stringify(policies.sop)));
    await prepareDatabase(url);
    expect(await owed()).toEqual([one, two]);
    await sql`update complaints set ended_at = now()`;
    await prepareDatabase(url, named('kedua'));
    expect(await owed()).toEqual([one, two]);
  });

  test('a bad one, or none at that path, is refused with the place, and nothing changes', async () => {
    const before = await versions();
    await expect(prepareDatabase(url, file('bad.json', '{"name": "x"}'))).rejects.toThrow(
      /bad\.json.*\n.*at rows/,
    );
    await expect(prepareDatabase(url, join(folder, 'none.json'))).rejects.toThrow(
      /SLA_POLICY_FILE: cannot read/,
    );
    expect(await versions()).toEqual(before);
  });
});
