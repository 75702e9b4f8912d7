// The year as twelve grids of days (ARIA authoring practices): arrows, Page Up and Down, Shift for a range, Enter to say what they are.
import { memo, type Ref } from 'react';
import { useLocale } from '../../../texts/format.ts';
import { useRulesTexts } from '../../../texts/oversight.ts';
import type { DayRow } from '../calendar-draft.ts';
import { isWeekend, weeksOf } from './dates.ts';
import type { PickingDays } from './use-picking-days.ts';
import classes from './year.module.css';

interface MonthProps {
  year: number;
  month: number;
  days: ReadonlyMap<string, DayRow>;
  picked: ReadonlySet<string>;
  /** In this month or another one. */
  cursor: string;
}

const Month = memo(
  ({ year, month, days, picked, cursor }: MonthProps) => {
    const { calendar: texts } = useRulesTexts();
    const locale = useLocale();
    const name = new Intl.DateTimeFormat(locale, { month: 'long', timeZone: 'UTC' });
    const whole = new Intl.DateTimeFormat(locale, { dateStyle: 'full', timeZone: 'UTC' });
    const id = `month-${month}`;
    const wordsOf = (date: string) => {
      const day = days.get(date);
      const kind = day && (texts.kinds as Record<string, string>)[day.kind];
      return [whole.format(new Date(date)), kind, day?.name].filter(Boolean).join(', ');
    };
    return (
      // As the authoring practices build a grid of dates.
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-to-interactive-role
      <table role="grid" aria-labelledby={id} aria-multiselectable className={classes.month}>
        <caption id={id}>{name.format(Date.UTC(year, month, 1))}</caption>
        <thead>
          <tr>
            {texts.weekdays.map((weekday) => (
              <th key={weekday} scope="col" abbr={weekday}>
                <span aria-hidden>{weekday.slice(0, 1)}</span>
                <span className="visually-hidden">{weekday}</span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {weeksOf(year, month).map((week) => (
            <tr key={week.find((date) => date !== null)}>
              {week.map((date, at) =>
                date === null ? (
                  // Of another month.
                  // oxlint-disable-next-line react/no-array-index-key, jsx-a11y/control-has-associated-label, jsx-a11y/no-interactive-element-to-noninteractive-role
                  <td key={at} role="presentation" />
                ) : (
                  <td
                    key={date}
                    data-date={date}
                    tabIndex={date === cursor ? 0 : -1}
                    aria-selected={picked.has(date)}
                    aria-label={wordsOf(date)}
                    title={days.get(date)?.name}
                    className={classes.day}
                    data-kind={days.get(date)?.kind ?? (isWeekend(date) ? 'weekend' : undefined)}
                  >
                    {Number(date.slice(8))}
                  </td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    );
  },
  // A month that the cursor neither leaves nor enters is not drawn anew.
  (before, after) => {
    const own = `${after.year}-${String(after.month + 1).padStart(2, '0')}`;
    const isIn = ({ cursor, picked }: MonthProps) =>
      cursor.startsWith(own) || [...picked].some((date) => date.startsWith(own));
    return before.year === after.year && before.days === after.days && !isIn(before) && !isIn(after);
  },
);
Month.displayName = 'Month';

interface YearGridProps {
  ref: Ref<HTMLDivElement>;
  year: number;
  days: ReadonlyMap<string, DayRow>;
  pick: PickingDays;
}

export function YearGrid({ ref, year, days, pick }: YearGridProps) {
  const { calendar: texts } = useRulesTexts();
  const picked = new Set(pick.picked);
  return (
    <>
      {/* Keys and clicks of the days in it, which bear the roles. */}
      {/* oxlint-disable-next-line jsx-a11y/no-static-element-interactions */}
      <div ref={ref} className={classes.year} onKeyDown={pick.onKeyDown} onClick={pick.onClick}>
        {Array.from({ length: 12 }, (_, month) => (
          // oxlint-disable-next-line react/no-array-index-key
          <Month key={month} year={year} month={month} days={days} picked={picked} cursor={pick.cursor} />
        ))}
      </div>
      <p className={classes.legend} aria-hidden>
        {(['libur nasional', 'cuti bersama', 'libur daerah', 'weekend'] as const).map((kind) => (
          <span key={kind}>
            <span className={classes.day} data-kind={kind} />
            {kind === 'weekend' ? texts.weekend : texts.kinds[kind]}
          </span>
        ))}
      </p>
    </>
  );
}
