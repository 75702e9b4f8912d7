// A status or a kind, in a word.
import { type Status, statusNameOf } from '../../../../sop/terms.ts';
import { useTexts } from '../../texts/texts.tsx';
import classes from './chip.module.css';

type Tone = 'info' | 'warn' | 'good' | 'bad';

const tones: Record<Status, Tone> = {
  received: 'info',
  'in-process': 'info',
  'awaiting-completion': 'warn',
  answered: 'good',
  closed: 'good',
  rejected: 'bad',
  withdrawn: 'bad',
};

export function Chip({ tone, children }: { tone: Tone; children: string }) {
  return (
    <span className={classes.chip} data-tone={tone}>
      {children}
    </span>
  );
}

/** `closedBy`: who ended it, where that is known. */
export function StatusChip({ status, closedBy = null }: { status: Status; closedBy?: string | null }) {
  const { words } = useTexts();
  return <Chip tone={tones[status]}>{words.statuses[statusNameOf({ status, closedBy })]}</Chip>;
}
