// How long reports usually take, from the record's own figures.
import type { z } from 'zod';
import type { App, Services } from '../../services.ts';
import { answeredLately } from '../../../db/public/usual.ts';
import { usualTimes } from '../../../contract/reporter/usual.ts';
import { publicZone } from '../../../sop/offices.ts';
import { type Kind, kinds } from '../../../sop/terms.ts';
import { calendarOf } from '../../../sop/time/calendar.ts';
import { workingDaysBetween } from '../../../sop/time/office-time.ts';
import { keptFor } from '../../values/kept.ts';

const lately = { days: 180, most: 200 };
/** Of fewer nothing is usual. */
const fewest = 10;
const freshMs = 15 * 60_000;

type Usual = z.output<typeof usualTimes>['items'][number];

export function usualRoutes(app: App, { sql, keptRules }: Services): void {
  /** In the calendar of offices in WIB; half of the reports took as long, or less. */
  const usualOf = async (kind: Kind): Promise<Usual[]> => {
    const answered = await answeredLately(sql, kind, lately);
    if (answered.length < fewest) return [];
    const calendar = calendarOf((await keptRules.now(sql)).calendar, null);
    const days = (from: Date, to: Date) =>
      Math.max(0, workingDaysBetween(calendar, publicZone, from.getTime(), to.getTime()));
    const median = (counts: number[]) =>
      counts.toSorted((a, b) => a - b)[Math.floor((counts.length - 1) / 2)] ?? 0;
    const reachesUnitDays = median(answered.map((r) => days(r.receivedAt, r.reachedAt ?? r.answeredAt)));
    const answerDays = median(answered.map((r) => days(r.receivedAt, r.answeredAt)));
    return [{ kind, reachesUnitDays, answerDays }];
  };
  const usual = keptFor(freshMs, async () => {
    const items: Usual[] = [];
    for (const kind of kinds) items.push(...(await usualOf(kind)));
    return { items };
  });
  app.get(
    '/v1/usual-times',
    {
      config: { callers: ['anyone'], limit: { name: 'register', perMinute: 240 } },
      schema: {
        summary:
          'How long reports that were answered lately took, by kind; of fewer than ten nothing is said',
        tags: ['public'],
        response: { 200: usualTimes },
      },
    },
    usual,
  );
}
