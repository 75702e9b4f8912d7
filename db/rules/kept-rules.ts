// What deadlines are reckoned by, kept in memory for as long as it stays so (readings 7, 16, 29).
import type { Office } from '../../sop/offices.ts';
import type { Calendars } from '../../sop/time/calendar.ts';
import type { Db } from '../connection/client.ts';
import { everyOffice } from '../offices/offices.ts';
import { readCalendar } from './calendar.ts';
import { policyInForce, type PolicyRow } from './policies.ts';

export interface Rules {
  policy: PolicyRow;
  calendar: Calendars;
  /** Every office by id, those that are no more among them. */
  offices: ReadonlyMap<string, Office>;
}

/** Of one database. */
export class KeptRules {
  private known: { version: string; rules: Rules } | undefined;

  /**
   * The rules at the version that a statement of this transaction has just read (`rules_version`). What is read anew may be
   * of a later one still: then the next to ask has that version, and reads again.
   */
  async at(db: Db, version: string): Promise<Rules> {
    if (this.known?.version === version) return this.known.rules;
    const rules = {
      policy: await policyInForce(db),
      calendar: await readCalendar(db),
      offices: await everyOffice(db),
    };
    this.known = { version, rules };
    return rules;
  }
}
