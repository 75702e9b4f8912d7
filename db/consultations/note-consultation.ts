// Everything that follows from what happened to a question (reading 24), in its transaction: the record, who is told, who is called.
import { system } from '../../sop/case.ts';
import type { ConsultationEvent } from '../../sop/beside/consultation.ts';
import { consultationNotice } from '../../sop/notices/consultation-notices.ts';
import { dueIn } from '../../sop/notices/told.ts';
import type { Status, Step } from '../../sop/terms.ts';
import { officesInvolved } from '../complaints/involved.ts';
import type { Db } from '../connection/client.ts';
import { insertNotifications } from '../messages/notifications.ts';
import { insertCalls } from '../messages/webhook-calls.ts';
import { addConsultationEvent, type NewConsultationEvent } from './consultation-events.ts';
import { readCalendar } from '../rules/calendar.ts';
import {
  type ConsultationRow,
  consultationsOf,
  isProvisionalQuestion,
  settleConsultation,
} from './consultations.ts';

/** The report as it stands. */
export interface Report {
  number: string;
  title: string;
  step: Step;
  status: Status;
}

interface Happened extends Pick<NewConsultationEvent, 'at' | 'actor' | 'text' | 'under'> {
  type: ConsultationEvent;
}

/** `k` with its deadline as it is now; the report is locked. */
export async function noteConsultation(
  tx: Db,
  k: ConsultationRow,
  report: Report,
  { type, at, actor, text, under }: Happened,
  mailing: boolean,
): Promise<void> {
  const { number, step, status } = report;
  const deadline = k.due.toISOString();
  const written = await addConsultationEvent(tx, {
    consultation: k,
    type,
    at,
    step,
    status,
    actor,
    ...(text !== undefined && { text }),
    deadline,
    under,
  });
  const sides = [
    { side: 'asked', officeId: k.officeId, zone: k.officeZone },
    { side: 'asker', officeId: k.fromId, zone: k.fromZone },
  ] as const;
  const provisional = isProvisionalQuestion(k, await readCalendar(tx));
  const notices = sides.flatMap(({ side, officeId, zone }) => {
    const facts = {
      number,
      title: report.title,
      from: k.fromName,
      office: k.officeName,
      deadline: dueIn(deadline, zone, provisional),
      text: text ?? '',
    };
    const notice = consultationNotice(type, side, facts);
    return notice ? [{ key: `${k.id}:${written.nth}:${officeId}`, number, officeId, ...notice }] : [];
  });
  await insertNotifications(tx, notices, mailing);
  const eyes = (await officesInvolved(tx, [number])).get(number) ?? [];
  const { id: consultation, fromId: from, officeId: to } = k;
  const data = { number, step, status, consultation, from, to, deadline, provisional };
  const call = { type: `complaint.${type}`, timestamp: written.at.toISOString(), data };
  const offices = [...new Set([...eyes, k.fromId, k.officeId])];
  await insertCalls(tx, number, [{ key: `consultation:${written.nth}`, call }], offices);
}

/**
 * Ends what offices asked that do not hold the report any more. `holderId`: who holds it since `at`, null: nobody. To be
 * called in the transaction that writes so.
 */
export async function endConsultations(
  tx: Db,
  report: Report,
  { holderId, at }: { holderId: string | null; at: string },
  mailing: boolean,
): Promise<void> {
  for (const k of await consultationsOf(tx, report.number)) {
    if (k.status !== 'open' || k.fromId === holderId) continue;
    // What moved it may have been taken before the question was asked, and be written only now.
    const ended = k.askedAt.toISOString() > at ? k.askedAt.toISOString() : at;
    await settleConsultation(tx, k.id, { status: 'ended', at: ended });
    await noteConsultation(tx, k, report, { type: 'consultation-ended', at: ended, actor: system }, mailing);
  }
}
