// The offices directly below, most late reports first: the one order in which this page has them.
import { Button } from '@mantine/core';
import { useState } from 'react';
import { Link } from 'wouter';
import type { Summary } from '../../api/types.ts';
import { ScrollTable } from '../../shared/officers/scroll-table.tsx';
import { Section } from '../../shared/officers/section.tsx';
import tables from '../../shared/officers/table.module.css';
import { useFormat } from '../../texts/format.ts';
import { useBriefTexts, useWords } from '../../texts/oversight.ts';
import { Bar } from '../figures/bar.tsx';
import { Count } from '../figures/count.tsx';
import { listPath, type Scope } from '../filter/scope.ts';
import classes from './brief.module.css';
import { officePath, partPath, type Ranked, rankedPath, shownFirst } from './paths.ts';

/** So many rows fit on the first sheet, as the styles have it. */
const onPaper = 12;

interface RankingProps {
  summary: Summary;
  scope: Scope;
  /** Of a page that marks this office among the others. */
  marked?: string;
  title?: string;
}

/** The row with the most; the earlier one of two. */
function worstOf(bySteps: Ranked['lateBySteps']): number | null {
  const [most] = Object.entries(bySteps).toSorted(([a, n], [b, m]) => m - n || Number(a) - Number(b));
  return most ? Number(most[0]) : null;
}

export function Ranking({ summary, scope, marked, title }: RankingProps) {
  const texts = useBriefTexts();
  const words = useWords();
  const { number } = useFormat();
  const [whole, setWhole] = useState(false);
  const { officeId, ranking, late, weeks, outside, worstStep, flowBefore } = summary.brief;
  const shown = whole ? ranking : ranking.filter((one, nth) => nth < shownFirst || one.officeId === marked);
  const most = Math.max(1, ...ranking.map((one) => one.late.now));
  const percent = (share: number | null) => (share === null ? '–' : `${number(share)}%`);
  const heads = [texts.lateNow, texts.agoHead(weeks), texts.worstStep, texts.held, texts.within];
  return (
    <Section title={title ?? texts.ranking} why={texts.rankingWhy}>
      <ScrollTable caption={title ?? texts.ranking} className={`${tables.table} ${classes.ranking}`}>
        <thead>
          <tr>
            <th scope="col">{texts.office}</th>
            {[...heads, ...(flowBefore ? [texts.earlier] : [])].map((head) => (
              <th key={head} scope="col" className={tables.number}>
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {shown.map((one) => {
            const worst = worstOf(one.lateBySteps);
            return (
              <tr key={one.officeId} aria-current={one.officeId === marked || undefined}>
                <th scope="row">
                  <span className={tables.label}>
                    {one.own ? (
                      texts.own(one.name)
                    ) : (
                      <Link href={officePath(one.officeId, scope)}>{one.name}</Link>
                    )}
                  </span>
                  <Bar shares={[one.late.now / most]} tone="warm" />
                </th>
                <td className={tables.number}>
                  <Count value={one.late.now} href={rankedPath(one, scope, { overdue: true })} />
                </td>
                <td className={tables.number}>{number(one.late.before)}</td>
                <td className={tables.number}>{worst === null ? '–' : words.step(worst)}</td>
                <td className={tables.number}>
                  <Count value={one.open} href={rankedPath(one, scope, { open: true })} />
                </td>
                <td className={tables.number}>{percent(one.withinPercent)}</td>
                {flowBefore && <td className={tables.number}>{percent(one.withinPercentBefore)}</td>}
              </tr>
            );
          })}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{texts.sum}</th>
            <td className={tables.number}>
              <Count value={late.now} href={partPath(summary, scope, { overdue: true })} />
            </td>
            <td className={tables.number}>{number(late.before)}</td>
            <td className={tables.number}>{worstStep === null ? '–' : words.step(worstStep)}</td>
            <td className={tables.number}>
              <Count
                value={ranking.reduce((sum, { open }) => sum + open, 0)}
                href={listPath(scope, { open: true, heldUnder: officeId })}
              />
            </td>
            <td className={tables.number}>{percent(summary.clocks.row.withinPercent)}</td>
            {flowBefore && <td className={tables.number}>{percent(flowBefore.withinPercent)}</td>}
          </tr>
        </tfoot>
      </ScrollTable>
      {ranking.length > shown.length && (
        <Button variant="default" className={`${classes.more} no-print`} onClick={() => setWhole(true)}>
          {texts.all(ranking.length)}
        </Button>
      )}
      {ranking.length > onPaper && <p className={classes.rest}>{texts.top(onPaper, ranking.length)}</p>}
      {outside.late > 0 && <p className={tables.small}>{texts.outside(number(outside.late))}</p>}
    </Section>
  );
}
