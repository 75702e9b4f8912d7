// What deadlines are reckoned by is kept in memory, and never a moment longer than it holds: whoever changes it, in whatever way.
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Sql } from '../../../db/connection/client.ts';
import { KeptRules } from '../../../db/rules/kept-rules.ts';
import { readReport } from '../../../db/record/report.ts';
import { openRegistry, type Registry, store } from '../../support/registry.ts';

const number = 'LAP-ATURAN-1';
let r: Registry;
beforeAll(async () => {
  r = await openRegistry();
  await store(r.sql, number, '2026-11-23T02:00:00.000Z');
});
afterAll(() => r?.close());

/** As a record reads them that begins now. */
async function read(kept: KeptRules, sql: Sql = r.sql) {
  return sql.begin(async (tx) => {
    const report = await readReport(tx, number, { state: false, masks: false, visits: [] });
    return kept.at(tx, report?.rulesVersion ?? '');
  });
}

const changes = [
  `insert into policies (name, document, created_by) select name, document, 'uji' from policies order by version desc limit 1`,
  `insert into calendar_days (date, name, kind) values ('2027-12-31', 'Uji', 'cuti bersama')`,
  `delete from calendar_days where date = '2027-12-31'`,
  `insert into calendar_hours (name, from_date, to_date, hours) select 'Uji', '2027-03-01', '2027-03-02', '[]'`,
  `delete from calendar_hours where name = 'Uji'`,
  `insert into office_hours (office_id, name, from_date, to_date, hours) select id, 'Uji', '2027-03-01', '2027-03-02', '[]' from offices limit 1`,
  `update offices set name = name || '.' where parent_id is null`,
];

test.each(changes)('read anew after: %s', async (change) => {
  const kept = new KeptRules();
  const before = await read(kept);
  expect(await read(kept)).toBe(before);
  await r.sql.unsafe(change);
  const after = await read(kept);
  expect(after).not.toBe(before);
  expect(after).not.toEqual(before);
  expect(await read(kept)).toBe(after);
});

test('what is not committed yet is not read, and what never is, never', async () => {
  const kept = new KeptRules();
  const before = await read(kept);
  await r.sql
    .begin(async (tx) => {
      await tx`update offices set name = 'Lain' where parent_id is null`;
      expect(await read(kept)).toBe(before);
      throw new Error('undone');
    })
    .catch(() => {});
  expect(await read(kept)).toBe(before);
});
