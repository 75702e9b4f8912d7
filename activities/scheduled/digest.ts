// The morning's digest: each office, and the one above it, hears what is late, due today, or waiting for the reporter.
import type { Sql } from '../../db/connection/client.ts';
import { eachItem } from '../each-item.ts';
import { countHeldAndDue, type HeldComplaint, heldAndDue } from '../../db/figures/digest.ts';
import { insertNotifications } from '../../db/messages/notifications.ts';
import { everyOffice, officeTree } from '../../db/offices/offices.ts';
import { readCalendar } from '../../db/rules/calendar.ts';
import { type Calendars, calendarOf, dateOf, isWorkingDay, localDay } from '../../sop/time/calendar.ts';
import { remaining } from '../../sop/time/remaining.ts';
import { publicZone, type Zone } from '../../sop/offices.ts';
import { dueIn } from '../../sop/notices/told.ts';
import { alike } from '../../sop/texts/language.ts';
import {
  type DigestAbout,
  digestAbouts,
  type DigestLine,
  type DigestPart,
  lateBy,
  summaries,
} from '../../sop/notices/summary-notices.ts';
import { tellApiKeysEnd } from './api-keys-end.ts';
import { tellCalendarEnd } from './calendar-end.ts';

/** Of each kind; the rest is counted. */
const shown = 25;

type Held = HeldComplaint & { line: DigestLine };

/**
 * Tells the offices of one zone, once a local day (the key of the notification), nothing on a day that it does not work
 * (reading 29) and nothing to who has nothing. `scheduledAt` names the day; what is told is the state of now. With those of WIB ops hear of the calendar's end (reading 30) and of API keys that end soon. Gives how many offices were told.
 */
export async function sendDigests(
  sql: Sql,
  mailing: boolean,
  { zone, scheduledAt }: { zone: Zone; scheduledAt: string },
): Promise<number> {
  if (zone === publicZone) {
    await tellCalendarEnd(sql, mailing);
    await tellApiKeysEnd(sql, mailing);
  }
  const calendar = await readCalendar(sql);
  const day = localDay(Date.parse(scheduledAt), zone);
  const date = dateOf(day);
  const now = new Date();
  const held: Held[] = [];
  const due = await heldAndDue(sql, date, shown);
  await eachItem(sql, { job: 'digest', nameOf: ({ number }) => number }, due, (c) => {
    held.push({ ...c, line: lineOf(c, now, calendar) });
  });
  const counts = await countHeldAndDue(sql, date);
  const offices = await everyOffice(sql);
  const partOf = (holderIds: readonly string[]): DigestPart => ({
    counts: sumOf(holderIds.flatMap((id) => counts.get(id) ?? [])),
    lines: firstOf(held.filter(({ holderId }) => holderIds.includes(holderId))),
  });
  const list = (await officeTree(sql))
    .filter(({ id, zone: own }) => own === zone && isWorkingDay(calendarOf(calendar, id), day))
    .flatMap((office) => {
      const under = offices.filter(({ parentId }) => parentId === office.id);
      const own = partOf([office.id]);
      const below = partOf(under.map(({ id }) => id));
      if ([own, below].every(({ counts }) => Object.values(counts).every((n) => n === 0))) return [];
      const message = summaries.digest({ date, office: office.name, own, below });
      return [{ key: `digest:${office.id}:${date}`, number: null, officeId: office.id, ...message }];
    });
  await insertNotifications(sql, list, mailing);
  return list.length;
}

function sumOf(counts: readonly Record<DigestAbout, number>[]): Record<DigestAbout, number> {
  const sum = { late: 0, today: 0, waiting: 0 };
  for (const one of counts) for (const about of digestAbouts) sum[about] += one[about];
  return sum;
}

/** They come in the order of their deadlines. */
function firstOf(held: readonly Held[]): DigestLine[] {
  return digestAbouts.flatMap((about) =>
    held
      .filter((one) => one.about === about)
      .slice(0, shown)
      .map(({ line }) => line),
  );
}

function lineOf(c: HeldComplaint, now: Date, calendar: Calendars): DigestLine {
  const { about, number, title, step, holderName, holderZone, deadline } = c;
  const common = { about, number, title, step, holder: holderName };
  const due = deadline ? dueIn(deadline.toISOString(), holderZone, c.provisional) : alike('');
  if (about !== 'late' || !deadline) return { ...common, when: due };
  const { minutes, workingDays } = remaining(
    now.toISOString(),
    deadline.toISOString(),
    holderZone,
    calendarOf(calendar, c.holderId),
  );
  const late = workingDays < 0 ? lateBy.workingDays(-workingDays) : lateBy.minutes(-minutes);
  return { ...common, when: { id: `${due.id}, ${late.id}`, en: `${due.en}, ${late.en}` } };
}
