// The field for a time of day: typed as 07.30 or 16:00, always of 24 hours; the browser's own may say am and pm.
import { ReadInput, type ReadInputProps } from './read-input.tsx';
import { timeOrWords } from './read-time.ts';

/** `value`: `HH:MM`, or words that are no time. */
export function TimeInput(props: ReadInputProps) {
  return <ReadInput inputMode="decimal" {...props} read={timeOrWords} write={(time) => time} />;
}
