// SOP 1: a report comes in, gets its number, is acknowledged, and goes to national or straight to an agency.
import { type Rules, system, type Case } from '../case.ts';
import type { Entry } from '../entry.ts';
import type { Office } from '../offices.ts';
import type { Kind } from '../terms.ts';
import { Transition } from '../transition.ts';
import { toAgency } from './national.ts';

export interface Filing {
  number: string;
  kind: Kind;
  oversight: boolean;
  /** ISO 8601 UTC. */
  receivedAt: string;
  national: Office;
  /** Set when the public chose the agency (SOP 3: "atau langsung dari masyarakat"). */
  agency: Office | null;
  /** The policy's numbers as it is filed; what 0.1.0 started with lacks them, and got them with its first record. */
  rules?: Rules;
}

/**
 * SOP 1, then the arrival at row 2 or 3, both at the instant the report was received. `now`: when its clocks begin to be
 * watched, long after for a backlog (reading 15). ISO 8601 UTC.
 */
export function file(filing: Filing, now?: string): { next: Case; entries: Entry[] } {
  const { number, kind, oversight, receivedAt, national, agency } = filing;
  const blank: Case = {
    number,
    kind,
    oversight,
    status: 'received',
    step: 1,
    holder: null,
    revision: 1,
    seq: 0,
    visit: 0,
    path: { national },
    returns: { agency: 0, echelon1: 0, upt: 0 },
    binding: { agency: false, echelon1: false, upt: false },
    objections: 0,
    answeredAt: null,
    firstResponseGiven: false,
    wholeFor: null,
    wholes: {},
    wholeStopped: null,
    awaits: {},
    clocks: {},
    stopped: null,
    direct: agency !== null,
    rules: filing.rules ?? { returnsBeforeBinding: 2, maxObjections: 2 },
  };
  const t = new Transition(blank, system, receivedAt, now);
  t.write('filed', {}, (entry) => t.enter(entry, 1, null));
  t.write('acknowledged', {}, (entry) => {
    if (agency) toAgency(t, entry, agency);
    else t.enter(entry, 2, national);
  });
  return { next: t.next, entries: t.entries };
}
