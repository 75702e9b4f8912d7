// Time by step, the slowest first, and by office, the most often late first.
import type { Summary } from '../../api/types.ts';
import { useFormat } from '../../texts/format.ts';
import { Bar } from '../figures/bar.tsx';
import { ScrollTable } from '../figures/scroll-table.tsx';
import { Section } from '../figures/section.tsx';
import classes from '../figures/table.module.css';
import { useDashboardTexts } from '../texts/dashboard.ts';
import { useWords } from '../texts/words.ts';

type Spread = Omit<Summary['steps'][number], 'step'>;

interface SpreadRow extends Spread {
  key: string;
  name: string;
  /** Above the name. */
  small?: string;
  /** 0 to 1, of the bar; its tone says of what. */
  shares: number[];
}

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
  const heads = [texts.median, texts.mean, texts.p90, texts.within, texts.late, texts.visits];
  return (
    <ScrollTable caption={caption}>
      <thead>
        <tr>
          <th scope="col">{head}</th>
          {heads.map((words) => (
            <th key={words} scope="col" className={classes.number}>
              {words}
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
            <td className={classes.number}>{time(row.medianMinutes)}</td>
            <td className={classes.number}>{time(row.meanMinutes)}</td>
            <td className={classes.number}>{time(row.p90Minutes)}</td>
            <td className={classes.number}>
              {row.withinPercent === null ? '–' : `${number(row.withinPercent)}%`}
            </td>
            <td className={classes.number}>{number(row.late)}</td>
            <td className={classes.number}>{number(row.visits)}</td>
          </tr>
        ))}
      </tbody>
    </ScrollTable>
  );
}

export function Steps({ steps }: { steps: Summary['steps'] }) {
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

export function Offices({ offices }: { offices: Summary['offices'] }) {
  const { steps: texts } = useDashboardTexts();
  const rows = [...offices]
    .sort((a, b) => (a.withinPercent ?? 101) - (b.withinPercent ?? 101) || b.late - a.late)
    .map(({ officeId, name, ...spread }) => {
      const all = Math.max(1, spread.within + spread.late);
      return { ...spread, key: officeId, name, shares: [spread.within / all, spread.late / all] };
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
