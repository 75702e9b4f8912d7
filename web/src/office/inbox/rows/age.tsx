// How long ago a report came in.
import { useOfficeFormat } from '../../../texts/office-format.ts';
import { useOfficeTexts } from '../../../texts/office.ts';
import { minutesSince, useTick } from '../../frame/ticking.ts';
import classes from './row.module.css';

const [hour, day] = [60, 24 * 60];

/** `receivedAt` as the API has it; in minutes, hours or days of the clock on the wall. */
export function Age({ receivedAt }: { receivedAt: string }) {
  const { inbox } = useOfficeTexts();
  const { moment } = useOfficeFormat();
  useTick();
  const minutes = minutesSince(receivedAt);
  const ago =
    minutes < hour
      ? inbox.ago.minutes(minutes)
      : minutes < day
        ? inbox.ago.hours(Math.floor(minutes / hour))
        : inbox.ago.days(Math.floor(minutes / day));
  return (
    <time className={classes.age} dateTime={receivedAt} title={inbox.receivedAt(moment(receivedAt))}>
      {ago}
    </time>
  );
}
