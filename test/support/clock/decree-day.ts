// A day that a decree could take from every limit of working days that begins now.
import { closeOfWorkingDay } from '../../../sop/time/office-time.ts';
import { shippedCalendar } from '../../../sop/time/shipped-calendar.ts';

/** The second working day after today, in WIB: row 2's three days cover it, also when midnight passes meanwhile. */
export function decreeDay(): string {
  const close = closeOfWorkingDay(shippedCalendar, 'Asia/Jakarta', Date.now(), 2);
  return new Date(close + 7 * 3_600_000).toISOString().slice(0, 10);
}
