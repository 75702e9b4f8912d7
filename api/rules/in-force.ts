// The rules in force as a request sees them: kept in memory, told to be still so by the statement that found out who asks.
import type { Rules } from '../../db/rules/kept-rules.ts';
import type { Sight } from '../identity/sight.ts';
import type { Services } from '../services.ts';

/** Calendar, policy and offices. */
export function rulesInForce(
  { sql, keptRules }: Services,
  { sight }: { sight: Sight | undefined },
): Promise<Rules> {
  return sight ? keptRules.at(sql, sight.rulesVersion) : keptRules.now(sql);
}
