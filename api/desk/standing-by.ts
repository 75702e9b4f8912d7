// Whether a decision may stand by to be sent, and for how long.
import type { z } from 'zod';
import type { decision } from '../../contract/decision.ts';
import type { ComplaintRow } from '../../db/complaints/complaint-row.ts';
import type { DraftRow } from '../../db/desk/drafts.ts';
import type { Rules } from '../../db/rules/kept-rules.ts';
import { refusalOf } from '../../sop/refusal.ts';
import { decisionOf } from '../complaints/decide-as.ts';
import { Problem } from '../http/problems.ts';
import type { User } from '../identity/session.ts';
import type { Services } from '../services.ts';

/** How long an answer or a rejection stands by. */
const standsBySeconds = 10;
/** No limit may be missed by it: where one ends so soon, it goes at once. */
const nearSeconds = 60;

type Decision = z.output<typeof decision>;

/** Throws `Problem` where the decision would be refused now; `revision`: that was seen, null: any. */
export async function secondsToStandBy(
  services: Services,
  { user, row, rules }: { user: User; row: ComplaintRow; rules: Rules },
  body: Decision,
  revision: number | null,
): Promise<number> {
  const wanted = await decisionOf(services, { user, number: row.number, rules }, body);
  const now = new Date();
  const full = { ...wanted, ...(revision !== null && { expectedRevision: revision }) };
  const refused = row.state ? refusalOf(row.state, full, now.toISOString()) : 'wrong-step';
  if (refused) throw new Problem(refused);
  return endsSoon(row, now) ? 0 : standsBySeconds;
}

/** As they are typed again, when it is taken back. */
export function wordsOf({ text, reason, duplicateOf }: Omit<Decision, 'action'>): DraftRow['words'] {
  return { text: text ?? '', reason: reason ?? '', duplicateOf: duplicateOf ?? '' };
}

/** Whether a limit that somebody is held to ends before it would have gone. */
function endsSoon({ deadline, wholeDue, firstResponseDue }: ComplaintRow, now: Date): boolean {
  return [deadline, wholeDue, firstResponseDue].some((due) => {
    const left = due ? (due.getTime() - now.getTime()) / 1000 : -1;
    return left >= 0 && left < nearSeconds;
  });
}
