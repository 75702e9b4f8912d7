// reading 10: after a number of returns by the same level, the office above disposes bindingly.
import type { Case } from '../case.ts';
import type { Office } from '../offices.ts';

/** Whether a disposition to `target` is binding now; remembers it in the case. */
export function bindingFor(c: Case, target: Office): boolean {
  if (target.level === 'national') return false;
  const binding = c.returns[target.level] >= c.rules.returnsBeforeBinding;
  c.binding[target.level] = binding;
  return binding;
}
