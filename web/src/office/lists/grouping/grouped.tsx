// The rows of a list, one below the other, or under the heads of their groups.
import { type ReactNode, useId } from 'react';
import { useDensity } from '../../frame/density.ts';
import rowClasses from '../../inbox/rows/row.module.css';
import { useOfficeTexts } from '../../../texts/office.ts';
import { useGroupName } from './group-name.ts';
import { type Grouping, type Groupable, groupOf } from './group-of.ts';
import classes from './grouping.module.css';

export interface Groups {
  by: Grouping;
  /** Which office is meant by `office`. */
  office: 'agency' | 'holder';
  /** How many reports each has, those that are not here included; undefined: nobody counted. */
  counts?: readonly { group: string | null; count: number }[] | undefined;
}

interface GroupedProps<T> {
  rows: readonly T[];
  groups: Groups | undefined;
  /** A report is open beside: its name is the page's. */
  beside: boolean;
  children: (row: T) => ReactNode;
}

export function Grouped<T extends Groupable>({ rows, groups, beside, children }: GroupedProps<T>) {
  const { inbox } = useOfficeTexts();
  const [density] = useDensity();
  const list = (some: readonly T[], label: { 'aria-label': string } | { 'aria-labelledby': string }) => (
    <ul className={rowClasses.rows} data-density={density} {...label}>
      {some.map((row) => children(row))}
    </ul>
  );
  const id = useId();
  const nameOf = useGroupName();
  if (rows.length === 0) return null;
  if (!groups) return list(rows, { 'aria-label': inbox.list });
  const Head = beside ? 'h3' : 'h2';
  const { by, office, counts } = groups;
  return inRuns(rows, (row) => groupOf(row, by, office)).map(({ group, key, rows: some }) => {
    const count = counts?.find((one) => one.group === group)?.count;
    return (
      <div key={key} className={classes.group}>
        <Head className={classes.head} id={`${id}${key}`}>
          <span>{nameOf(by, group)}</span>
          {count !== undefined && <span className={classes.count}>{inbox.count(String(count))}</span>}
        </Head>
        {list(some, { 'aria-labelledby': `${id}${key}` })}
      </div>
    );
  });
}

/** Those of one group that stand together. A row that stands still for the pointer may have become another group's. */
function inRuns<T>(rows: readonly T[], groupIn: (row: T) => string | null) {
  const runs: { group: string | null; key: string; rows: T[] }[] = [];
  const met = new Set<string>();
  for (const row of rows) {
    const group = groupIn(row);
    const last = runs.at(-1);
    if (last?.group === group) last.rows.push(row);
    else {
      // It names an element, and stays the same when a group comes before it.
      const own = group === null ? '-' : encodeURIComponent(group);
      const key = met.has(own) ? `${own} ${runs.length}`.replaceAll(' ', '-') : own;
      met.add(own);
      runs.push({ group, key, rows: [row] });
    }
  }
  return runs;
}
