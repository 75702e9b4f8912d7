import type { Calendar, OfficeHours } from '../../sop/time/calendar.ts';
import type { Db } from '../connection/client.ts';

/** The calendar as it is now (reading 16). */
export async function readCalendar(db: Db): Promise<Calendar> {
  const [row] = await db<{ days: [string, { name: string; kind: string }][]; hours: OfficeHours[] }[]>`
    select
      (select coalesce(json_agg(json_build_array(date, json_build_object('name', name, 'kind', kind))), '[]')
        from calendar_days) as days,
      (select coalesce(json_agg(json_build_object(
        'name', name, 'from', from_date, 'to', to_date, 'week', hours)), '[]') from calendar_hours) as hours`;
  return { days: new Map(row?.days), hours: row?.hours ?? [] };
}
