// What reporters said as they rated (reading 26): the latest words about an office and all below it, with their reports.
import { Link } from 'wouter';
import type { Commented } from '../../api/types.ts';
import { Section } from '../../shared/officers/section.tsx';
import { ScrollTable } from '../../shared/officers/scroll-table.tsx';
import tables from '../../shared/officers/table.module.css';
import { useFormat } from '../../texts/format.ts';
import { useSatisfactionTexts } from '../../texts/oversight.ts';
import { useBeside } from '../dashboard/use-figures.ts';
import type { Scope } from '../filter/scope.ts';
import classes from '../office/office-page.module.css';

export function LatestComments({ scope }: { scope: Scope }) {
  const texts = useSatisfactionTexts();
  const { date } = useFormat();
  const { data } = useBeside<{ items: Commented[] }>('ratings/latest', scope);
  if (!data || data.items.length === 0) return null;
  const { comments } = texts;
  return (
    <Section title={comments.title} why={comments.why}>
      <ScrollTable caption={comments.title}>
        <thead>
          <tr>
            {[comments.report, texts.score, comments.said].map((head) => (
              <th key={head} scope="col">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {data.items.map(({ number, title, at, score, office, comment }) => (
            <tr key={number}>
              <th scope="row">
                <Link href={`/kantor/laporan/${number}`}>{title}</Link>
                <span className={tables.small}>
                  {number}, {date(at)}
                </span>
              </th>
              <td>
                {score}: {texts.scores[score] ?? ''}
                <span className={tables.small}>{office}</span>
              </td>
              <td className={classes.reason} lang="id">
                {comment}
              </td>
            </tr>
          ))}
        </tbody>
      </ScrollTable>
    </Section>
  );
}
