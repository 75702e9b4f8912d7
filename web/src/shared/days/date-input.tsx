// The field for a day of a form or filter: typed and shown as 31/12/2026, never in the order of the browser's own picker.
import { TextInput, type TextInputProps } from '@mantine/core';
import { useState } from 'react';
import { useTexts } from '../../texts/texts.tsx';
import { dayOrWords } from './read-day.ts';
import { asWritten } from './written.ts';

interface DateInputProps extends Omit<TextInputProps, 'value' | 'onChange'> {
  /** `YYYY-MM-DD`, or words that are no day. */
  value: string;
  onChange: (day: string) => void;
  /** Tells of a change when one leaves the field or presses Enter, and not with each letter. */
  late?: boolean;
}

export function DateInput({ value, onChange, late = false, ...rest }: DateInputProps) {
  const { words } = useTexts();
  // While one types, what one typed.
  const [typed, setTyped] = useState<string>();
  const tell = (words: string) => {
    const day = dayOrWords(words);
    if (day !== value) onChange(day);
  };
  return (
    <TextInput
      autoComplete="off"
      maxLength={40}
      placeholder={words.dayForm}
      {...rest}
      value={typed ?? asWritten(value)}
      onChange={({ currentTarget }) => {
        setTyped(currentTarget.value);
        if (!late) tell(currentTarget.value);
      }}
      onKeyDown={({ key }) => {
        if (key === 'Enter' && typed !== undefined) tell(typed);
      }}
      onBlur={() => {
        if (typed !== undefined) tell(typed);
        setTyped(undefined);
      }}
    />
  );
}
