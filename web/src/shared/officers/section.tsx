// A sheet with a heading, and a word on what its figures mean.
import { type ReactNode, useId } from 'react';
import card from '../page/card.module.css';
import { Part } from '../page/error-boundary.tsx';
import classes from './section.module.css';

interface SectionProps {
  title: string;
  why?: string | undefined;
  /** Right of the heading. */
  tools?: ReactNode;
  children: ReactNode;
}

export function Section({ title, why, tools, children }: SectionProps) {
  const heading = useId();
  return (
    <section className={`${card.card} ${classes.section}`} aria-labelledby={heading}>
      <div className={classes.head}>
        <div>
          <h2 id={heading}>{title}</h2>
          {why && <p className={classes.why}>{why}</p>}
        </div>
        {tools}
      </div>
      <Part>{children}</Part>
    </section>
  );
}
