// What was decided last, until the next decision or until it is dismissed.
import { CloseButton } from '@mantine/core';
import { Link } from 'wouter';
import { Notice } from '../../shared/messages/notice.tsx';
import { useDesk } from '../desk.tsx';
import classes from './office-bar.module.css';
import { useOfficeTexts } from '../../texts/office.ts';

export function DoneNotice() {
  const { frame } = useOfficeTexts();
  const { done, tell } = useDesk();
  if (!done) return null;
  return (
    <div className={`${classes.done} no-print`} data-testid="done">
      <Notice tone="good">
        <div className={classes.words}>
          <p>{done.words}</p>
          <Link href={`/kantor/laporan/${done.number}`}>{frame.openDone}</Link>
          <CloseButton aria-label={frame.dismiss} onClick={() => tell(undefined)} />
        </div>
      </Notice>
    </div>
  );
}
