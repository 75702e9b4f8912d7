// `npm run histories`: saves what histories are like of questions to other offices, of an office that ends, and of reports that it moved.
import type { WorkflowHandle } from '@temporalio/client';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { recomputeConsultations } from '../../activities/consultations/recompute-consultations.ts';
import { beginSuccession } from '../../db/offices/successions.ts';
import { Engine } from '../../engine/engine.ts';
import { dayIn } from '../../sop/time/local-time.ts';
import { consultationSignals, successionOptions, successionWorkflow } from '../../workflows/messages.ts';
import { agency, echelon1, echelon1Other, national, upt, uptOther } from '../support/walks/small-ministry.ts';
import { ask, type Question, settle } from '../workflows/beside/question.ts';
import { Harness, type Report } from '../workflows/harness.ts';
import { saveHistory } from './saved-history.ts';

/** The workflow waits, for a timer or for nothing but a signal, or is over. */
const restsAt = new Set(['workflowExecutionCompleted', 'workflowTaskCompleted', 'timerStarted']);

describe('saved', () => {
  let h: Harness;
  beforeAll(async () => {
    h = await Harness.open();
  });
  afterAll(() => h?.close());

  async function rests(handle: WorkflowHandle): Promise<void> {
    const last = async () => {
      const event = (await handle.fetchHistory()).events?.at(-1) ?? {};
      return Object.keys(event).some((name) => restsAt.has(name.replace('EventAttributes', '')));
    };
    await expect.poll(last).toBe(true);
  }

  async function save(name: string, { id, handle }: Question): Promise<void> {
    await rests(handle);
    saveHistory(h, `question-${name}`, id);
  }

  test.each(['answered', 'withdrawn'] as const)('a question, %s', async (how) => {
    const question = await ask(h, await h.file());
    await rests(question.handle);
    await settle(h, question, how);
    await save(how, question);
  });

  test('a question that is open, warned of, late, and over as the report leaves', async () => {
    const question = await ask(h, await h.file());
    await save('asked', question);
    const { report, clock, handle } = question;
    const later = (instant: string) => new Date(Date.parse(instant) + 3_600_000).toISOString();
    await h.until(later(clock.warnAt));
    await save('warned', question);
    await h.until(later(clock.due));
    await save('late', question);
    await report.by(national, 'dispose', { target: agency });
    await handle.signal(consultationSignals.look);
    await handle.result();
    await save('left', question);
  });

  const ends = async (officeId: string, successorId: string) => {
    const options = { officers: 'move', templates: 'move', choices: 'move', webhooks: 'move' } as const;
    const said = { why: 'Penggabungan', options, total: 1, createdBy: 'ops' };
    const id = await h.sql.begin((tx) => beginSuccession(tx, { officeId, successorId, ...said }));
    const batch = { ...successionOptions({ id, officeId }), staticSummary: '' };
    return h.env.client.workflow.start(successionWorkflow, batch);
  };
  const moved = async (report: Report, name: string) => {
    // Every deadline is reckoned, and the last workflow task done, once a query says so.
    await expect.poll(async () => (await report.case()).awaits).toEqual({});
    saveHistory(h, name, report.number);
  };

  test('an office that ends, and the report that it held', async () => {
    const report = await h.file({ agency });
    await report.by(agency, 'receive');
    await report.by(agency, 'accept', { target: echelon1 });
    await report.by(echelon1, 'receive');
    await report.by(echelon1, 'dispose', { target: upt });
    const batch = await ends(upt.id, uptOther.id);
    await batch.result();
    await moved(report, 'moved-held');
    saveHistory(h, 'succession', batch.workflowId);
  });

  test('one whose batch is taken up again, and the report on whose path it stood', async () => {
    const report = await h.file({ agency });
    await report.by(agency, 'receive');
    await report.by(agency, 'accept', { target: echelon1 });
    await report.by(echelon1, 'receive');
    await report.by(echelon1, 'dispose', { target: uptOther });
    h.proxy.cut();
    const batch = await ends(echelon1.id, echelon1Other.id);
    const attempt = async () => (await batch.describe()).raw.pendingActivities?.[0]?.attempt ?? 0;
    await expect.poll(attempt).toBeGreaterThan(1);
    h.proxy.mend();
    await batch.result();
    await report.by(uptOther, 'receive');
    await moved(report, 'moved-path');
    saveHistory(h, 'succession-taken-up-again', batch.workflowId);
  });

  test('a correction while the database is away', async () => {
    const report = await h.file({ agency });
    h.proxy.cut();
    await report.by(agency, 'receive');
    await report.by(agency, 'correct', { changes: { kind: 'informasi' } });
    h.proxy.mend();
    await moved(report, 'corrected-unreckoned');
  });

  // The last one: the calendar is another afterwards.
  test('a question whose deadline a decree moved', async () => {
    const question = await ask(h, await h.file());
    await rests(question.handle);
    const date = dayIn(question.clock.due, agency.zone);
    await h.sql`insert into calendar_days (date, name, kind) values (${date}, 'Baru', 'cuti bersama')`;
    await recomputeConsultations(h.sql, new Engine(h.env.client), 'Kalender');
    await save('reckoned-anew', question);
  });
});
