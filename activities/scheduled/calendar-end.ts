// reading 30: ops are told once of each year without decreed days that the longest limit reaches.
import type { Sql } from '../../db/connection/client.ts';
import { insertNotifications } from '../../db/messages/notifications.ts';
import { opsPeople } from '../../db/people/users.ts';
import { readCalendar } from '../../db/rules/calendar.ts';
import { policyInForce } from '../../db/rules/policies.ts';
import { calendarEnd } from '../../sop/time/calendar-end.ts';
import { calendarEnds } from '../../sop/notices/to-ops/calendar-end.ts';

/**
 * Tells each active officer of operations, once a year that lacks its days (the key of the notification), whatever they
 * chose to be told; who comes later is told then. Gives how many there are to tell.
 */
export async function tellCalendarEnd(sql: Sql, mailing: boolean): Promise<number> {
  const policy = await policyInForce(sql);
  const end = calendarEnd(policy.document, await readCalendar(sql), new Date().toISOString());
  if (!end) return 0;
  const people = await opsPeople(sql);
  const list = people.map(({ username, officeId, zone }) => ({
    key: `calendar-end:${end.year}:${username}`,
    number: null,
    topic: null,
    officeId,
    username,
    ...calendarEnds(end, zone),
  }));
  await insertNotifications(sql, list, mailing);
  return list.length;
}
