// The year at a glance; the rows beside it say the same in words.
import { useLocale } from '../../texts/format.ts';
import { useRulesTexts } from '../../texts/oversight.ts';
import type { DayRow } from './calendar-draft.ts';
import classes from './year-view.module.css';

function Month({ year, month, kinds }: { year: number; month: number; kinds: Map<string, string> }) {
  const names = new Intl.DateTimeFormat(useLocale(), { month: 'long', timeZone: 'UTC' });
  const name = names.format(Date.UTC(year, month, 1));
  const length = new Date(Date.UTC(year, month + 1, 0)).getUTCDate();
  const before = (new Date(Date.UTC(year, month, 1)).getUTCDay() + 6) % 7;
  return (
    <div className={classes.month}>
      <span className={classes.name}>{name}</span>
      {Array.from({ length }, (_, index) => {
        const date = new Date(Date.UTC(year, month, index + 1)).toISOString().slice(0, 10);
        const weekend = (before + index) % 7 > 4;
        return (
          <span
            key={date}
            className={classes.day}
            data-kind={kinds.get(date) ?? (weekend ? 'weekend' : undefined)}
            style={index === 0 ? { gridColumnStart: before + 1 } : undefined}
          >
            {index + 1}
          </span>
        );
      })}
    </div>
  );
}

export function YearView({ year, days }: { year: number; days: DayRow[] }) {
  const { calendar: texts } = useRulesTexts();
  const kinds = new Map(days.map(({ date, kind }) => [date, kind]));
  return (
    <div className={classes.view} aria-hidden>
      <div className={classes.year}>
        {Array.from({ length: 12 }, (_, month) => (
          // oxlint-disable-next-line react/no-array-index-key
          <Month key={month} year={year} month={month} kinds={kinds} />
        ))}
      </div>
      <p className={classes.legend}>
        {(['libur nasional', 'cuti bersama', 'weekend'] as const).map((kind) => (
          <span key={kind}>
            <span className={classes.day} data-kind={kind} />
            {kind === 'weekend' ? texts.weekend : texts.kinds[kind]}
          </span>
        ))}
      </p>
    </div>
  );
}
