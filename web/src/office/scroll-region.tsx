// A wide table that is scrolled sideways on narrow screens, also by keyboard.
import type { ReactNode } from 'react';
import classes from './forms.module.css';
import { useOfficeTexts } from '../texts/office.ts';

export function ScrollRegion({ label, children }: { label: string; children: ReactNode }) {
  const { frame } = useOfficeTexts();
  return (
    // What scrolls must take the focus, to be scrolled by keys.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <section className={classes.scroll} aria-label={frame.table(label)} tabIndex={0}>
      {children}
    </section>
  );
}
