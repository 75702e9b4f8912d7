// What will happen next, in one line: where a decision takes the report (SOP 2–11), by the limits in force.
import type { Level, OfficeAction, Step } from '../../../../sop/terms.ts';
import type { OfficeTexts } from '../../texts/office.ts';
import type { Item, Policy, Report } from '../types.ts';
import { limitWords } from '../working-time.ts';

const holders: Record<Step, Level | 'system'> = {
  1: 'system',
  2: 'national',
  3: 'agency',
  4: 'agency',
  5: 'agency',
  6: 'echelon1',
  7: 'echelon1',
  8: 'echelon1',
  9: 'upt',
  10: 'upt',
  11: 'system',
};
const received: Partial<Record<Step, Step>> = { 3: 4, 6: 7, 9: 10 };
const disposed: Partial<Record<Step, Step>> = { 2: 3, 4: 6, 5: 6, 7: 9, 8: 9 };
const returned: Partial<Record<Step, Step>> = { 4: 2, 7: 4, 9: 7, 10: 7 };
const accepted: Partial<Record<Step, Step>> = { 4: 5, 7: 8 };

interface Decided {
  action: OfficeAction;
  step: Step;
  /** The office chosen; undefined: none yet. */
  office: string | undefined;
  disposes: boolean;
  /** Of the report, or of one of many that stand alike. */
  report: Standing;
}

/** How it stands; an item of a list does not know the first response, and of many what remains is not said. */
type Standing = Pick<Item, 'binding' | 'firstResponseDue'> &
  Partial<Pick<Report, 'firstResponse' | 'remaining'>>;

/** Whether the office only says more: the first response was given, or the answer. */
export function isFurther(
  action: OfficeAction,
  step: number,
  { firstResponse, firstResponseDue }: Pick<Standing, 'firstResponse' | 'firstResponseDue'>,
): boolean {
  const given = firstResponse === undefined ? firstResponseDue === null : firstResponse !== null;
  return action === 'respond' && (step === 11 || given);
}

/** Undefined until the policy is known, or when the action leads nowhere from that row. */
export function nextStepWords(
  { action, step, office, disposes, report }: Decided,
  policy: Policy | undefined,
  { deciding: { next }, words }: OfficeTexts,
): string | undefined {
  if (!policy) return undefined;
  const limit = (row: Step) => limitWords(policy.rows[row], words.time);
  const firstResponse = next.firstResponse(limitWords(policy.firstResponse, words.time));
  const mine = (row: Step | undefined) => row && next.mine(row, words.rows[row], limit(row));
  switch (action) {
    case 'receive':
      return mine(received[step]);
    case 'accept':
    case 'dispose': {
      const row = disposes ? disposed[step] : accepted[step];
      if (!row || !disposes) return mine(row);
      const whole = report.remaining?.totalDays ?? null;
      return [
        next.down(office ?? next.chosen, row, words.rows[row], limit(row)),
        report.binding.goes && next.binding,
        row === 6 && !report.firstResponse && firstResponse,
        whole !== null && next.whole(whole),
      ]
        .filter(Boolean)
        .join(' ');
    }
    case 'return': {
      const row = returned[step];
      return row && next.up(words.levels[holders[row]], row, words.rows[row], limit(row));
    }
    case 'respond':
      if (step === 11) return next.further(limit(11));
      return step === 6
        ? next.respondReceives(isFurther(action, step, report), 7, words.rows[7], limit(7))
        : next.respond(isFurther(action, step, report));
    case 'answer':
      return next.answer(limit(11));
    case 'reject':
      return next.reject;
    case 'told':
      return next.told(limitWords(policy.completion, words.time));
    // To ask for completion.
    default:
      return next.completion(limitWords(policy.completion, words.time));
  }
}
