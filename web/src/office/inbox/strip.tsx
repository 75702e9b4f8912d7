// What is ours to do besides the rows of the inbox.
import type { ReactNode } from 'react';
import classes from './inbox.module.css';

/** So few are shown at once. */
const few = 2;

interface StripProps {
  title: string;
  count: number;
  children: ReactNode;
}

/** `children` are the items of a list. */
export function Strip({ title, count, children }: StripProps) {
  return (
    <details className={`${classes.strip} no-print`} open={count <= few}>
      <summary>{title}</summary>
      <ul className={classes.owed}>{children}</ul>
    </details>
  );
}
