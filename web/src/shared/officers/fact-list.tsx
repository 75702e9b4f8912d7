// What is known, term by term; what is empty is left out.
import type { ReactNode } from 'react';
import classes from './officers.module.css';

export type Fact = [term: string, value: ReactNode];

interface FactListProps {
  facts: readonly Fact[];
  /** The values stand beside their terms, not below them. */
  beside?: boolean;
}

export function FactList({ facts, beside = false }: FactListProps) {
  return (
    <dl className={classes.facts} data-beside={beside}>
      {facts
        .filter(([, value]) => Boolean(value))
        .map(([term, value], index) => (
          // The same term may come twice.
          // oxlint-disable-next-line react/no-array-index-key
          <div key={`${index} ${term}`}>
            <dt>{term}</dt>
            <dd>{value}</dd>
          </div>
        ))}
    </dl>
  );
}
