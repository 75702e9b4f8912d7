// How many reports are selected, and what may be decided for them together.
import { Button } from '@mantine/core';
import { useEffect } from 'react';
import { IconUserShare } from '@tabler/icons-react';
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
  /** Hands them to a colleague; undefined: they are not ours to hand over. */
  onHand: (() => void) | undefined;
  onClear: () => void;
}

export function BulkBar({ chosen, actions, onAction, onHand, onClear }: BulkBarProps) {
  const { inbox, finding } = useOfficeTexts();
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
        {onHand && (
          <Button
            size="sm"
            variant="default"
            leftSection={<IconUserShare size={18} aria-hidden />}
            onClick={onHand}
          >
            {finding.handing.short(chosen.length)}
          </Button>
        )}
      </div>
      <Button size="sm" variant="subtle" onClick={onClear}>
        {inbox.deselect}
      </Button>
    </section>
  );
}
