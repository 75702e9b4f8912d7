// The mark: one kawung, four petals that close a circle.
import classes from './header.module.css';

export function Mark() {
  return (
    <svg className={classes.mark} viewBox="0 0 32 32" aria-hidden>
      <rect width="32" height="32" rx="8" />
      <g>
        <ellipse cx="16" cy="8.6" rx="3" ry="5" />
        <ellipse cx="16" cy="23.4" rx="3" ry="5" />
        <ellipse cx="8.6" cy="16" rx="5" ry="3" />
        <ellipse cx="23.4" cy="16" rx="5" ry="3" />
      </g>
      <circle cx="16" cy="16" r="2" />
    </svg>
  );
}
