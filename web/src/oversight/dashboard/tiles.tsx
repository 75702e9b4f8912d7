// The figures one looks at first.
import type { ReactNode } from 'react';
import { Link } from 'wouter';
import type { Summary } from '../../api/types.ts';
import { useFormat } from '../../texts/format.ts';
import { listPath, type Scope } from '../filter/scope.ts';
import { returnsPath } from '../returns/returns.tsx';
import { useDashboardTexts, useSatisfactionTexts } from '../../texts/oversight.ts';
import classes from './tiles.module.css';

interface TileProps {
  label: string;
  value: ReactNode;
  href?: string;
  tone?: 'bad' | 'warn' | undefined;
  /** Where most of them are. */
  note?: string | undefined;
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
  const { number } = useFormat();
  const { ratings } = summary;
  const { total, open, dueToday, overdueNow, clocks, answerDays, reopenings, returns, officeNames } = summary;
  const { withinPercent } = clocks.row;
  const mostIn = ({ items }: Summary['overdueNow']) => {
    const sums = new Map<string, number>();
    for (const { officeId, count } of items) sums.set(officeId, (sums.get(officeId) ?? 0) + count);
    const [most] = [...sums].sort(([, a], [, b]) => b - a);
    return most && texts.mostIn(officeNames[most[0]] ?? most[0], number(most[1]));
  };
  return (
    <ul className={classes.tiles}>
      <Tile
        label={texts.overdue}
        value={number(overdueNow.total)}
        href={listPath(scope, { overdue: true })}
        tone={overdueNow.total > 0 ? 'bad' : undefined}
        note={mostIn(overdueNow)}
      />
      <Tile
        label={texts.dueToday}
        value={number(dueToday.total)}
        href={listPath(scope, { dueToday: true })}
        tone={dueToday.total > 0 ? 'warn' : undefined}
        note={mostIn(dueToday)}
      />
      <Tile label={texts.open} value={number(open)} href={listPath(scope, { open: true })} />
      <Tile label={texts.total} value={number(total)} href={listPath(scope)} />
      <Tile label={texts.within} value={withinPercent === null ? '–' : `${number(withinPercent)}%`} />
      <Tile label={texts.answerDays} value={answerDays.median === null ? '–' : number(answerDays.median)} />
      <Tile label={texts.returned} value={number(returns.total)} href={returnsPath(scope)} />
      <Tile label={texts.reopenings} value={number(reopenings)} />
      <Tile
        label={satisfaction.tile}
        value={number(ratings.total)}
        href={listPath(scope, { rated: true })}
        note={ratings.mean === null ? undefined : satisfaction.meanOf(number(ratings.mean))}
      />
    </ul>
  );
}
