// Whether what is shown changes by itself.
import type { LiveState } from './live.ts';
import { useTexts } from '../../texts/texts.tsx';
import classes from './live-badge.module.css';

export function LiveBadge({ state }: { state: LiveState }) {
  const { shell } = useTexts();
  return (
    <span className={`${classes.badge} no-print`} data-state={state} role="status">
      {shell.live[state]}
    </span>
  );
}
