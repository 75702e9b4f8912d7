// reading 10: after a number of returns by the same level, the office above disposes bindingly.
import type { Case } from '../case.ts';
import type { Office } from '../offices.ts';
import type { Level } from '../terms.ts';

/** Whether a disposition to that level is binding now. */
export function isBinding(c: Case, level: Exclude<Level, 'national'>): boolean {
  return c.returns[level] >= c.rules.returnsBeforeBinding;
}

/** Whether a disposition to `target`, which is below the one who disposes, is binding now; remembers it in the case. */
export function bindingFor(c: Case, target: Office): boolean {
  const level = target.level as Exclude<Level, 'national'>;
  c.binding[level] = isBinding(c, level);
  return c.binding[level];
}
