// A question to another office (reading 24) as its clock finds it: ended, due to ring, or running on.
import { consultationById, markConsultationClosed, noteRung } from '../../db/consultations/consultations.ts';
import { endConsultations, noteConsultation } from '../../db/consultations/note-consultation.ts';
import { lockComplaint } from '../../db/complaints/update-complaint.ts';
import { within } from '../../db/connection/away.ts';
import type { Sql } from '../../db/connection/client.ts';
import { system } from '../../sop/case.ts';
import { rungOf } from '../../sop/beside/consultation.ts';
import type { ConsultationLook, Look } from '../types.ts';

/** Shorter than the activity's time. */
const patienceMs = 8_000;

/** See `ConsultationActivities.lookAtConsultation`. */
export function lookAtConsultation(sql: Sql, asked: ConsultationLook, mailing: boolean): Promise<Look> {
  return within(patienceMs, look(sql, asked, mailing));
}

function look(sql: Sql, { id, at }: ConsultationLook, mailing: boolean): Promise<Look> {
  return sql.begin(async (tx) => {
    const number = (await consultationById(tx, id))?.number;
    const complaint = number === undefined ? undefined : await lockComplaint(tx, number);
    if (!complaint?.state) throw new Error(`Consultation ${id} is not in the record.`);
    const report = { ...complaint.state, title: complaint.title };
    // The transaction that moved the report has done so already, unless the release before wrote it.
    await endConsultations(tx, report, { holderId: report.holder?.id ?? null, at }, mailing);
    const k = await consultationById(tx, id);
    if (k?.status !== 'open') {
      await markConsultationClosed(tx, id);
      return { over: true, next: null };
    }
    const { due, warnAt, warnedAt, lateAt, timeLimit: limit, officeZone: zone } = k;
    const clock = { due: due.toISOString(), warnAt: warnAt.toISOString() };
    const rung = { ...clock, number: k.number, limit, warned: warnedAt !== null, late: lateAt !== null };
    const { ring, next } = rungOf(rung, at);
    if (ring) {
      await noteRung(tx, id, ring === 'consultation-late' ? 'late' : 'warned', at);
      await noteConsultation(tx, k, report, { type: ring, at, actor: system }, mailing);
    }
    return next
      ? { over: false, next: next.at, rung: { ...next, due: clock.due, zone } }
      : { over: false, next };
  });
}
