// Which offices return to which: the most frequent, and the whole as a matrix.
import { Link } from 'wouter';
import { queryOf } from '../../api/client.ts';
import type { Summary } from '../../api/types.ts';
import { useFormat } from '../../texts/format.ts';
import { ScrollTable } from '../../shared/officers/scroll-table.tsx';
import { Section } from '../../shared/officers/section.tsx';
import classes from '../../shared/officers/table.module.css';
import type { Scope } from '../filter/scope.ts';
import { useDashboardTexts } from '../../texts/oversight.ts';

interface ReturnRow {
  from: string;
  to: string;
  count: number;
}

/** One row a pair of offices, named. */
export function ReturnTable({ caption, rows }: { caption: string; rows: ReturnRow[] }) {
  const { matrix: texts } = useDashboardTexts();
  const { number } = useFormat();
  return (
    <ScrollTable caption={caption}>
      <thead>
        <tr>
          <th scope="col">{texts.from}</th>
          <th scope="col" className={classes.wide}>
            {texts.to}
          </th>
          <th scope="col" className={classes.number}>
            {texts.number}
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ from, to, count }) => (
          <tr key={`${from} ${to}`}>
            <th scope="row">
              {from}
              <span className={`${classes.small} ${classes.narrow}`}>→ {to}</span>
            </th>
            <td className={classes.wide}>{to}</td>
            <td className={classes.number}>
              <span className={classes.count}>{number(count)}</span>
            </td>
          </tr>
        ))}
      </tbody>
    </ScrollTable>
  );
}

/** The whole matrix of the same reports. */
export function returnsPath({ from, to, officeId }: Scope): string {
  return `/pengawasan/kembalian${queryOf({ from, to, officeId })}`;
}

export function TopReturns({ summary, scope }: { summary: Summary; scope: Scope }) {
  const { matrix: texts } = useDashboardTexts();
  const { returns, officeNames } = summary;
  const name = (id: string) => officeNames[id] ?? id;
  if (returns.total === 0) return null;
  const rows = returns.between
    .slice(0, 5)
    .map(({ from, to, count }) => ({ from: name(from), to: name(to), count }));
  return (
    <Section title={texts.top}>
      <ReturnTable caption={texts.top} rows={rows} />
      <Link href={returnsPath(scope)}>{texts.open}</Link>
    </Section>
  );
}
