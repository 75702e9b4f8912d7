// The morning's digest: each office, and the one above it, hears what is late, due today, or waiting for the reporter.
import type { Sql } from '../../db/connection/client.ts';
import { eachItem } from '../each-item.ts';
import { type HeldComplaint, heldAndDue } from '../../db/figures/digest.ts';
import { insertNotifications } from '../../db/messages/notifications.ts';
import { officeTree } from '../../db/offices/offices.ts';
import { readCalendar } from '../../db/rules/calendar.ts';
import {
  type Calendars,
  calendarOf,
  dateOf,
  dayMs,
  isWorkingDay,
  localDay,
  startOfDay,
} from '../../sop/time/calendar.ts';
import { remaining } from '../../sop/time/remaining.ts';
import { localTimeInWords } from '../../sop/time/local-time.ts';
import { publicZone, type Zone } from '../../sop/offices.ts';
import { dueWords } from '../../sop/notices/told.ts';
import { type DigestLine, summaries } from '../../sop/notices/summary-notices.ts';
import { tellCalendarEnd } from './calendar-end.ts';

/**
 * Tells the offices of one zone, once a local day (the key of the notification), nothing on a day that it does not work
 * (reading 29) and nothing to who has nothing. `scheduledAt` names the day; what is told is the state of now. With those of WIB ops hear of the calendar's end (reading 30). Gives how many offices were told.
 */
export async function sendDigests(
  sql: Sql,
  mailing: boolean,
  { zone, scheduledAt }: { zone: Zone; scheduledAt: string },
): Promise<number> {
  if (zone === publicZone) await tellCalendarEnd(sql, mailing);
  const calendar = await readCalendar(sql);
  const day = localDay(Date.parse(scheduledAt), zone);
  const now = new Date();
  const endOfDay = new Date(startOfDay(day, zone) + dayMs);
  const held: (HeldComplaint & { line: DigestLine })[] = [];
  const due = await heldAndDue(sql, endOfDay);
  await eachItem(sql, { job: 'digest', nameOf: ({ number }) => number }, due, (c) => {
    held.push({ ...c, line: lineOf(c, now, calendar) });
  });
  const list = (await officeTree(sql))
    .filter(({ id, zone: own }) => own === zone && isWorkingDay(calendarOf(calendar, id), day))
    .flatMap((office) => {
      const own = held.filter(({ holderId }) => holderId === office.id);
      const below = held.filter(({ aboveId }) => aboveId === office.id);
      if (own.length + below.length === 0) return [];
      const lines = (some: typeof held) => some.map(({ line }) => line);
      const message = summaries.digest({
        date: dateOf(day),
        office: office.name,
        own: lines(own),
        below: lines(below),
      });
      return [
        {
          key: `digest:${office.id}:${dateOf(day)}`,
          number: null,
          officeId: office.id,
          ...message,
        },
      ];
    });
  await insertNotifications(sql, list, mailing);
  return list.length;
}

function lineOf(c: HeldComplaint, now: Date, calendar: Calendars): DigestLine {
  const { number, title, step, holderName, holderZone, deadline } = c;
  const common = { number, title, step, holder: holderName };
  const due = deadline ? dueWords(localTimeInWords(deadline.toISOString(), holderZone), c.provisional) : '';
  if (c.status === 'awaiting-completion') return { ...common, about: 'waiting', when: due };
  if (!deadline || deadline > now) return { ...common, about: 'today', when: due };
  const { minutes, workingDays } = remaining(
    now.toISOString(),
    deadline.toISOString(),
    holderZone,
    calendarOf(calendar, c.holderId),
  );
  const late = workingDays < 0 ? `${-workingDays} hari kerja` : `${-minutes} menit kerja`;
  return { ...common, about: 'late', when: `${due}, terlambat ${late}` };
}
