// Which deadlines move by the rules in force: what a change lists beforehand, and what a recomputation then tells.
import { attach } from '../../sop/attach.ts';
import type { Case } from '../../sop/case.ts';
import type { Entry } from '../../sop/entry.ts';
import { type Move, movesByEntries, movesOf, type ReckonedAt } from '../../sop/recompute.ts';
import { rulesOf } from '../../sop/policy/policy.ts';
import { calendarOf } from '../../sop/time/calendar.ts';
import { clockFor } from '../../sop/time/deadline.ts';
import type { Db } from '../connection/client.ts';
import { readRules, type Rules } from './kept-rules.ts';
import { publicZone } from '../../sop/offices.ts';

/** By the rules as `db` sees them now; what it gives throws for a case that cannot be reckoned. */
export async function movesByRules(db: Db): Promise<(c: Case) => Move[]> {
  const rules = await readRules(db);
  const at = reckonedAt(rules);
  return (c) => movesOf(c, rules.policy.document, at);
}

/** Which deadlines of the report would move by these entries (readings 19, 25). */
export function movesByDecision(rules: Rules, c: Case, entries: readonly Entry[]): Move[] {
  return movesByEntries(c, entries, rules.policy.document, reckonedAt(rules));
}

/** The case after the last of these entries, with its clocks as the record would reckon them now. */
export function caseAfter(rules: Rules, c: Case, entries: readonly Entry[]): Case {
  const { document: policy, version: policyVersion } = rules.policy;
  const at = reckonedAt(rules);
  const clocks = entries.flatMap(({ seq, requests }) =>
    requests.map((request) => {
      const { officeId } = request;
      // Whom an alert would climb to is nothing that is asked here.
      const context = { policy, policyVersion, number: c.number, ladder: [officeId], ...at(officeId) };
      return { seq, clock: clockFor(request, context) };
    }),
  );
  return attach(entries.at(-1)?.after ?? c, { clocks, rules: rulesOf(policy) });
}

function reckonedAt({ calendar, offices }: Rules): ReckonedAt {
  return (id) => ({ zone: offices.get(id)?.zone ?? publicZone, calendar: calendarOf(calendar, id) });
}
