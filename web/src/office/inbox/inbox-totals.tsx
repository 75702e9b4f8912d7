// How many reports the office holds, how many of them are urgent, and how far one has come today.
import type { InboxCounts } from '../../api/types.ts';
import type { useAddress } from '../../shared/state/address.ts';
import { useOfficeTexts } from '../../texts/office.ts';
import classes from '../lists/desk.module.css';
import { deadlineChange } from './narrowing/filters.ts';

interface InboxTotalsProps {
  counts: InboxCounts | undefined;
  state: Pick<ReturnType<typeof useAddress>, 'change'>;
}

export function InboxTotals({ counts, state: { change } }: InboxTotalsProps) {
  const { inbox } = useOfficeTexts();
  if (!counts) return null;
  const { total, late, soon, decidedToday } = counts;
  const only = (deadline: string) => () => change(deadlineChange(deadline));
  return (
    <p className={classes.counts} data-testid="counts">
      <strong>{inbox.count(String(total))}</strong>
      {late > 0 && (
        <button type="button" data-tone="bad" onClick={only('late')}>
          {inbox.late(late)}
        </button>
      )}
      {soon > 0 && (
        <button type="button" data-tone="warn" data-less onClick={only('soon')}>
          {inbox.soon(soon)}
        </button>
      )}
      {decidedToday.office > 0 && (
        <span data-less>{inbox.decidedToday(decidedToday.office, decidedToday.mine)}</span>
      )}
    </p>
  );
}
