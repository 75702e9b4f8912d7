// The week's brief for superiors who wish it: what is late now and a week ago, and where, by mail on the first working day.
import type { Db, Sql } from '../../db/connection/client.ts';
import { type Brief, briefOf } from '../../db/figures/brief/brief.ts';
import { clockFigures, inFigures, lateReports, spreadBy } from '../../db/figures/figures.ts';
import type { Figures, FigureScope } from '../../db/figures/kept.ts';
import { type Wisher, wishersOf } from '../../db/messages/notification-choices.ts';
import { insertNotifications } from '../../db/messages/notifications.ts';
import { allOffices } from '../../db/offices/offices.ts';
import { readCalendar } from '../../db/rules/calendar.ts';
import { type WeeklyFacts, weekly } from '../../sop/notices/summaries/weekly.ts';
import type { Zone } from '../../sop/offices.ts';
import type { Step } from '../../sop/terms.ts';
import { calendarOf, dateOf, isFirstWorkingDayOfWeek, localDay, mondayOf } from '../../sop/time/calendar.ts';
import { eachItem } from '../each-item.ts';

/** Of the ranking, and of the slowest steps; the page has the rest. */
const shown = 10;
const shownSteps = 3;

/**
 * Tells who asked for it by mail, once a week (the key), on the first day of the week that their office works (reading
 * 29). `scheduledAt` names the day; what is told is the state of now. Gives how many were told.
 */
export async function sendWeeklies(
  sql: Sql,
  mailing: boolean,
  { zone, scheduledAt }: { zone: Zone; scheduledAt: string },
): Promise<number> {
  const calendar = await readCalendar(sql);
  const day = localDay(Date.parse(scheduledAt), zone);
  const wishers = (await wishersOf(sql, 'weekly', zone)).filter(({ officeId }) =>
    isFirstWorkingDayOfWeek(calendarOf(calendar, officeId), day),
  );
  const parts = new Map<string | null, Wisher[]>();
  for (const one of wishers) {
    const part = one.seesAll ? null : one.officeId;
    parts.set(part, [...(parts.get(part) ?? []), one]);
  }
  let told = 0;
  await eachItem(
    sql,
    { job: 'weekly', nameOf: ([part]) => part ?? 'nasional' },
    parts,
    async ([part, own]) => {
      const message = weekly(await factsOf(sql, part, dateOf(day)));
      const list = own.map(({ officeId, username }) => ({
        key: `weekly:${username}:${dateOf(mondayOf(day))}`,
        number: null,
        officeId,
        username,
        ...message,
      }));
      await insertNotifications(sql, list, mailing);
      told += list.length;
    },
  );
  return told;
}

/** Of the part under that office; null: of all. */
function factsOf(sql: Sql, officeId: string | null, date: string): Promise<WeeklyFacts> {
  const scope = { officeId, from: null, to: null };
  return inFigures(
    sql,
    scope,
    async (figures, tx) => {
      const tree = await allOffices(tx);
      const brief = await briefOf(tx, scope, { figures, tree, now: Date.now() });
      const office = tree.find(({ id }) => id === brief.officeId)?.name ?? '';
      return { date, office, ...factsIn(brief), ...(await timesIn(tx, scope, figures)) };
    },
    {
      only: [
        'overdue',
        'due',
        'held',
        'status',
        'visits-office',
        'visits-step',
        'time-step',
        'clock',
        'once-late',
      ],
    },
  );
}

async function timesIn(
  tx: Db,
  scope: FigureScope,
  figures: Figures,
): Promise<Pick<WeeklyFacts, 'clocks' | 'slowSteps'>> {
  const clocks = clockFigures(figures);
  const late = lateReports(figures).steps;
  const steps = (await spreadBy(tx, scope, figures, 'step')).flatMap(({ key, medianMinutes }) =>
    medianMinutes === null ? [] : [{ step: Number(key) as Step, medianMinutes, late: late[key] ?? 0 }],
  );
  return {
    clocks: (['row', 'firstResponse', 'whole'] as const)
      .map((clock) => ({ clock, ...clocks[clock] }))
      .filter((one) => one.within + one.late > 0),
    slowSteps: steps.toSorted((a, b) => b.medianMinutes - a.medianMinutes).slice(0, shownSteps),
  };
}

function factsIn({
  late,
  open,
  received,
  dueToday,
  worstStep,
  ranking,
}: Brief): Omit<WeeklyFacts, 'date' | 'office' | 'clocks' | 'slowSteps'> {
  const concerned = ranking.filter((one) => one.late.now + one.late.before > 0);
  return {
    late,
    open,
    received,
    dueToday,
    worstStep,
    offices: concerned.slice(0, shown).map(({ branch: { office, own }, late: of, open: held }) => ({
      name: office.name,
      ownDesk: own,
      late: of,
      held,
    })),
    others: Math.max(0, concerned.length - shown),
    isOne: ranking.length === 1,
  };
}
