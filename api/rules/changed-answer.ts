// What changes of the rules have in common: what was seen, and what is answered.
import { createHash } from 'node:crypto';
import type { FastifyRequest } from 'fastify';
import type { CalendarDay } from '../../db/rules/calendar.ts';
import type { OfficeHours } from '../../sop/time/calendar.ts';
import { Problem } from '../http/problems.ts';
import type { User } from '../identity/session.ts';
import { zoned, zonedMove } from '../values/zoned.ts';
import type { Changed } from './change-rules.ts';

/** Of what was read, in any order of asking: the same content is the same revision. */
export function revisionOf(days: readonly CalendarDay[], hours: readonly OfficeHours[]): string {
  return createHash('sha256')
    .update(JSON.stringify([days, hours]))
    .digest('hex')
    .slice(0, 16);
}

/** Nobody's change is overwritten unseen. `named`: the revision that came along in the body, as it was read. */
export function requireUnchanged(
  { headers }: FastifyRequest,
  revision: string,
  named: string | undefined,
): void {
  const { 'if-match': seen = '*' } = headers;
  const isSeen = seen === '*' || seen === `"${revision}"`;
  if (!isSeen || (named !== undefined && named !== revision)) throw new Problem('rules-changed');
}

export function answerOf(
  { recomputation: id, total, moves, offices }: Changed,
  { user: { office }, preview, why }: { user: User; preview: boolean; why: string },
) {
  const changes = moves.map((move) => zonedMove(move, office.zone));
  const byOffice = offices.map((one) => ({
    ...one,
    earliest: zoned(one.earliest, office.zone),
    latest: zoned(one.latest, office.zone),
  }));
  return { preview, why, recomputation: id ?? null, total, changes, offices: byOffice };
}
