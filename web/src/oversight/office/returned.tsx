// The latest returns by or to an office: who returned what to whom, and why.
import { Link } from 'wouter';
import type { Returned } from '../../api/types.ts';
import { Section } from '../../shared/officers/section.tsx';
import { ScrollTable } from '../../shared/officers/scroll-table.tsx';
import tables from '../../shared/officers/table.module.css';
import { useFormat } from '../../texts/format.ts';
import { useBriefTexts, useDashboardTexts } from '../../texts/oversight.ts';
import { useBeside } from '../dashboard/use-figures.ts';
import type { Scope } from '../filter/scope.ts';
import classes from './office-page.module.css';

export function LatestReturns({ scope }: { scope: Scope }) {
  const texts = useBriefTexts();
  const { matrix } = useDashboardTexts();
  const { date } = useFormat();
  const { data } = useBeside<{ items: Returned[] }>('returns/latest', scope);
  if (!data) return null;
  return (
    <Section title={texts.returned} why={texts.returnedWhy}>
      {data.items.length === 0 ? (
        <p>{matrix.none}</p>
      ) : (
        <ScrollTable caption={texts.returned}>
          <thead>
            <tr>
              {[texts.report, texts.returnedBy, texts.reason].map((head) => (
                <th key={head} scope="col">
                  {head}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {data.items.map(({ number, title, at, from, to, reason }) => (
              <tr key={`${number} ${at}`}>
                <th scope="row">
                  <Link href={`/kantor/laporan/${number}`}>{title}</Link>
                  <span className={tables.small}>
                    {number}, {date(at)}
                  </span>
                </th>
                <td>
                  {from}
                  <span className={tables.small}>→ {to}</span>
                </td>
                <td className={classes.reason} lang="id">
                  {reason}
                </td>
              </tr>
            ))}
          </tbody>
        </ScrollTable>
      )}
    </Section>
  );
}
