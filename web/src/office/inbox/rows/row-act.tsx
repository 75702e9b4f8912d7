// What a row lets one decide at once.
import { Button } from '@mantine/core';
import type { OfficeAction } from '../../../../../sop/terms.ts';
import { useOfficeTexts } from '../../../texts/office.ts';
import classes from './row.module.css';

interface RowActProps {
  number: string;
  action: OfficeAction;
  onDecide: (number: string, action: OfficeAction) => void;
  /** Somebody is about to press it. */
  onNear?: () => void;
}

export function RowAct({ number, action, onDecide, onNear }: RowActProps) {
  const { words } = useOfficeTexts();
  return (
    <div className={classes.act}>
      <Button
        variant="default"
        size="compact-sm"
        onClick={() => onDecide(number, action)}
        onFocus={onNear}
        onMouseEnter={onNear}
      >
        {words.actions[action]}
        <span className="visually-hidden"> {number}</span>
      </Button>
    </div>
  );
}
