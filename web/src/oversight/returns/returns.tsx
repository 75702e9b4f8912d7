// Which offices return to which: the most frequent, and the whole as a matrix.
import { Link } from 'wouter';
import { queryOf } from '../../api/client.ts';
import type { Summary } from '../../api/types.ts';
import { ScrollTable } from '../../shared/officers/scroll-table.tsx';
import { Section } from '../../shared/officers/section.tsx';
import classes from '../../shared/officers/table.module.css';
import { Count } from '../figures/count.tsx';
import { listPath, type Scope } from '../filter/scope.ts';
import { useDashboardTexts } from '../../texts/oversight.ts';

interface ReturnRow {
  from: string;
  to: string;
  /** Each once. */
  reports: number;
  href: string;
}

/** The list of what was returned by that office to that one; absent: any. */
export function returnedPath(scope: Scope, from?: string, to?: string): string {
  return listPath(scope, { returned: true, returnedFrom: from, returnedTo: to });
}

/** One row a pair of offices, named. */
export function ReturnTable({ caption, rows }: { caption: string; rows: ReturnRow[] }) {
  const { matrix: texts } = useDashboardTexts();
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
        {rows.map(({ from, to, reports, href }) => (
          <tr key={`${from} ${to}`}>
            <th scope="row">
              {from}
              <span className={`${classes.small} ${classes.narrow}`}>→ {to}</span>
            </th>
            <td className={classes.wide}>{to}</td>
            <td className={classes.number}>
              <Count value={reports} href={href} />
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
  const rows = returns.between.slice(0, 5).map(({ from, to, reports }) => ({
    from: name(from),
    to: name(to),
    reports,
    href: returnedPath(scope, from, to),
  }));
  return (
    <Section title={texts.top}>
      <ReturnTable caption={texts.top} rows={rows} />
      <Link href={returnsPath(scope)}>{texts.open}</Link>
    </Section>
  );
}
