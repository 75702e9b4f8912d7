// What a change of the rules does to each office: how many deadlines move, to when, and what becomes late by it.
import type { Case } from '../../sop/case.ts';
import type { Move } from '../../sop/recompute.ts';

export interface OfficeMoves {
  officeId: string;
  total: number;
  /** Deadlines that were ahead and would be past. */
  late: number;
  /** Deadlines that were past and would be ahead. */
  relieved: number;
  /** The first and the last of the new ones. ISO 8601 UTC. */
  earliest: string;
  latest: string;
}

export class ByOffice {
  private readonly offices = new Map<string, OfficeMoves>();
  private readonly now: string;

  /** `now`: ISO 8601 UTC. */
  constructor(now: string) {
    this.now = now;
  }

  /** A clock that stands still is late by nothing: it goes on when the report does. */
  add(c: Case, moves: readonly Move[]): void {
    for (const { officeId, clock, old, new: due } of moves) {
      const known = this.offices.get(officeId);
      const sum = known ?? { officeId, total: 0, late: 0, relieved: 0, earliest: due, latest: due };
      this.offices.set(officeId, sum);
      const runs = c.clocks[clock]?.due === old;
      sum.total += 1;
      if (runs && old > this.now && due <= this.now) sum.late += 1;
      if (runs && old <= this.now && due > this.now) sum.relieved += 1;
      if (due < sum.earliest) sum.earliest = due;
      if (due > sum.latest) sum.latest = due;
    }
  }

  /** Those with the most that becomes late first, then those with the most that moves. */
  list(): OfficeMoves[] {
    return [...this.offices.values()].toSorted(
      (a, b) => b.late - a.late || b.total - a.total || a.officeId.localeCompare(b.officeId),
    );
  }
}
