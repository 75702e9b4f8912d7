// What is late, or due today, by office directly below and step, in the order of the ranking.
import { Button } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { Link } from 'wouter';
import type { Summary } from '../../api/types.ts';
import { officePath, partPath, type Ranked, rankedPath, shownFirst } from '../brief/paths.ts';
import { Matrix } from '../figures/matrix.tsx';
import { Section } from '../../shared/officers/section.tsx';
import classes from '../../shared/officers/table.module.css';
import type { Scope } from '../filter/scope.ts';
import { useBriefTexts, useDashboardTexts, useWords } from '../../texts/oversight.ts';

interface HeldProps {
  title: string;
  none: string;
  by: 'lateBySteps' | 'dueTodayBySteps';
  summary: Summary;
  scope: Scope;
  filter: { overdue: true } | { dueToday: true };
}

export function Held({ title, none, by, summary, scope, filter }: HeldProps) {
  const { late: texts } = useDashboardTexts();
  const brief = useBriefTexts();
  const words = useWords();
  const { ranking } = summary.brief;
  const [whole, setWhole] = useState(false);
  const cells = ranking.flatMap((one) =>
    Object.entries(one[by]).map(([step, count]) => ({ row: one.officeId, column: step, count })),
  );
  const steps = [...new Set(cells.map(({ column }) => Number(column)))].sort((a, b) => a - b);
  if (cells.length === 0)
    return (
      <Section title={title}>
        <p>{none}</p>
      </Section>
    );
  const rows = new Set(cells.map(({ row }) => row)).size;
  const of = new Map(ranking.map((one) => [one.officeId, one]));
  const nameOf = ({ officeId, own, name }: Ranked): ReactNode =>
    own ? brief.own(name) : <Link href={officePath(officeId, scope)}>{name}</Link>;
  const listOf = (row: string | undefined, column: string | undefined) => {
    const step = { ...filter, ...(column !== undefined && { step: column }) };
    const one = row === undefined ? undefined : of.get(row);
    return one ? rankedPath(one, scope, step) : partPath(summary, scope, step);
  };
  return (
    <Section title={title}>
      <Matrix
        caption={title}
        corner={texts.office}
        sum={texts.sum}
        cells={cells}
        columns={steps.map(String)}
        {...(!whole && { most: shownFirst })}
        renderRow={(id) => {
          const one = of.get(id);
          return one ? nameOf(one) : id;
        }}
        columnName={(step) => words.step(Number(step))}
        href={({ row, column }) => listOf(row, column)}
      />
      {!whole && rows > shownFirst && (
        <div>
          <Button variant="default" onClick={() => setWhole(true)}>
            {brief.all(rows)}
          </Button>
        </div>
      )}
      <ul className={classes.key}>
        {steps.map((step) => (
          <li key={step}>
            {words.step(step)}: {words.steps[step as keyof typeof words.steps]}
          </li>
        ))}
      </ul>
    </Section>
  );
}
