// How satisfied reporters are (reading 26): by office and kind, the lowest first, and how many of each score.
import type { Summary } from '../../api/types.ts';
import { Section } from '../../shared/officers/section.tsx';
import { ScrollTable } from '../../shared/officers/scroll-table.tsx';
import classes from '../../shared/officers/table.module.css';
import { useFormat } from '../../texts/format.ts';
import { useSatisfactionTexts, useWords } from '../../texts/oversight.ts';
import { Bar } from '../figures/bar.tsx';
import { Count } from '../figures/count.tsx';
import { CountTable } from '../figures/count-table.tsx';
import { listPath, type Scope } from '../filter/scope.ts';

interface MeanRow {
  key: string;
  label: string;
  mean: number | null;
  total: number;
  href: string;
}

function MeanTable({ head, rows }: { head: string; rows: MeanRow[] }) {
  const texts = useSatisfactionTexts();
  const { number } = useFormat();
  return (
    <ScrollTable caption={`${texts.title}: ${head}`}>
      <thead>
        <tr>
          <th scope="col">{head}</th>
          {[texts.mean, texts.number].map((name) => (
            <th key={name} scope="col" className={classes.number}>
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ key, label, mean, total, href }) => (
          <tr key={key}>
            <th scope="row">
              <span className={classes.label}>{label}</span>
              <Bar shares={[(mean ?? 0) / 5]} />
            </th>
            <td className={classes.number}>{mean === null ? '–' : number(mean)}</td>
            <td className={classes.number}>
              <Count value={total} href={href} />
            </td>
          </tr>
        ))}
      </tbody>
    </ScrollTable>
  );
}

export function Satisfaction({ ratings, scope }: { ratings: Summary['ratings']; scope: Scope }) {
  const texts = useSatisfactionTexts();
  const { kinds } = useWords();
  const { total, offices, scores } = ratings;
  if (total === 0) {
    return (
      <Section title={texts.title}>
        <p>{texts.none}</p>
      </Section>
    );
  }
  return (
    <Section title={texts.title} why={texts.why}>
      <MeanTable
        head={texts.office}
        rows={offices.map(({ officeId, name, ...sums }) => ({
          ...sums,
          key: officeId,
          label: name,
          href: listPath(scope, { ratedFor: officeId }),
        }))}
      />
      <MeanTable
        head={texts.kind}
        rows={ratings.kinds.map(({ kind, ...sums }) => ({
          ...sums,
          key: kind,
          label: kinds[kind],
          href: listPath(scope, { rated: true, kind }),
        }))}
      />
      <CountTable
        caption={texts.score}
        head={texts.number}
        rows={Object.entries(scores).map(([score, count]) => ({
          key: score,
          label: `${score}: ${texts.scores[score] ?? ''}`,
          count,
          href: listPath(scope, { score }),
        }))}
      />
    </Section>
  );
}
