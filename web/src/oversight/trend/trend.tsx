// What came in, was answered and ended, by week or month: a chart, and its figures.
import { useState } from 'react';
import type { Summary } from '../../api/types.ts';
import { useLocale } from '../../texts/format.ts';
import { Count } from '../figures/count.tsx';
import { type ListFilter, listPath, type Scope } from '../filter/scope.ts';
import { filled, type Unit } from './periods.ts';
import { ScrollTable } from '../../shared/officers/scroll-table.tsx';
import { Section } from '../../shared/officers/section.tsx';
import tables from '../../shared/officers/table.module.css';
import { allSeries, Legend, type Series, TrendChart } from './trend-chart.tsx';
import { useDashboardTexts } from '../../texts/oversight.ts';
import classes from './trend.module.css';

/** Half a year of weeks, two years of months. */
const shown: Record<Unit, number> = { weeks: 26, months: 24 };

const filters: Record<Series, (period: string) => ListFilter> = {
  received: (receivedIn) => ({ receivedIn }),
  answered: (answeredIn) => ({ answeredIn }),
  ended: (endedIn) => ({ endedIn }),
};

function usePeriodName() {
  const { trend: texts } = useDashboardTexts();
  const month = new Intl.DateTimeFormat(useLocale(), {
    month: 'short',
    year: 'numeric',
    timeZone: 'UTC',
  });
  return (period: string) => {
    const [year = 0, week] = period.split('-W').map(Number);
    return week === undefined ? month.format(new Date(`${period}-01`)) : texts.week(week, year);
  };
}

export function Trend({ trend, scope }: { trend: Summary['trend']; scope: Scope }) {
  const { trend: texts } = useDashboardTexts();
  const [unit, setUnit] = useState<Unit>('weeks');
  const periodName = usePeriodName();
  const figures = filled(trend[unit], unit, shown[unit]);
  const [first, last] = [figures[0], figures.at(-1)];
  if (!first || !last) return null;
  const choice = (
    <fieldset className={`${classes.choice} no-print`}>
      <legend className="visually-hidden">{texts.unit}</legend>
      {(['weeks', 'months'] as const).map((value) => (
        <label key={value}>
          <input type="radio" name="unit" checked={unit === value} onChange={() => setUnit(value)} />
          <span>{texts[value]}</span>
        </label>
      ))}
    </fieldset>
  );
  return (
    <Section title={texts.title} tools={choice}>
      <Legend names={texts} />
      <TrendChart
        figures={figures}
        label={texts.described(periodName(first.period), periodName(last.period))}
        periodName={periodName}
      />
      <details>
        <summary className={classes.summary}>{texts.table}</summary>
        <ScrollTable caption={texts.table}>
          <thead>
            <tr>
              <th scope="col">{texts.period}</th>
              {allSeries.map((series) => (
                <th key={series} scope="col" className={tables.number}>
                  {texts[series]}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {figures.toReversed().map((figure) => (
              <tr key={figure.period}>
                <th scope="row">{periodName(figure.period)}</th>
                {allSeries.map((series) => (
                  <td key={series} className={tables.number}>
                    <Count value={figure[series]} href={listPath(scope, filters[series](figure.period))} />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </ScrollTable>
      </details>
    </Section>
  );
}
