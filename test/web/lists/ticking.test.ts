// Remaining time goes by on the screen in office hours alone: it stands still over a break, and goes on after it unasked.
import fc from 'fast-check';
import { afterEach, expect, test, vi } from 'vitest';
import { remaining } from '../../../sop/time/remaining.ts';
import { addOfficeMs, officeMsBetween, passesAgain, passesUntil } from '../../../sop/time/office-time.ts';
import { shippedCalendar } from '../../../sop/time/shipped-calendar.ts';
import { noteSeen, spanNow } from '../../../web/src/office/frame/ticking.ts';

const zone = 'Asia/Jakarta';
const minute = 60_000;
const iso = (at: number | null) => (at === null ? null : new Date(at).toISOString());

afterEach(() => vi.useRealTimers());

test('whenever a row came, what remains of it some minutes later is what the calendar says', () => {
  vi.useFakeTimers({ toFake: ['Date'] });
  const monday = Date.parse('2026-11-23T00:00:00.000Z');
  // A row is asked for again every five minutes; an hour without a line is borne, too.
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 7 * 24 * 60 }), fc.integer({ min: 0, max: 60 }), (came, later) => {
      const [seenAt, now] = [monday + came * minute, monday + (came + later) * minute];
      const deadline = addOfficeMs(shippedCalendar, zone, seenAt, 150 * minute);
      const { minutes, span } = remaining(
        new Date(seenAt).toISOString(),
        new Date(deadline).toISOString(),
        zone,
        shippedCalendar,
      );
      const item = {
        remaining: {
          stepMinutes: minutes,
          stepSpan: span,
          totalDays: null,
          runsUntil: iso(passesUntil(shippedCalendar, zone, seenAt)),
          runsAgainAt: iso(passesAgain(shippedCalendar, zone, seenAt)),
        },
      };
      vi.setSystemTime(seenAt);
      noteSeen([item]);
      vi.setSystemTime(now);
      const left = Math.round(officeMsBetween(shippedCalendar, zone, now, deadline) / minute);
      expect(spanNow(item.remaining)).toEqual({ days: 0, minutes: left });
    }),
  );
});
