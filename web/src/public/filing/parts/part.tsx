// One part of the form: a card under its heading on the long page, a card alone where its question is the page's heading.
import type { ReactNode } from 'react';
import card from '../../../shared/page/card.module.css';
import type { FilingForm } from '../doing/use-filing.ts';

export interface PartProps {
  form: FilingForm;
  /** The page asks this alone, and its heading says what. */
  alone?: boolean | undefined;
}

interface FormPartProps {
  id: string;
  title: string;
  why?: ReactNode;
  whyId?: string;
  alone: boolean | undefined;
  children: ReactNode;
}

export function FormPart({ id, title, why, whyId, alone = false, children }: FormPartProps) {
  const reason = why && <p id={whyId}>{why}</p>;
  if (alone) {
    return (
      <div className={card.card}>
        {reason}
        {children}
      </div>
    );
  }
  return (
    <section className={card.card} aria-labelledby={id}>
      {reason ? (
        <div>
          <h2 id={id}>{title}</h2>
          {reason}
        </div>
      ) : (
        <h2 id={id}>{title}</h2>
      )}
      {children}
    </section>
  );
}
