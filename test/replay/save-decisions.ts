// `npm run histories`: saves what a report's history is like with the decisions beside the straight way (readings 18–25).
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addPolicy } from '../../db/rules/policies.ts';
import { policies } from '../../sop/policy/policy.ts';
import { originalSignal } from '../../workflows/messages.ts';
import { agency, echelon1, national, upt } from '../support/walks/small-ministry.ts';
import { Harness, type Report } from '../workflows/harness.ts';
import { saveHistory } from './saved-history.ts';

describe('saved', () => {
  let h: Harness;
  beforeAll(async () => {
    h = await Harness.open();
    await addPolicy(h.sql, { ...policies.realistis, extensions: { pengaduan: { workingDays: 2 } } }, 'uji');
  });
  afterAll(() => h?.close());

  const save = async (name: string, report: Report) => {
    // Every deadline is reckoned, and the last workflow task done, once a query says so.
    await expect.poll(async () => (await report.case()).awaits).toEqual({});
    saveHistory(h, name, report.number);
  };

  test('recalled by the office that disposed it', async () => {
    const report = await h.file();
    await report.by(national, 'dispose', { target: agency });
    await report.by(national, 'recall');
    await save('recalled', report);
  });

  test('corrected, asked about, written to, extended', async () => {
    const report = await h.file({ kind: 'informasi' });
    await h.downToUpt(report);
    await report.by(upt, 'correct', { changes: { kind: 'pengaduan', place: 'Pasar' } });
    await report.by(upt, 'ask', { text: 'Di mana?' });
    await report.byReporter('message');
    await report.by(upt, 'extend');
    await save('corrected-and-extended', report);
    await report.byReporter('withdrawal');
    await report.handle.result();
    saveHistory(h, 'withdrawn-by-reporter', report.number);
  });

  test('objected to twice: to the same office, then upward', async () => {
    const report = await h.file();
    await h.downToUpt(report);
    await report.by(upt, 'answer');
    await report.byReporter('objection');
    await report.by(upt, 'answer');
    await report.byReporter('objection');
    await save('objected-upward', report);
  });

  test('rejected, objected to, rejected for good', async () => {
    const report = await h.file();
    await report.by(national, 'reject');
    await save('rejected', report);
    await report.byReporter('objection');
    await save('rejection-objected', report);
    await report.by(national, 'reject');
    await report.handle.result();
    saveHistory(h, 'rejected-twice', report.number);
  });

  test('rejected, and not objected to', async () => {
    const report = await h.file();
    await report.by(national, 'reject');
    await report.handle.result();
    saveHistory(h, 'rejection-final', report.number);
  });

  test('a duplicate of Eselon 1, with respon awal that stands still, that follows on, until its original has ended', async () => {
    const [original, middle, report] = [await h.file(), await h.file(), await h.file()];
    await report.by(national, 'dispose', { target: agency });
    await report.by(agency, 'receive');
    await report.by(agency, 'accept', { target: echelon1 });
    await report.by(echelon1, 'receive');
    for (const one of [original, middle]) await one.by(national, 'dispose', { target: agency });
    for (const one of [original, middle]) await one.by(agency, 'receive');
    for (const one of [original, middle]) await one.by(agency, 'accept', { target: echelon1 });
    await report.by(echelon1, 'reject', { duplicateOf: middle.number });
    await save('following', report);
    await middle.by(echelon1, 'receive');
    await middle.by(echelon1, 'reject', { duplicateOf: original.number });
    await report.handle.signal(originalSignal);
    await expect.poll(async () => (await report.events()).at(-1)?.type).toBe('followed');
    await original.byReporter('withdrawal');
    await report.handle.signal(originalSignal);
    await expect.poll(async () => (await report.events()).at(-1)?.type).toBe('original-ended');
    await save('original-ended', report);
    await report.byReporter('objection');
    await save('duplicate-objected', report);
  });
});
