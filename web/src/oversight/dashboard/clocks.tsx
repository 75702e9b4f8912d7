// The three limits: how much was within them.
import { Link } from 'wouter';
import type { Summary } from '../../api/types.ts';
import { useFormat } from '../../texts/format.ts';
import { Bar } from '../figures/bar.tsx';
import { Count } from '../figures/count.tsx';
import { listPath, type Scope } from '../filter/scope.ts';
import { ScrollTable } from '../../shared/officers/scroll-table.tsx';
import { Section } from '../../shared/officers/section.tsx';
import classes from '../../shared/officers/table.module.css';
import { useDashboardTexts, useWords } from '../../texts/oversight.ts';

type Clock = keyof Summary['clocks'];

interface ClocksProps {
  clocks: Summary['clocks'];
  scope: Scope;
}

/** Stays at a row are no reports, of which each has several: the reports stand beside them. */
function LateStays({
  clock: { late, lateReports },
  scope,
}: {
  clock: Summary['clocks']['row'];
  scope: Scope;
}) {
  const { clocks: texts } = useDashboardTexts();
  const { number } = useFormat();
  return (
    <>
      <span className={classes.count}>{number(late)}</span>
      {lateReports > 0 && (
        <Link className={classes.small} href={listPath(scope, { wasLate: true })}>
          {texts.reports(number(lateReports))}
        </Link>
      )}
    </>
  );
}

export function Clocks({ clocks, scope }: ClocksProps) {
  const { clocks: texts } = useDashboardTexts();
  const words = useWords();
  const { number } = useFormat();
  const cell = (clock: Clock, clockMet: boolean) => {
    if (clock !== 'row') {
      const value = clocks[clock][clockMet ? 'within' : 'late'];
      return <Count value={value} href={listPath(scope, { clock, clockMet })} />;
    }
    return clockMet ? number(clocks.row.within) : <LateStays clock={clocks.row} scope={scope} />;
  };
  return (
    <Section title={texts.title} why={texts.why}>
      <ScrollTable caption={texts.title}>
        <thead>
          <tr>
            <th scope="col">{texts.clock}</th>
            {[texts.share, texts.late, texts.within].map((head) => (
              <th key={head} scope="col" className={classes.number}>
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {(['row', 'firstResponse', 'whole'] as const).map((name) => {
            const { within, late, withinPercent } = clocks[name];
            const all = Math.max(1, within + late);
            return (
              <tr key={name}>
                <th scope="row">
                  <span className={classes.label}>{words.clock[name]}</span>
                  <Bar shares={[within / all, late / all]} tone="late" />
                </th>
                <td className={classes.number}>
                  <span className={classes.count}>
                    {withinPercent === null ? '–' : `${number(withinPercent)}%`}
                  </span>
                </td>
                <td className={classes.number}>{cell(name, false)}</td>
                <td className={classes.number}>{cell(name, true)}</td>
              </tr>
            );
          })}
        </tbody>
      </ScrollTable>
    </Section>
  );
}
