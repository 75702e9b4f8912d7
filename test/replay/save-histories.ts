// `npm run histories`: saves what a report's history is like in this release. Beside the straight way: save-beside.ts.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { decideSignal, type SignalledDecision } from '../../workflows/messages.ts';
import { agency, agencyB, echelon1, national, upt } from '../support/walks/small-ministry.ts';
import { Harness, refusalCode, type Report } from '../workflows/harness.ts';
import { saveHistory } from './saved-history.ts';

describe('saved', () => {
  let h: Harness;
  beforeAll(async () => {
    h = await Harness.open();
  });
  afterAll(() => h?.close());

  async function save(name: string, report: Report): Promise<void> {
    // The first workflow task is done once a query is answered.
    await report.case();
    saveHistory(h, name, report.number);
  }

  test('just filed', async () => save('filed', await h.file()));

  test('held by a UPT that returned it', async () => {
    const report = await h.file();
    await h.downToUpt(report);
    await report.by(upt, 'return');
    await save('upt-returned', report);
  });

  test('bound after two returns', async () => {
    const report = await h.file();
    for (let n = 0; n < 2; n += 1) {
      await report.by(national, 'dispose', { target: agency });
      await report.by(agency, 'receive');
      await report.by(agency, 'return');
    }
    await report.by(national, 'dispose', { target: agency });
    await save('binding', report);
  });

  test('waiting for the reporter, and completed', async () => {
    const waiting = await h.file();
    await waiting.by(national, 'request-completion');
    await save('awaiting-completion', waiting);
    const completed = await h.file();
    await completed.by(national, 'request-completion');
    await completed.byReporter('completion');
    await save('completed', completed);
  });

  test('waiting for the reporter past the whole limit', async () => {
    const report = await h.file({ agency, kind: 'informasi' });
    await report.by(agency, 'receive');
    await report.by(agency, 'request-completion');
    await h.env.sleep('9 days');
    await save('whole-while-waiting', report);
    await report.byReporter('completion');
    await h.env.sleep('2 days');
    await save('whole-after-waiting', report);
  });

  test('from one agency to another and back', async () => {
    const report = await h.file({ agency, kind: 'informasi' });
    for (const [from, to] of [
      [agency, agencyB],
      [agencyB, agency],
    ] as const) {
      await report.by(from, 'receive');
      await report.by(from, 'return');
      await report.by(national, 'dispose', { target: to });
    }
    await h.env.sleep('6 days');
    await save('back-at-an-agency', report);
  });

  test('answered, objected to, answered and closed', async () => {
    const report = await h.file();
    await h.downToUpt(report);
    await report.by(upt, 'answer');
    await save('answered', report);
    await report.byReporter('objection');
    await report.by(upt, 'answer');
    await report.byReporter('confirmation');
    await save('closed', report);
  });

  test('ten decisions at once, and signals good and bad', async () => {
    const report = await h.file();
    const { revision: expectedRevision } = await report.case();
    await Promise.all(
      Array.from({ length: 10 }, () =>
        refusalCode(report.by(national, 'dispose', { target: agency, expectedRevision })),
      ),
    );
    const actor = { role: 'agency', officeId: 'a', name: 'Operator' } as const;
    for (const signalled of [{ action: 'receive', actor, key: 's' }, null, { action: 'answer', actor }]) {
      await report.handle.signal(decideSignal, signalled as SignalledDecision);
    }
    await h.env.sleep(1_000);
    await save('at-once-and-signals', report);
  });

  test('decided after somebody asked to cancel it', async () => {
    const report = await h.file();
    await report.handle.cancel();
    await refusalCode(report.by(national, 'dispose', { target: agency }));
    await refusalCode(report.by(agency, 'receive'));
    await save('cancel-requested', report);
  });

  test('signals that claim to be who they are not', async () => {
    const report = await h.file();
    await report.rowClock();
    const { revision } = await report.case();
    const name = 'Operator';
    for (const signalled of [
      {
        action: 'dispose',
        officeId: 'a',
        expectedRevision: String(revision + 7),
        actor: { role: 'system', officeId: 'nasional', name },
      },
      { action: 'receive', actor: { role: 'upt', officeId: 'a', name }, text: 'x'.repeat(20_001) },
      { action: 'accept', officeId: 'a1', actor: { role: 'agency', officeId: 'a', name }, key: 'k' },
      { action: 'accept', officeId: 'a1', actor: { role: 'agency', officeId: 'a', name }, key: 'k' },
      { action: 'objection', actor: { role: 'reporter', officeId: 'hantu', name } },
    ]) {
      await report.handle.signal(decideSignal, signalled as SignalledDecision);
      await h.env.sleep(300);
    }
    await save('signals-as-anybody', report);
  });

  test('rejected as a duplicate', async () => {
    const [original, report] = [await h.file(), await h.file()];
    await report.by(national, 'reject', { duplicateOf: original.number });
    await save('duplicate', report);
    const back = await refusalCode(original.by(national, 'reject', { duplicateOf: report.number }));
    expect(back).toBe('not-an-original');
    await save('no-original', original);
  });

  test('decided while the database was away', async () => {
    const report = await h.file();
    await report.by(national, 'dispose', { target: agency });
    h.proxy.cut();
    await report.by(agency, 'receive');
    h.proxy.mend();
    await report.by(agency, 'accept', { target: echelon1 });
    await save('database-away', report);
  });

  test('gone on in a new run', async () => {
    const report = await h.file({ agency });
    await report.by(agency, 'receive');
    await report.by(agency, 'accept', { target: echelon1 });
    for (let n = 0; n < 12; n += 1) await report.by(echelon1, 'respond');
    await save('new-run', report);
  });

  test('warned, breached and escalated', async () => {
    const report = await h.file({ agency });
    await report.by(agency, 'receive');
    await report.by(agency, 'accept', { target: echelon1 });
    await h.env.sleep('12 days');
    await save('escalated', report);
  });
});
