// reading 19: a report is corrected while the limit of its row is still to be reckoned; the database is away meanwhile.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { addPolicy } from '../../db/rules/policies.ts';
import { policies } from '../../sop/policy/policy.ts';
import { replay } from '../support/replays.ts';
import { agency, echelon1, national } from '../support/walks/small-ministry.ts';
import { Harness } from './harness.ts';

let h: Harness;
beforeAll(async () => {
  h = await Harness.open();
});
afterAll(() => h?.close());

test('the row’s limit goes by the kind that it is, from its own beginning', async () => {
  const rows = {
    ...policies.sop.rows,
    8: { default: { workingDays: 3 }, informasi: { workingDays: 1 } },
  };
  await addPolicy(h.sql, { ...policies.sop, name: 'uji', rows }, 'uji');
  const report = await h.file();
  await report.by(national, 'dispose', { target: agency });
  await report.by(agency, 'receive');
  await report.by(agency, 'accept', { target: echelon1 });
  await report.by(echelon1, 'receive');
  await report.rowClock();

  h.proxy.cut();
  expect(await report.by(echelon1, 'accept')).toMatchObject({ step: 8, deadline: null });
  await report.by(echelon1, 'correct', { changes: { kind: 'informasi' } });
  h.proxy.mend();

  const { request, due } = await report.rowClock();
  const [entered, corrected] = (await report.events()).slice(-2);
  expect([entered?.type, corrected?.type]).toEqual(['accepted', 'corrected']);
  expect(request).toMatchObject({ step: 8, kind: 'informasi', from: entered?.at.toISOString() });
  expect(await report.case()).toMatchObject({ kind: 'informasi', awaits: {} });
  const [visit] = await h.sql`
    select due_at from visits where number = ${report.number} and step = 8 and ended_at is null`;
  expect(visit?.dueAt.toISOString()).toBe(due);
  // A day, not three: it rings by the limit of the kind.
  await h.until(new Date(Date.parse(due) + 3_600_000).toISOString());
  const breach = (await report.events()).find(({ type }) => type === 'breached');
  expect(breach?.data.alert).toMatchObject({ clock: 'row', due });
  await replay(await report.handle.fetchHistory(), { traced: false }, report.number);
});
