// The figures one looks at first, each beside what it was in the period before.
import type { ReactNode } from 'react';
import { Link } from 'wouter';
import type { Summary } from '../../api/types.ts';
import { partPath } from '../brief/paths.ts';
import { useFormat } from '../../texts/format.ts';
import { listPath, type Scope } from '../filter/scope.ts';
import { returnsPath } from '../returns/returns.tsx';
import { useBriefTexts, useDashboardTexts, useSatisfactionTexts } from '../../texts/oversight.ts';
import classes from './tiles.module.css';

interface TileProps {
  label: string;
  value: ReactNode;
  href?: string;
  tone?: 'bad' | 'warn' | undefined;
  /** What it was before. */
  note?: string | null | undefined;
}

function Tile({ label, value, href, tone, note }: TileProps) {
  const words = (
    <>
      <span className={classes.value}>{value}</span>
      <span className={classes.label}>{label}</span>
      {note && <span className={classes.note}>{note}</span>}
    </>
  );
  return (
    <li className={classes.tile} data-tone={tone}>
      {href ? <Link href={href}>{words}</Link> : <div>{words}</div>}
    </li>
  );
}

export function Tiles({ summary, scope }: { summary: Summary; scope: Scope }) {
  const { tiles: texts } = useDashboardTexts();
  const satisfaction = useSatisfactionTexts();
  const words = useBriefTexts();
  const { number } = useFormat();
  const { brief, total, open, clocks, answerDays, reopenings, returns, ratings } = summary;
  const { withinPercent } = clocks.row;
  const { late, dueToday, weeks, received, flowBefore } = brief;
  const percent = (share: number | null) => (share === null ? '–' : `${number(share)}%`);
  const days = (count: number | null) => (count === null ? '–' : number(count));
  const ago = (count: number) => words.ago(number(count), weeks);
  const earlier = flowBefore && {
    within: words.earlierWas(percent(flowBefore.withinPercent)),
    days: words.earlierWas(days(flowBefore.medianDays)),
    returned: words.earlierWas(number(flowBefore.returned)),
    reopenings: words.earlierWas(number(flowBefore.reopenings)),
    ratings: words.earlierWas(
      flowBefore.ratingMean === null
        ? number(flowBefore.ratings)
        : `${number(flowBefore.ratings)}, ${satisfaction.meanOf(number(flowBefore.ratingMean)).toLowerCase()}`,
    ),
  };
  return (
    <ul className={classes.tiles}>
      <Tile
        label={texts.overdue}
        value={number(late.now)}
        href={partPath(summary, scope, { overdue: true })}
        tone={late.now > 0 ? 'bad' : undefined}
        note={ago(late.before)}
      />
      <Tile
        label={texts.dueToday}
        value={number(dueToday)}
        href={partPath(summary, scope, { dueToday: true })}
        tone={dueToday > 0 ? 'warn' : undefined}
      />
      <Tile
        label={texts.open}
        value={number(open)}
        href={listPath(scope, { open: true })}
        note={ago(brief.open.before)}
      />
      <Tile
        label={texts.total}
        value={number(total)}
        href={listPath(scope)}
        note={
          flowBefore
            ? words.earlierWas(number(received.before))
            : words.lastDays(number(received.now), number(received.before))
        }
      />
      <Tile label={texts.within} value={percent(withinPercent)} note={earlier?.within} />
      <Tile label={texts.answerDays} value={days(answerDays.median)} note={earlier?.days} />
      <Tile
        label={texts.returned}
        value={number(returns.total)}
        href={returnsPath(scope)}
        note={earlier?.returned}
      />
      <Tile label={texts.reopenings} value={number(reopenings)} note={earlier?.reopenings} />
      <Tile
        label={satisfaction.tile}
        value={number(ratings.total)}
        href={listPath(scope, { rated: true })}
        note={[ratings.mean === null ? '' : satisfaction.meanOf(number(ratings.mean)), earlier?.ratings ?? '']
          .filter(Boolean)
          .join('; ')}
      />
    </ul>
  );
}
