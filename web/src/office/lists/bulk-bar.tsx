// How many reports are selected, and what may be decided for them together.
import { Button } from '@mantine/core';
import { useEffect } from 'react';
import type { OfficeAction } from '../../../../sop/terms.ts';
import { announce } from '../../shared/messages/announcer.tsx';
import { isOpenForMany, mainFirst } from '../deciding/actions.ts';
import { ManyButton } from '../deciding/many-button.tsx';
import { useOfficeTexts } from '../../texts/office.ts';
import type { Item } from '../../api/types.ts';
import classes from './desk.module.css';

interface BulkBarProps {
  chosen: readonly Item[];
  /** Those that are offered here. */
  actions: readonly OfficeAction[];
  onAction: (action: OfficeAction) => void;
  onClear: () => void;
}

export function BulkBar({ chosen, actions, onAction, onClear }: BulkBarProps) {
  const { inbox } = useOfficeTexts();
  const words = chosen.length > 0 && inbox.selected(chosen.length);
  useEffect(() => {
    if (words) announce(words);
  }, [words]);
  if (!words) return null;
  const openFor = (action: OfficeAction) => chosen.filter((item) => isOpenForMany(action, item)).length;
  return (
    <section className={`${classes.bulk} no-print`} data-bulk aria-label={words}>
      <strong>{words}</strong>
      <div className={classes.actions}>
        {mainFirst(actions.filter((action) => openFor(action) > 0)).map((action) => (
          <ManyButton key={action} action={action} count={openFor(action)} onAction={onAction} />
        ))}
      </div>
      <Button size="sm" variant="subtle" onClick={onClear}>
        {inbox.deselect}
      </Button>
    </section>
  );
}
