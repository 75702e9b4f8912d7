// The form itself: what was found wrong above, whose summary takes the focus, and what sends it.
import { type ReactNode, useEffect, useRef } from 'react';
import type { Values } from '../../shared/forms/filing.ts';
import type { Errors } from './doing/use-filing.ts';
import { ErrorSummary } from './error-summary.tsx';
import classes from './filing.module.css';

interface FormFrameProps {
  errors: Errors;
  /** The API found them. */
  refused: boolean;
  lead?: (field: keyof Values) => void;
  /** False: in vain. */
  submit: () => boolean;
  children: ReactNode;
}

export function FormFrame({ errors, refused, lead, submit, children }: FormFrameProps) {
  const summary = useRef<HTMLDivElement>(null);
  const refusedHere = refused && Object.keys(errors).length > 0;
  useEffect(() => {
    if (refusedHere) summary.current?.focus();
  }, [refusedHere]);
  return (
    <form
      className={classes.form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (!submit()) requestAnimationFrame(() => summary.current?.focus());
      }}
    >
      <ErrorSummary ref={summary} errors={errors} lead={lead} />
      {children}
    </form>
  );
}
