// What was decided last, for a while, over the page: nothing moves. The record keeps it.
import { Button, CloseButton } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { Link } from 'wouter';
import { Notice } from '../../shared/messages/notice.tsx';
import { useDesk } from '../desk.tsx';
import classes from './office-bar.module.css';
import { useOfficeTexts } from '../../texts/office.ts';

/** Long enough to be read; it stays while somebody points at it or is in it. */
const shownMs = 12_000;

export function DoneNotice() {
  const { frame } = useOfficeTexts();
  const { done, tell } = useDesk();
  const box = useRef<HTMLDivElement>(null);
  const [pointed, setPointed] = useState(false);
  useEffect(() => {
    if (!done || pointed) return undefined;
    const timer = setInterval(() => {
      if (!box.current?.contains(document.activeElement)) tell(undefined);
    }, shownMs);
    return () => clearInterval(timer);
  }, [done, pointed, tell]);
  if (!done) return null;
  return (
    <div
      ref={box}
      className={`${classes.done} no-print`}
      data-testid="done"
      onPointerEnter={() => setPointed(true)}
      onPointerLeave={() => setPointed(false)}
    >
      <Notice tone="good">
        <div className={classes.words}>
          <p>{done.words}</p>
          {done.number && <Link href={`/kantor/laporan/${done.number}`}>{frame.openDone}</Link>}
          {done.undo && (
            <Button
              variant="default"
              size="compact-sm"
              onClick={() => {
                tell(undefined);
                done.undo?.run();
              }}
            >
              {done.undo.label}
            </Button>
          )}
          <CloseButton aria-label={frame.dismiss} onClick={() => tell(undefined)} />
        </div>
      </Notice>
    </div>
  );
}
