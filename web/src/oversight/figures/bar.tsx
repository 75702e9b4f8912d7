// A bar under a number; it only underlines what the number says.
import type { CSSProperties } from 'react';
import classes from '../../shared/officers/table.module.css';

interface BarProps {
  /** Each part's share of the whole width, 0 to 1. */
  shares: number[];
  /** `late`: the second part is what came too late. `warm`: time rather than number. */
  tone?: 'late' | 'warm';
}

export function Bar({ shares, tone }: BarProps) {
  return (
    <span className={classes.bar} data-tone={tone} aria-hidden>
      {shares.map((share, index) => (
        // The parts have no other name than their place.
        // oxlint-disable-next-line react/no-array-index-key
        <span key={index} style={{ '--share': share } as CSSProperties} />
      ))}
    </span>
  );
}
