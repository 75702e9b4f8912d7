// The field for a day of a form or filter: typed and shown as 31/12/2026, never in the order of the browser's own picker.
import { useTexts } from '../../texts/texts.tsx';
import { dayOrWords } from './read-day.ts';
import { ReadInput, type ReadInputProps } from './read-input.tsx';
import { asWritten } from './written.ts';

/** `value`: `YYYY-MM-DD`, or words that are no day. */
export function DateInput(props: ReadInputProps) {
  const { words } = useTexts();
  return <ReadInput placeholder={words.dayForm} {...props} read={dayOrWords} write={asWritten} />;
}
