// How many of each status, kind, step, holder, channel and category.
import { type ReactNode, useId } from 'react';
import type { Summary } from '../../api/types.ts';
import { CountTable, type CountRow } from '../figures/count-table.tsx';
import { Section } from '../../shared/officers/section.tsx';
import { listPath, type Scope } from '../filter/scope.ts';
import { useDashboardTexts, useWords } from '../../texts/oversight.ts';
import classes from './counts.module.css';

function Group({ title, children }: { title: string; children: (title: string) => ReactNode }) {
  const heading = useId();
  return (
    <div role="group" aria-labelledby={heading}>
      <h3 id={heading} className="visually-hidden">
        {title}
      </h3>
      {children(title)}
    </div>
  );
}

const inOrder = (counts: Record<string, number>) =>
  Object.entries(counts).sort(([a], [b]) => Number(a) - Number(b));
const byNumber = (counts: Record<string, number>) => Object.entries(counts).sort(([, a], [, b]) => b - a);

/** The tree, a branch with all below it; then what stands in no tree, as it was written. */
function categoryRows({ categories, byCategory }: Summary, scope: Scope, none: string): CountRow[] {
  const depthOf = (parent: string | null): number => {
    const above = categories.find(({ code }) => code === parent);
    return above ? 1 + depthOf(above.parent) : 0;
  };
  const known = new Set(categories.flatMap(({ words }) => words));
  const others = byNumber(byCategory).filter(([name]) => !known.has(name));
  return [
    ...categories.map(({ code, parent, name, total }) => ({
      key: code,
      label: `${'— '.repeat(depthOf(parent))}${name}`,
      count: total,
      href: listPath(scope, { category: name }),
    })),
    ...others.map(([name, count]) => ({ key: `=${name}`, label: name === '-' ? none : name, count })),
  ];
}

export function Counts({ summary, scope }: { summary: Summary; scope: Scope }) {
  const { counts: texts } = useDashboardTexts();
  const words = useWords();
  const nameIn = (names: Record<string, string>, key: string) => names[key] ?? key;
  const groups: [title: string, rows: CountRow[]][] = [
    [
      texts.status,
      byNumber(summary.byStatus).map(([key, count]) => ({
        key,
        label: nameIn(words.statuses, key),
        count,
        href: listPath(scope, { status: key }),
      })),
    ],
    [
      texts.step,
      inOrder(summary.byStep).map(([key, count]) => ({
        key,
        label: `${key}. ${nameIn(words.steps, key)}`,
        count,
        href: listPath(scope, { step: key }),
      })),
    ],
    [
      texts.kind,
      byNumber(summary.byKind).map(([key, count]) => ({
        key,
        label: nameIn(words.kinds, key),
        count,
        href: listPath(scope, { kind: key }),
      })),
    ],
    [
      texts.office,
      byNumber(summary.byOffice).map(([key, count]) => ({
        key,
        label: key === 'system' ? texts.system : nameIn(summary.officeNames, key),
        count,
        ...(key !== 'system' && { href: listPath(scope, { officeId: key }) }),
      })),
    ],
    [
      texts.channel,
      byNumber(summary.byChannel).map(([key, count]) => ({
        key,
        label: nameIn(words.channels, key),
        count,
        href: listPath(scope, { channel: key }),
      })),
    ],
    [texts.category, categoryRows(summary, scope, texts.noCategory)],
    [
      texts.closedBy,
      byNumber(summary.closedBy).map(([key, count]) => ({
        key,
        label: nameIn(texts.by, key),
        count,
        href: listPath(scope, { closedBy: key }),
      })),
    ],
  ];
  return (
    <Section title={texts.title}>
      <div className={classes.groups}>
        {groups.map(([title, rows]) => (
          <Group key={title} title={title}>
            {(caption) => <CountTable caption={caption} head={texts.number} rows={rows} />}
          </Group>
        ))}
      </div>
    </Section>
  );
}
