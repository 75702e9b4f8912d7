// How a report stands with its deadline: an icon, a word and a colour.
import {
  IconAlertOctagon,
  IconCircleCheck,
  IconClock,
  IconClockExclamation,
  IconClockPause,
  IconHourglassHigh,
} from '@tabler/icons-react';
import { isEnd } from '../../../sop/terms.ts';
import { useOfficeFormat } from '../texts/office-format.ts';
import classes from './deadline.module.css';
import { useOfficeTexts } from '../texts/office.ts';
import type { Item, Report } from '../api/types.ts';
import { spanNow, useTick } from './frame/ticking.ts';
import { spanBriefly, spanWords } from './working-time.ts';

export type Standing = 'late' | 'soon' | 'fine' | 'paused' | 'closing' | 'rejected' | 'ended' | 'none';
type Timed = Pick<
  Item,
  'status' | 'deadline' | 'provisional' | 'warnAt' | 'overdue' | 'remaining' | 'holder'
> &
  Partial<Pick<Report, 'endedAt'>>;

const icons = {
  late: IconAlertOctagon,
  soon: IconClockExclamation,
  fine: IconClock,
  paused: IconClockPause,
  closing: IconHourglassHigh,
  rejected: IconHourglassHigh,
  ended: IconCircleCheck,
  none: IconClock,
};

/** `soon` once the holder has been warned. */
export function standingOf({ status, deadline, warnAt, overdue, endedAt, holder }: Timed): Standing {
  // reading 22: until the rejection is final; that of a duplicate has no deadline while its original goes on.
  if (status === 'rejected' && (deadline !== null || endedAt === null)) return 'rejected';
  if (isEnd(status)) return 'ended';
  if (status === 'awaiting-completion') return 'paused';
  if (deadline === null) return 'none';
  if (status === 'answered') return 'closing';
  // Time goes by between two answers of the API.
  if (overdue || (holder.level !== 'system' && Date.parse(deadline) < Date.now())) return 'late';
  return warnAt !== null && Date.parse(warnAt) <= Date.now() ? 'soon' : 'fine';
}

interface DeadlineProps {
  item: Timed;
  /** Also says when, in the office's zone. */
  withMoment?: boolean;
  /** In a list: without a pill, and the greatest part of the time alone. */
  inRow?: boolean;
}

export function Deadline({ item, withMoment = false, inRow = false }: DeadlineProps) {
  const { words } = useOfficeTexts();
  const { moment } = useOfficeFormat();
  useTick();
  const standing = standingOf(item);
  const Icon = icons[standing];
  const due = standing === 'rejected' ? words.objectionsUntil : words.due;
  // In a row colour and icon say that it is soon, and these words to who sees neither.
  const shortly = inRow && standing === 'soon';
  const left = (inRow ? spanBriefly : spanWords)(spanNow(item.remaining), words.time);
  return (
    <span className={classes.deadline} data-standing={standing} data-in-row={inRow}>
      <span className={classes.chip}>
        <Icon size={inRow ? 16 : 18} aria-hidden />
        {shortly && <span className="visually-hidden">{words.soon}</span>}
        <span>
          {words.markedBriefly(
            words.standing[shortly ? 'fine' : standing](left),
            !withMoment && item.provisional,
          )}
        </span>
      </span>
      {withMoment && item.deadline && standing !== 'ended' && (
        <span className={classes.moment}>{words.marked(due(moment(item.deadline)), item.provisional)}</span>
      )}
    </span>
  );
}
