// A sheet with a heading, and a word on what stands in it.
import { type ReactNode, useId } from 'react';
import card from '../page/card.module.css';
import { Part } from '../page/error-boundary.tsx';
import classes from './officers.module.css';

interface SectionProps {
  title: string;
  why?: string | undefined;
  /** Right of the heading. */
  tools?: ReactNode;
  /** Not on paper. */
  screenOnly?: boolean;
  children: ReactNode;
}

export function Section({ title, why, tools, screenOnly = false, children }: SectionProps) {
  const id = useId();
  const heading = <h2 id={id}>{title}</h2>;
  return (
    <section
      className={`${card.card} ${classes.section} ${screenOnly ? 'no-print' : ''}`}
      aria-labelledby={id}
    >
      {why || tools ? (
        <div className={classes.head}>
          <div>
            {heading}
            {why && <p className={classes.why}>{why}</p>}
          </div>
          {tools}
        </div>
      ) : (
        heading
      )}
      <Part>{children}</Part>
    </section>
  );
}
