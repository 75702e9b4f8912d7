// A question to another office as the API writes it, with its workflow, for tests in which time skips.
import type { WorkflowHandle } from '@temporalio/client';
import {
  addConsultation,
  consultationById,
  settleConsultation,
} from '../../../db/consultations/consultations.ts';
import { noteConsultation } from '../../../db/consultations/note-consultation.ts';
import type { Db } from '../../../db/connection/client.ts';
import { consultationClock, type ConsultationClock } from '../../../sop/beside/consultation.ts';
import type { Actor } from '../../../sop/case.ts';
import { shippedCalendar } from '../../../sop/time/shipped-calendar.ts';
import {
  consultationOptions,
  consultationSignals,
  consultationWorkflow,
} from '../../../workflows/messages.ts';
import { agency, national } from '../../support/walks/small-ministry.ts';
import type { Harness, Report } from '../harness.ts';

const limit = { workingDays: 2 };
const asker: Actor = { role: 'national', officeId: national.id, name: 'Nani' };
const asked: Actor = { role: 'agency', officeId: agency.id, name: 'Ani' };

export interface Question {
  id: string;
  clock: ConsultationClock;
  handle: WorkflowHandle;
  report: Report;
}

/** National, which holds the report, asks the agency as soon as it does. */
export async function ask(h: Harness, report: Report): Promise<Question> {
  await report.rowClock();
  const [{ at } = { at: new Date() }] = await report.events();
  const { number } = report;
  const [id, askedAt] = [`${number}-K1`, at.toISOString()];
  const clock = consultationClock(limit, askedAt, 0.75, { zone: agency.zone, calendar: shippedCalendar });
  await h.sql.begin(async (tx) => {
    const own = { id, number, n: 1, fromId: national.id, officeId: agency.id };
    const said = { question: 'Milik siapa?', askedBy: asker.name, askedAt };
    await addConsultation(tx, { ...own, ...said, limit, policyVersion: 1, ...clock });
    await note(tx, { id, report }, { type: 'consultation-asked', at: askedAt, actor: asker });
  });
  const handle = await h.env.client.workflow.start(consultationWorkflow, {
    ...consultationOptions(id),
    staticSummary: '',
  });
  return { id, clock, handle, report };
}

/** The agency answers it, or national withdraws it; its workflow ends. */
export async function settle(
  h: Harness,
  question: Question,
  status: 'answered' | 'withdrawn',
): Promise<void> {
  const at = new Date(await h.nowMs()).toISOString();
  const words = status === 'answered' ? { actor: asked, text: 'Ya.' } : { actor: asker };
  await h.sql.begin(async (tx) => {
    await settleConsultation(tx, question.id, {
      status,
      at,
      ...(status === 'answered' && { answer: 'Ya.', by: asked.name }),
    });
    await note(tx, question, { type: `consultation-${status}`, at, ...words });
  });
  await question.handle.signal(consultationSignals[status]);
  await question.handle.result();
}

async function note(
  tx: Db,
  { id, report }: Pick<Question, 'id' | 'report'>,
  happened: Parameters<typeof noteConsultation>[3],
): Promise<void> {
  const k = await consultationById(tx, id);
  if (!k) throw new Error(`${id} is not there.`);
  await noteConsultation(tx, k, { ...(await report.case()), title: 'Judul' }, happened, false);
}
