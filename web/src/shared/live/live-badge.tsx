// Whether what is shown changes by itself; it is told only when it does not any more.
import { useEffect } from 'react';
import { announce } from '../messages/announcer.tsx';
import type { LiveState } from './live.ts';
import { useTexts } from '../../texts/texts.tsx';
import classes from './live-badge.module.css';

export function LiveBadge({ state }: { state: LiveState }) {
  const { shell } = useTexts();
  const lost = state === 'disconnected' && shell.live.disconnected;
  useEffect(() => {
    if (lost) announce(lost);
  }, [lost]);
  return (
    <span className={`${classes.badge} no-print`} data-state={state}>
      {shell.live[state]}
    </span>
  );
}
