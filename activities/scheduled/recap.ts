// The month's recap: each office's figures of the month before, from the record.
import type { Sql } from '../../db/connection/client.ts';
import { eachItem } from '../each-item.ts';
import {
  type ClockFigure,
  clockFigures,
  inFigures,
  overdueNow,
  returnFigures,
  totals,
  trend,
} from '../../db/figures/figures.ts';
import { insertNotifications } from '../../db/messages/notifications.ts';
import { officeTree } from '../../db/offices/offices.ts';
import { summaries } from '../../sop/notices/summary-notices.ts';

const publicOffset = '+07:00';

/**
 * Tells every office the month before `scheduledAt` (in WIB), once a month (the key), and nothing to an office that no
 * complaint touched. Gives how many were told.
 */
export async function sendRecaps(sql: Sql, mailing: boolean, scheduledAt: string): Promise<number> {
  const { month, from, to } = monthBefore(scheduledAt);
  let told = 0;
  await eachItem(sql, { job: 'recap', nameOf: ({ id }) => id }, await officeTree(sql), async (office) => {
    const scope = { officeId: office.level === 'national' ? null : office.id, from, to };
    const ever = await inFigures(sql, { ...scope, from: null }, (figures) => ({
      ...totals(figures),
      overdue: sum(overdueNow(figures)),
      marks: trend(figures, 'month').find(({ period }) => period === month),
    }));
    const { total, open, overdue, marks } = ever;
    if (total === 0) return;
    const { clocks, returns } = await inFigures(sql, scope, (figures) => ({
      clocks: clockFigures(figures),
      returns: sum(returnFigures(figures)),
    }));
    const message = summaries.recap({
      month,
      office: office.name,
      received: marks?.received ?? 0,
      answered: marks?.answered ?? 0,
      ended: marks?.ended ?? 0,
      open,
      overdue,
      returns,
      row: share(clocks.row),
      firstResponse: share(clocks.firstResponse),
      whole: share(clocks.whole),
    });
    const key = `recap:${office.id}:${month}`;
    await insertNotifications(sql, [{ key, number: null, officeId: office.id, ...message }], mailing);
    told += 1;
  });
  return told;
}

function share({ within, late }: ClockFigure): string {
  return within + late === 0 ? '–' : `${Math.round((100 * within) / (within + late))} %`;
}

function sum(items: { count: number }[]): number {
  return items.reduce((all, { count }) => all + count, 0);
}

/** `2026-11` and its first instant and that of the month after, in WIB. */
function monthBefore(at: string): { month: string; from: string; to: string } {
  const local = new Date(Date.parse(at) + 7 * 3_600_000);
  const first = (back: number) =>
    new Date(Date.UTC(local.getUTCFullYear(), local.getUTCMonth() - back, 1)).toISOString().slice(0, 10);
  const instant = (date: string) => new Date(`${date}T00:00:00${publicOffset}`).toISOString();
  return { month: first(1).slice(0, 7), from: instant(first(1)), to: instant(first(0)) };
}
