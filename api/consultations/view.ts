// A question to another office, as offices see it (reading 24).
import type { z } from 'zod';
import type { consultation } from '../../contract/consultations.ts';
import { type ConsultationRow, isProvisionalQuestion } from '../../db/consultations/consultations.ts';
import type { Zone } from '../../sop/offices.ts';
import type { Calendar } from '../../sop/time/calendar.ts';
import { zoned, zonedOrNull } from '../values/zoned.ts';

export function consultationView(
  k: ConsultationRow,
  zone: Zone,
  calendar: Calendar,
): z.output<typeof consultation> {
  const missed = k.due < (k.endedAt ?? new Date());
  return {
    id: k.id,
    from: { id: k.fromId, name: k.fromName },
    office: { id: k.officeId, name: k.officeName },
    question: k.question,
    askedBy: k.askedBy,
    askedAt: zoned(k.askedAt, zone),
    deadline: zoned(k.due, zone),
    provisional: k.status === 'open' && isProvisionalQuestion(k, calendar),
    warnAt: zoned(k.warnAt, zone),
    overdue: k.status === 'open' && missed,
    status: k.status,
    endedAt: zonedOrNull(k.endedAt, zone),
    late: missed,
    answer: k.answer === null ? null : { text: k.answer, by: k.answeredBy ?? k.officeName },
  };
}
