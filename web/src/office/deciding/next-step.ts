// What will happen next, in one line: where a decision takes the report (SOP 2–11), by the limits in force.
import { decidingRow, procedure, rulesOf } from '../../../../sop/procedure.ts';
import {
  firstResponseOf,
  type Level,
  limitForKind,
  limitKindOf,
  rejectionLimit,
  type OfficeAction,
  type Step,
} from '../../../../sop/terms.ts';
import type { OfficeTexts } from '../../texts/office.ts';
import type { Item, Policy, Report } from '../../api/types.ts';
import { limitWords } from '../working-time.ts';

/** The row that a decision leads to; of several the last one is that of a disposition. */
function rowAfter(action: OfficeAction, step: Step, disposes: boolean): Step | undefined {
  const leads = rulesOf(action, step).flatMap(({ to }) => to.filter((lead) => typeof lead === 'number'));
  return disposes ? leads.at(-1) : leads[0];
}

interface Decided {
  action: OfficeAction;
  /** Of whoever decides. */
  level: Level | undefined;
  step: Step;
  /** The office chosen; undefined: none yet. */
  office: string | undefined;
  /** What the report is to be, when that changes. */
  to?: Pick<Report, 'kind' | 'oversight'>;
  disposes: boolean;
  /** As a duplicate of another report. */
  repeats?: boolean;
  /** Of the report, or of one of many that stand alike. */
  report: Standing;
}

/** How it stands; an item of a list does not know the first response, and of many what remains is not said. */
type Standing = Pick<Item, 'kind' | 'oversight' | 'binding' | 'firstResponseDue' | 'holder'> &
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
  { action, level, step, office, disposes, repeats, to, report }: Decided,
  policy: Policy | undefined,
  { deciding: { next }, words }: OfficeTexts,
): string | undefined {
  if (!policy) return undefined;
  const limitFor = (row: Step, of: Pick<Report, 'kind' | 'oversight'>) =>
    limitWords(limitForKind(policy.rows[row], limitKindOf(of)), words.time);
  const limit = (row: Step) => limitFor(row, report);
  const sentences = (...said: (string | false | undefined)[]) => said.filter(Boolean).join(' ');
  const { limit: response, from } = firstResponseOf(policy.firstResponse);
  // reading 29: what the agency owed goes on with the unit.
  const firstResponse =
    from === 'agency' ? next.firstResponseGoesOn : next.firstResponse(limitWords(response, words.time));
  const row = rowAfter(action, step, disposes);
  switch (action) {
    case 'receive':
    case 'accept':
    case 'dispose': {
      if (!row) return undefined;
      if (!disposes) return sentences(next.mine(row, words.rows[row], limit(row)), next.charged);
      const whole = report.remaining?.totalDays ?? null;
      return sentences(
        next.down(office ?? next.chosen, row, words.rows[row], limit(row)),
        report.binding.goes && next.binding,
        row === 6 && !report.firstResponse && firstResponse,
        whole !== null && next.whole(whole),
        next.charged,
      );
    }
    case 'return':
      return (
        row &&
        sentences(
          next.up(words.levels[procedure[row].holder], row, words.rows[row], limit(row)),
          next.charged,
        )
      );
    case 'respond':
      if (step === 11) return next.further(limit(11));
      return row
        ? next.respondReceives(isFurther(action, step, report), row, words.rows[row], limit(row))
        : next.respond(isFurther(action, step, report));
    case 'answer':
      return next.answer(limit(11));
    case 'reject': {
      const only = rulesOf(action, step).every(({ duplicateOf }) => duplicateOf === 'required');
      const objecting = limitWords(rejectionLimit(policy), words.time);
      return repeats || only ? next.rejectDuplicate(objecting) : next.reject(objecting);
    }
    case 'recall': {
      const own = decidingRow[level as keyof typeof decidingRow] as Step | undefined;
      return own && next.recall(report.holder.name, own, words.rows[own], limit(own));
    }
    case 'ask':
      return next.ask;
    case 'correct': {
      const wholeFor = (of: Pick<Report, 'kind' | 'oversight'>) =>
        limitWords(policy.whole[limitKindOf(of)], words.time);
      const is = to ?? report;
      const moves = sentences(
        wholeFor(report) !== wholeFor(is) && next.correctWhole(wholeFor(report), wholeFor(is)),
        limit(step) !== limitFor(step, is) && next.correctRow(limit(step), limitFor(step, is)),
      );
      return sentences(moves || next.correct, next.corrected);
    }
    case 'extend': {
      const more = policy.extensions?.[limitKindOf(report)];
      return more && next.extend(limitWords(more, words.time));
    }
    case 'told':
      return next.told(limitWords(policy.completion, words.time));
    // To ask for completion.
    default:
      return next.completion(limitWords(policy.completion, words.time));
  }
}
