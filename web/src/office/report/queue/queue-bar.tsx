// Back to the list, to the report before and after, and to paper.
import { Button } from '@mantine/core';
import { IconArrowLeft, IconChevronLeft, IconChevronRight, IconPrinter } from '@tabler/icons-react';
import { Link, useLocation } from 'wouter';
import { useShortcuts } from '../../shortcuts.ts';
import { useOfficeTexts } from '../../../texts/office.ts';
import classes from '../report.module.css';
import type { Queue } from '../../lists/queue-context.ts';

export function QueueBar({ queue }: { queue: Queue }) {
  const { report } = useOfficeTexts();
  const [, navigate] = useLocation();
  const { previous, next, back, backLabel, listed, at, total } = queue;
  useShortcuts({
    j: next === undefined ? undefined : () => navigate(next),
    k: previous === undefined ? undefined : () => navigate(previous),
    u: () => navigate(back),
  });
  return (
    <div className={`${classes.queue} no-print`}>
      <Link href={back} className={classes.back}>
        <IconArrowLeft size={18} aria-hidden />
        {backLabel}
      </Link>
      {listed && (
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
