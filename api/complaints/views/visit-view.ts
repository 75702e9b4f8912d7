// A visit as the office's view has it: what it consumed, and what stood still (reading 17).
import type { ComplaintRow } from '../../../db/complaints/complaint-row.ts';
import type { BreachRow, VisitRow } from '../../../db/record/visits.ts';
import type { IsProvisional } from '../../../db/record/provisional-dues.ts';
import type { Zone } from '../../../sop/offices.ts';
import { type Calendars, calendarOf } from '../../../sop/time/calendar.ts';
import { officeMsBetween } from '../../../sop/time/office-time.ts';
import { zoned, zonedOrNull } from '../../values/zoned.ts';
import type { OfficeView } from './office-view.ts';

/** reading 17: the office that the breach belongs to. */
export function chargedBy({ chargedId, chargedName }: BreachRow) {
  return { id: chargedId, name: chargedName };
}

/** Office milliseconds that a limit has stood still for, up to now where it still does. */
function stoodMs(
  { pausedAt, pausedMs }: VisitRow,
  { holderId, holderZone }: ComplaintRow,
  calendar: Calendars,
): number {
  if (!pausedAt || !holderZone) return pausedMs;
  return (
    pausedMs + officeMsBetween(calendarOf(calendar, holderId), holderZone, pausedAt.getTime(), Date.now())
  );
}

/** In the zone given; `row`: the complaint, whose limit may stand still now. */
export function visitOf(
  visit: VisitRow,
  breaches: BreachRow[],
  {
    row,
    calendar,
    zone,
    isProvisional,
  }: { row: ComplaintRow; calendar: Calendars; zone: Zone; isProvisional: IsProvisional },
): OfficeView['visits'][number] {
  const { officeId, officeName, consumedMs, breachedAt } = visit;
  const breach = breaches.find(({ clock, at }) => clock === 'row' && at.getTime() === breachedAt?.getTime());
  return {
    visit: visit.visit,
    step: visit.step,
    office: officeId === null ? null : { id: officeId, name: officeName ?? officeId },
    receivedAt: zoned(visit.receivedAt, zone),
    dueAt: zonedOrNull(visit.dueAt, zone),
    provisional: visit.endedAt === null && isProvisional(row.number, visit.dueAt),
    endedAt: zonedOrNull(visit.endedAt, zone),
    consumedMinutes: consumedMs === null ? null : Math.round(consumedMs / 60_000),
    pausedMinutes: Math.round(stoodMs(visit, row, calendar) / 60_000),
    breachedAt: zonedOrNull(breachedAt, zone),
    charged: breach ? chargedBy(breach) : null,
  };
}
