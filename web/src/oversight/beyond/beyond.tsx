// What happened beyond the straight way (readings 18, 19, 23–25): in whole, and at which office.
import type { Summary } from '../../api/types.ts';
import { ScrollTable } from '../../shared/officers/scroll-table.tsx';
import { Section } from '../../shared/officers/section.tsx';
import classes from '../../shared/officers/table.module.css';
import { useBeyondTexts, useDashboardTexts } from '../../texts/oversight.ts';
import { Count } from '../figures/count.tsx';
import { CountTable } from '../figures/count-table.tsx';
import { listPath, type Scope } from '../filter/scope.ts';

type Figure = keyof Summary['beyond'];

interface BeyondProps {
  beyond: Summary['beyond'];
  scope: Scope;
}

/** One row an office, one column a figure that there is. */
function ByOffice({ beyond, scope }: BeyondProps) {
  const { beyond: texts } = useDashboardTexts();
  const names = useBeyondTexts();
  const figures = (Object.keys(beyond) as Figure[]).filter((figure) => beyond[figure].total > 0);
  const offices = new Map(
    figures.flatMap((figure) => beyond[figure].offices.map(({ officeId, name }) => [officeId, name])),
  );
  const countOf = (figure: Figure, id: string) =>
    beyond[figure].offices.find(({ officeId }) => officeId === id)?.count ?? 0;
  return (
    <ScrollTable caption={texts.byOffice}>
      <thead>
        <tr>
          <th scope="col">{texts.office}</th>
          {figures.map((figure) => (
            <th key={figure} scope="col" className={classes.number}>
              {names[figure]}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {[...offices]
          .sort(([, a], [, b]) => a.localeCompare(b, 'id'))
          .map(([id, name]) => (
            <tr key={id}>
              <th scope="row">
                <span className={classes.label}>{name}</span>
              </th>
              {figures.map((figure) => (
                <td key={figure} className={classes.number}>
                  <Count
                    value={countOf(figure, id)}
                    href={listPath(scope, { beyond: figure, beyondFor: id })}
                  />
                </td>
              ))}
            </tr>
          ))}
      </tbody>
    </ScrollTable>
  );
}

export function Beyond({ beyond, scope }: BeyondProps) {
  const { beyond: texts } = useDashboardTexts();
  const names = useBeyondTexts();
  const totals = Object.entries(beyond).map(([figure, { total }]) => ({
    key: figure,
    label: names[figure as Figure],
    count: total,
    href: listPath(scope, { beyond: figure }),
  }));
  if (totals.every(({ count }) => count === 0)) {
    return (
      <Section title={texts.title}>
        <p>{texts.none}</p>
      </Section>
    );
  }
  return (
    <Section title={texts.title} why={texts.why}>
      <CountTable caption={texts.what} head={texts.number} rows={totals} />
      <ByOffice beyond={beyond} scope={scope} />
    </Section>
  );
}
