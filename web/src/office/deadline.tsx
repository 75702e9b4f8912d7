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
import { spanWords } from './working-time.ts';

export type Standing = 'late' | 'soon' | 'fine' | 'paused' | 'closing' | 'rejected' | 'ended' | 'none';
type Timed = Pick<Item, 'status' | 'deadline' | 'provisional' | 'warnAt' | 'overdue' | 'remaining'> &
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
export function standingOf({ status, deadline, warnAt, overdue, endedAt }: Timed): Standing {
  // reading 22: until the rejection is final; that of a duplicate has no deadline while its original goes on.
  if (status === 'rejected' && (deadline !== null || endedAt === null)) return 'rejected';
  if (isEnd(status)) return 'ended';
  if (status === 'awaiting-completion') return 'paused';
  if (deadline === null) return 'none';
  if (status === 'answered') return 'closing';
  if (overdue) return 'late';
  return warnAt !== null && Date.parse(warnAt) <= Date.now() ? 'soon' : 'fine';
}

/** `withMoment` also says when, in the office's zone. */
export function Deadline({ item, withMoment = false }: { item: Timed; withMoment?: boolean }) {
  const { words } = useOfficeTexts();
  const { moment } = useOfficeFormat();
  const standing = standingOf(item);
  const Icon = icons[standing];
  const due = standing === 'rejected' ? words.objectionsUntil : words.due;
  const left = spanWords(item.remaining.stepSpan ?? { days: 0, minutes: 0 }, words.time);
  return (
    <span className={classes.deadline} data-standing={standing}>
      <span className={classes.chip}>
        <Icon size={18} aria-hidden />
        <span>{words.markedBriefly(words.standing[standing](left), !withMoment && item.provisional)}</span>
      </span>
      {withMoment && item.deadline && standing !== 'ended' && (
        <span className={classes.moment}>{words.marked(due(moment(item.deadline)), item.provisional)}</span>
      )}
    </span>
  );
}
