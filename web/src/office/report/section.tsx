// A sheet with a heading.
import { type ReactNode, useId } from 'react';
import card from '../../shared/page/card.module.css';
import { Part } from '../../shared/page/error-boundary.tsx';
import classes from './report.module.css';

interface SectionProps {
  title: string;
  /** Not on the printed case file. */
  screenOnly?: boolean;
  children: ReactNode;
}

export function Section({ title, screenOnly = false, children }: SectionProps) {
  const id = useId();
  return (
    <section
      className={`${card.card} ${classes.section} ${screenOnly ? 'no-print' : ''}`}
      aria-labelledby={id}
    >
      <h2 id={id}>{title}</h2>
      <Part>{children}</Part>
    </section>
  );
}
