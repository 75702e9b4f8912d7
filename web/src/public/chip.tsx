// A status or a kind, in a word.
import type { Status } from '../../../sop/terms.ts';
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

export function StatusChip({ status }: { status: Status }) {
  const { words } = useTexts();
  return (
    <span className={classes.chip} data-tone={tones[status]}>
      {words.statuses[status]}
    </span>
  );
}
