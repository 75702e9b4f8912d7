// Which limit a clock runs by, and how long the policy in force makes it.
import type { Policy } from '../policy/policy.ts';
import { procedure, type Row, waiting } from '../procedure.ts';
import type { ClockName, Ending, Kind, Limit, Step } from '../terms.ts';

/** Of the clock of that name: the limit of a row, respon awal, of the whole by kind (reading 13), of the completion. */
export type LimitOf =
  | { clock: 'row'; step: Step }
  | { clock: 'firstResponse' }
  | { clock: 'whole'; kind: Kind | 'oversight' }
  | { clock: 'completion' };

/** How histories of 0.1.0 say the same. */
export interface WrittenLimit {
  clock: ClockName;
  limit: `row-${Step}` | 'first-response' | `whole-${Kind | 'oversight'}` | 'completion';
}

/** Reads a limit as a history has it. */
function read(which: LimitOf | WrittenLimit): LimitOf {
  if (!('limit' in which)) return which;
  const name = which.limit.slice(which.limit.indexOf('-') + 1);
  switch (which.clock) {
    case 'row':
      return { clock: 'row', step: Number(name) as Step };
    case 'whole':
      return { clock: 'whole', kind: name as Kind | 'oversight' };
    default:
      return { clock: which.clock };
  }
}

/** How long it is by a policy. */
export function limitOf(policy: Policy, which: LimitOf | WrittenLimit): Limit {
  const limit = read(which);
  switch (limit.clock) {
    case 'row':
      return policy.rows[limit.step];
    case 'whole':
      return policy.whole[limit.kind];
    default:
      return policy[limit.clock];
  }
}

/** How the report ends when it is missed; undefined: that alerts, and ends nothing (reading 3). */
export function limitEnds(which: LimitOf | WrittenLimit): Ending | undefined {
  const limit = read(which);
  if (limit.clock === 'completion') return waiting.limitEnds;
  const row: Row | undefined = limit.clock === 'row' ? procedure[limit.step] : undefined;
  return row?.limitEnds;
}
