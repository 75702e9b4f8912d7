// What deadlines are reckoned by, kept in memory for as long as it stays so (readings 7, 16, 29).
import type { Office } from '../../sop/offices.ts';
import type { Calendars } from '../../sop/time/calendar.ts';
import type { Db } from '../connection/client.ts';
import { one } from '../connection/rows.ts';
import { everyOffice } from '../offices/offices.ts';
import { readCalendar } from './calendar.ts';
import { policyInForce, type PolicyRow } from './policies.ts';

export interface Rules {
  policy: PolicyRow;
  calendar: Calendars;
  /** Every office by id, those that are no more among them. */
  offices: ReadonlyMap<string, Office>;
  /** Of them those that take reports and people: none that ends (reading 27). */
  openOffices: ReadonlyMap<string, Office>;
  /** The active one; undefined: there is none. */
  national: Office | undefined;
}

/** As `db` sees them now: what a transaction has changed itself is among it. */
export async function readRules(db: Db): Promise<Rules> {
  const policy = await policyInForce(db);
  const calendar = await readCalendar(db);
  return { policy, calendar, ...officesOf(await everyOffice(db)) };
}

/** The version of the rules, to stand in a statement that is asked anyway. */
export function rulesVersion(db: Db) {
  return db`(select version from rules_version)`;
}

/** Of one database. */
export class KeptRules {
  private known: { version: string; rules: Rules } | undefined;

  /**
   * The rules at the version that a statement has just read (`rulesVersion`), in the same transaction where there is one.
   * What is read anew may be of a later one still: then the next to ask has that version, and reads again. A transaction
   * that has changed them itself asks `readRules`.
   */
  async at(db: Db, version: string): Promise<Rules> {
    if (this.known?.version === version) return this.known.rules;
    this.known = { version, rules: await readRules(db) };
    return this.known.rules;
  }

  /** As they are now, for who has asked no statement yet that could bring their version along. */
  async now(db: Db): Promise<Rules> {
    const { version } = one(await db<{ version: string }[]>`select ${rulesVersion(db)} as version`);
    return this.at(db, version);
  }
}

function officesOf(
  rows: Awaited<ReturnType<typeof everyOffice>>,
): Pick<Rules, 'offices' | 'openOffices' | 'national'> {
  const known = rows.map(({ active, takes, ...office }) => ({ active, takes, office }));
  const byId = (some: typeof known) => new Map(some.map(({ office }) => [office.id, office]));
  return {
    offices: byId(known),
    openOffices: byId(known.filter(({ takes }) => takes)),
    national: known.find(({ active, office }) => active && office.level === 'national')?.office,
  };
}
