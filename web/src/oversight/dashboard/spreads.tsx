// Time by step, the slowest first, and by office, by name: the ranking is another's.
import type { ReactNode } from 'react';
import type { Summary } from '../../api/types.ts';
import { useFormat } from '../../texts/format.ts';
import { Bar } from '../figures/bar.tsx';
import { Count } from '../figures/count.tsx';
import { listPath, type Scope } from '../filter/scope.ts';
import { ScrollTable } from '../../shared/officers/scroll-table.tsx';
import { Section } from '../../shared/officers/section.tsx';
import classes from '../../shared/officers/table.module.css';
import { useDashboardTexts, useWords } from '../../texts/oversight.ts';

type Spread = Omit<Summary['steps'][number], 'step'>;

interface SpreadRow extends Spread {
  key: string;
  name: string;
  /** Above the name. */
  small?: string;
  /** 0 to 1, of the bar; its tone says of what. */
  shares: number[];
  /** Of the reports that were late. */
  href: string;
}

type Column = [head: string, cell: (row: SpreadRow) => ReactNode];

interface SpreadTableProps {
  caption: string;
  head: string;
  rows: SpreadRow[];
  tone: 'late' | 'warm';
}

function SpreadTable({ caption, head, rows, tone }: SpreadTableProps) {
  const { steps: texts } = useDashboardTexts();
  const { officeTime } = useWords();
  const { number } = useFormat();
  const time = (minutes: number | null) => (minutes === null ? '–' : officeTime(minutes));
  const times: Column[] = [
    [texts.median, (row) => time(row.medianMinutes)],
    [texts.mean, (row) => time(row.meanMinutes)],
    [texts.p90, (row) => time(row.p90Minutes)],
  ];
  const limits: Column[] = [
    [texts.within, (row) => (row.withinPercent === null ? '–' : `${number(row.withinPercent)}%`)],
    [texts.lateReports, (row) => <Count value={row.lateReports} href={row.href} />],
    [texts.visits, (row) => number(row.visits)],
  ];
  // What the rows are sorted by comes first, where a phone still shows it.
  const columns = tone === 'warm' ? [...times, ...limits] : [...limits, ...times];
  return (
    <ScrollTable caption={caption}>
      <thead>
        <tr>
          <th scope="col">{head}</th>
          {columns.map(([name]) => (
            <th key={name} scope="col" className={classes.number}>
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.key}>
            <th scope="row">
              <span className={classes.label}>
                {row.small && <span className={classes.small}>{row.small}</span>}
                {row.name}
              </span>
              <Bar shares={row.shares} tone={tone} />
            </th>
            {columns.map(([name, cell]) => (
              <td key={name} className={classes.number}>
                {cell(row)}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </ScrollTable>
  );
}

export function Steps({ steps, scope }: { steps: Summary['steps']; scope: Scope }) {
  const { steps: texts } = useDashboardTexts();
  const words = useWords();
  const slowest = Math.max(1, ...steps.map(({ medianMinutes }) => medianMinutes ?? 0));
  const rows = [...steps]
    .sort((a, b) => (b.medianMinutes ?? -1) - (a.medianMinutes ?? -1))
    .map(({ step, ...spread }) => ({
      ...spread,
      key: String(step),
      small: words.step(step),
      name: words.steps[step as keyof typeof words.steps],
      shares: [(spread.medianMinutes ?? 0) / slowest],
      href: listPath(scope, { lateStep: step }),
    }));
  return (
    <Section title={texts.title} why={texts.why}>
      {rows.length === 0 ? (
        <p>{texts.none}</p>
      ) : (
        <SpreadTable caption={texts.title} head={texts.step} rows={rows} tone="warm" />
      )}
    </Section>
  );
}

export function Offices({ offices, scope }: { offices: Summary['offices']; scope: Scope }) {
  const { steps: texts } = useDashboardTexts();
  const rows = [...offices]
    .sort((a, b) => a.name.localeCompare(b.name, 'id'))
    .map(({ officeId, name, ...spread }) => {
      const all = Math.max(1, spread.within + spread.late);
      return {
        ...spread,
        key: officeId,
        name,
        shares: [spread.within / all, spread.late / all],
        href: listPath(scope, { lateOffice: officeId }),
      };
    });
  return (
    <Section title={texts.offices} why={texts.officesWhy}>
      {rows.length === 0 ? (
        <p>{texts.none}</p>
      ) : (
        <SpreadTable caption={texts.offices} head={texts.office} rows={rows} tone="late" />
      )}
    </Section>
  );
}
