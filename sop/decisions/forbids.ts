// What happened to a report before may forbid a decision that its row has.
import { type Case, objectionTo } from '../case.ts';
import { publicZone } from '../offices.ts';
import type { RefusalCode } from '../refusal.ts';
import { type Action, limitKindOf } from '../terms.ts';
import type { Clock } from '../time/clock.ts';
import { dayIn } from '../time/local-time.ts';

/** Why a decision that the row has is not open all the same: what happened to this report before. */
export function forbids(c: Case, action: Action, at: string): RefusalCode | undefined {
  const { holder, stopped, stay, rules } = c;
  switch (action) {
    case 'return':
      // reading 10
      return holder && holder.level !== 'national' && c.binding[holder.level]
        ? 'binding-disposition'
        : undefined;
    case 'objection':
      if (c.rejection) return objectionTo(c) ? undefined : 'objection-limit';
      return c.objections >= rules.maxObjections ? 'objection-limit' : undefined;
    case 'reject':
      // reading 18: nor was it ever answered.
      return c.answeredAt === null ? undefined : 'wrong-step';
    case 'request-completion':
      return (stay?.completions ?? 0) >= (rules.completionsPerStay ?? Infinity)
        ? 'already-requested'
        : undefined;
    case 'message':
      return hasWrittenEnough(c, at) ? 'too-many-messages' : undefined;
    case 'extend':
      return whyNoExtension(c, at);
    case 'told':
      return stopped?.untold ? undefined : 'wrong-step';
    case 'respond':
      // reading 11: respon awal runs on while the reporter completes the report, where it is owed.
      // reading 29: before Eselon 1 only where the agency owes it.
      return c.step < 6 && c.firstResponseFrom !== 'agency' ? 'wrong-step' : undefined;
    default:
      return undefined;
  }
}

/** reading 20: what the reporter may write on one day in Jakarta. */
const messagesPerDay = 10;

function hasWrittenEnough({ messages }: Case, at: string): boolean {
  return messages?.day === dayIn(at, publicZone) && messages.count >= messagesPerDay;
}

/** reading 25: once a report, where the policy gives it for the kind, while neither the row's limit nor the whole is missed. */
function whyNoExtension(c: Case, at: string): RefusalCode | undefined {
  if (!c.rules.extensions?.[limitKindOf(c)]) return 'wrong-step';
  if (c.extended) return 'already-extended';
  const { row, whole } = c.clocks;
  const isPast = (clock: Clock) => Date.parse(clock.due) < Date.parse(at);
  return !row || isPast(row) || (whole && isPast(whole)) ? 'limit-missed' : undefined;
}
