// reading 16: another calendar moves the deadlines of open questions to other offices too; another policy is for new ones (24).
import {
  type ConsultationRow,
  consultationById,
  markConsultationTold,
  moveConsultation,
  openConsultations,
} from '../../db/consultations/consultations.ts';
import { noteConsultation } from '../../db/consultations/note-consultation.ts';
import { lockComplaint } from '../../db/complaints/update-complaint.ts';
import type { Sql } from '../../db/connection/client.ts';
import { readCalendar } from '../../db/rules/calendar.ts';
import { policyInForce } from '../../db/rules/policies.ts';
import type { Engine } from '../../engine/engine.ts';
import { system } from '../../sop/case.ts';
import { calendarOf } from '../../sop/time/calendar.ts';
import { consultationClock, type ConsultationClock } from '../../sop/beside/consultation.ts';
import { eachItem } from '../each-item.ts';

const page = 500;

/** `why`: as the record of each that moves says. Repeating it moves nothing twice. */
export async function recomputeConsultations(
  sql: Sql,
  { consultations }: Engine,
  why: string,
): Promise<void> {
  const calendars = await readCalendar(sql);
  const { warnAtFraction } = (await policyInForce(sql)).document;
  const clockOf = ({ timeLimit, askedAt, officeId, officeZone: zone }: ConsultationRow) =>
    consultationClock(timeLimit, askedAt.toISOString(), warnAtFraction, {
      zone,
      calendar: calendarOf(calendars, officeId),
    });
  for (let after = '', size = page; size === page; ) {
    const rows = await openConsultations(sql, after, page);
    const moving = rows.filter((k) => clockOf(k).due !== k.due.toISOString());
    await eachItem(
      sql,
      { job: 'consultations', nameOf: ({ id }: ConsultationRow) => id },
      moving,
      async (k) => {
        const movedAt = await move(sql, k, clockOf(k), why);
        if (movedAt === undefined) return;
        // Who dies before leaves that to the sweep: it may wait for a later deadline than it has now.
        await consultations.tell(k.id, 'recomputed');
        await markConsultationTold(sql, k.id, movedAt);
      },
    );
    size = rows.length;
    after = rows.at(-1)?.id ?? after;
  }
}

/** Gives when it moved; undefined when it has ended meanwhile. ISO 8601 UTC. */
async function move(
  sql: Sql,
  { id, number }: ConsultationRow,
  clock: ConsultationClock,
  why: string,
): Promise<string | undefined> {
  return sql.begin(async (tx) => {
    const complaint = await lockComplaint(tx, number);
    const before = await consultationById(tx, id);
    if (!complaint?.state || before?.status !== 'open') return undefined;
    const at = new Date().toISOString();
    await moveConsultation(tx, id, { ...clock, at });
    const report = { ...complaint.state, title: complaint.title };
    const k = { ...before, due: new Date(clock.due) };
    const happened = { at, actor: system, text: why };
    // Nobody is mailed: whoever is asked sees the new deadline.
    await noteConsultation(tx, k, report, { type: 'consultation-recomputed', ...happened }, false);
    const isUndone = before.lateAt !== null && clock.due > at;
    if (isUndone)
      await noteConsultation(
        tx,
        before,
        report,
        { type: 'consultation-unbreached', at, actor: system },
        false,
      );
    return at;
  });
}
