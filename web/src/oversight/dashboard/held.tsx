// What is overdue, or due today: by office and step.
import type { Summary } from '../../api/types.ts';
import { Matrix } from '../figures/matrix.tsx';
import { Section } from '../figures/section.tsx';
import { useOfficeName } from '../offices.ts';
import { listPath, type Scope } from '../scope.ts';
import { useDashboardTexts } from '../texts/dashboard.ts';
import { useWords } from '../texts/words.ts';

interface HeldProps {
  title: string;
  none: string;
  held: Summary['overdueNow'];
  scope: Scope;
  filter: { overdue: true } | { dueToday: true };
}

export function Held({ title, none, held, scope, filter }: HeldProps) {
  const { late: texts } = useDashboardTexts();
  const words = useWords();
  const officeName = useOfficeName();
  const steps = [...new Set(held.items.map(({ step }) => step))].sort((a, b) => a - b);
  return (
    <Section title={title}>
      {held.total === 0 ? (
        <p>{none}</p>
      ) : (
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
          rowName={officeName}
          columnName={(step) => words.step(Number(step))}
          href={({ row, column }) =>
            listPath(scope, {
              ...filter,
              ...(row !== undefined && { officeId: row }),
              ...(column !== undefined && { step: column }),
            })
          }
        />
      )}
    </Section>
  );
}
