// What is overdue, or due today: by office and step.
import type { Summary } from '../../api/types.ts';
import { Matrix } from '../figures/matrix.tsx';
import { Section } from '../../shared/officers/section.tsx';
import classes from '../../shared/officers/table.module.css';
import { partUnder } from '../../shared/officers/office-tree.ts';
import { useOffices } from '../../shared/officers/offices.ts';
import { listPath, type Scope } from '../filter/scope.ts';
import { useDashboardTexts, useWords } from '../../texts/oversight.ts';

interface HeldProps {
  title: string;
  none: string;
  held: Summary['overdueNow'];
  summary: Summary;
  scope: Scope;
  filter: { overdue: true } | { dueToday: true };
}

/** Whether an office that holds a report lies outside of the part that is counted, which only had a hand in it before. */
function useIsOutside(top: string | null): (id: string) => boolean {
  const { data } = useOffices();
  if (!data || top === null) return () => false;
  const inside = new Set(partUnder(data, top).map(({ id }) => id));
  return (id) => !inside.has(id);
}

export function Held({ title, none, held, summary, scope, filter }: HeldProps) {
  const { late: texts } = useDashboardTexts();
  const words = useWords();
  const isOutside = useIsOutside(summary.officeId);
  const steps = [...new Set(held.items.map(({ step }) => step))].sort((a, b) => a - b);
  if (held.total === 0)
    return (
      <Section title={title}>
        <p>{none}</p>
      </Section>
    );
  return (
    <Section title={title}>
      <Matrix
        caption={title}
        corner={texts.office}
        sum={texts.sum}
        cells={held.items.map(({ officeId, step, count }) => ({
          row: officeId,
          column: String(step),
          count,
        }))}
        columns={steps.map(String)}
        renderRow={(id) => (
          <>
            {summary.officeNames[id] ?? id}
            {isOutside(id) && <span className={classes.small}>{texts.outside}</span>}
          </>
        )}
        columnName={(step) => words.step(Number(step))}
        href={({ row, column }) =>
          listPath(scope, {
            ...filter,
            ...(row !== undefined && { officeId: row }),
            ...(column !== undefined && { step: column }),
          })
        }
      />
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
