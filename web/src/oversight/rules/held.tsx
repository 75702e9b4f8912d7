// Fields that wait while what they say is saved: what was typed meanwhile would be lost when it has been.
import type { ReactNode } from 'react';
import classes from './held.module.css';

export function Held({ saving, children }: { saving: boolean; children: ReactNode }) {
  return (
    <fieldset className={classes.held} disabled={saving}>
      {children}
    </fieldset>
  );
}
