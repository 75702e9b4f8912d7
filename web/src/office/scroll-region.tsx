// A wide table that is scrolled sideways on narrow screens, also by keyboard.
import type { ReactNode } from 'react';
import classes from './forms.module.css';

export function ScrollRegion({ label, children }: { label: string; children: ReactNode }) {
  return (
    // What scrolls must take the focus, to be scrolled by keys.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <section className={classes.scroll} aria-label={label} tabIndex={0}>
      {children}
    </section>
  );
}
