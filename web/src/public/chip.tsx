// A status or a kind, in a word.
import { type Status, statusNameOf } from '../../../sop/terms.ts';
import { useTexts } from '../texts/texts.tsx';
import classes from './chip.module.css';

const tones: Record<Status, 'info' | 'warn' | 'good' | 'bad'> = {
  received: 'info',
  'in-process': 'info',
  'awaiting-completion': 'warn',
  answered: 'good',
  closed: 'good',
  rejected: 'bad',
  withdrawn: 'bad',
};

/** `closedBy`: who ended it, where that is known. */
export function StatusChip({ status, closedBy = null }: { status: Status; closedBy?: string | null }) {
  const { words } = useTexts();
  return (
    <span className={classes.chip} data-tone={tones[status]}>
      {words.statuses[statusNameOf({ status, closedBy })]}
    </span>
  );
}
