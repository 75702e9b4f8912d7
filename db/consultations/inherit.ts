// reading 27: what an office that ended had asked, or was asked, is its successor's (24).
import { system } from '../../sop/case.ts';
import type { Entry } from '../../sop/entry.ts';
import { lockComplaint } from '../complaints/update-complaint.ts';
import type { Db } from '../connection/client.ts';
import { consultationById, settleConsultation } from './consultations.ts';
import { noteConsultation, type Report } from './note-consultation.ts';

/** With the entry by which its report moves: the successor has asked. Nobody asks themselves: such a question ends with what the office left. */
export async function inheritAsked(
  tx: Db,
  report: Report,
  { from, to, at }: Pick<Entry, 'from' | 'to' | 'at'>,
  mailing: boolean,
): Promise<void> {
  const moved = await tx<{ id: string }[]>`
    update consultations set from_office_id = ${to}
    where number = ${report.number} and from_office_id = ${from} and office_id <> ${to} and status = 'open'
    returning id`;
  for (const { id } of moved) await noteOne(tx, id, report, { type: 'consultation-inherited', at }, mailing);
}

/** As the office ends: the successor is asked, unless it asked itself, or is asked about that report already; then the question ends. */
export async function inheritQuestions(
  tx: Db,
  { officeId, successorId }: { officeId: string; successorId: string },
  mailing: boolean,
): Promise<void> {
  const open = await tx<{ id: string; number: string }[]>`
    select id, number from consultations where office_id = ${officeId} and status = 'open' order by number, id`;
  for (const { id, number } of open) {
    const complaint = await lockComplaint(tx, number);
    // Answered, or withdrawn, since it was looked for.
    if (!complaint?.state || (await consultationById(tx, id))?.status !== 'open') continue;
    const moved = await tx`
      update consultations k set office_id = ${successorId}
      where id = ${id} and from_office_id <> ${successorId} and not exists (
        select from consultations o
        where o.number = k.number and o.office_id = ${successorId} and o.status = 'open')
      returning id`;
    const at = new Date().toISOString();
    const type = moved.length > 0 ? 'consultation-inherited' : 'consultation-ended';
    if (moved.length === 0) await settleConsultation(tx, id, { status: 'ended', at });
    await noteOne(tx, id, { ...complaint.state, title: complaint.title }, { type, at }, mailing);
  }
}

async function noteOne(
  tx: Db,
  id: string,
  report: Report,
  happened: { type: 'consultation-inherited' | 'consultation-ended'; at: string },
  mailing: boolean,
): Promise<void> {
  const k = await consultationById(tx, id);
  if (k) await noteConsultation(tx, k, report, { ...happened, actor: system }, mailing);
}
