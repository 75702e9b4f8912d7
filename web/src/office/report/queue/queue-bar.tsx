// Back to the inbox, to the report before and after, and to paper.
import { Button } from '@mantine/core';
import { IconArrowLeft, IconChevronLeft, IconChevronRight, IconPrinter } from '@tabler/icons-react';
import { Link, useLocation } from 'wouter';
import { useShortcuts } from '../../shortcuts.ts';
import { useOfficeTexts } from '../../../texts/office.ts';
import classes from '../report.module.css';
import type { useQueue } from './use-queue.ts';

export function QueueBar({ queue }: { queue: ReturnType<typeof useQueue> }) {
  const { report, frame } = useOfficeTexts();
  const [, navigate] = useLocation();
  const { previous, next, inbox, inQueue, ofDisposed, at, total } = queue;
  useShortcuts({
    j: next === undefined ? undefined : () => navigate(next),
    k: previous === undefined ? undefined : () => navigate(previous),
    u: () => navigate(inbox),
  });
  return (
    <div className={`${classes.queue} no-print`}>
      <Link href={inbox} className={classes.back}>
        <IconArrowLeft size={18} aria-hidden />
        {ofDisposed ? frame.disposed : report.back}
      </Link>
      {inQueue && (
        <span className={classes.walk}>
          {previous && (
            <Link href={previous} className={classes.back}>
              <IconChevronLeft size={18} aria-hidden />
              {report.previous}
            </Link>
          )}
          {at >= 0 && <span>{report.position(at + 1, total)}</span>}
          {next && (
            <Link href={next} className={classes.back}>
              {report.next}
              <IconChevronRight size={18} aria-hidden />
            </Link>
          )}
        </span>
      )}
      <Button
        variant="default"
        size="sm"
        leftSection={<IconPrinter size={18} aria-hidden />}
        onClick={() => window.print()}
      >
        {report.print}
      </Button>
    </div>
  );
}
