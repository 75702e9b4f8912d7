// A field whose words are read as they are typed, a day or a time: it stays as one typed it until one leaves it.
import { TextInput, type TextInputProps } from '@mantine/core';
import { useState } from 'react';

export interface ReadInputProps extends Omit<TextInputProps, 'value' | 'onChange'> {
  /** As it was read, or words that could not be. */
  value: string;
  onChange: (value: string) => void;
  /** Tells of a change when one leaves the field or presses Enter, and not with each letter. */
  late?: boolean;
}

interface Reading {
  /** What typed words mean. */
  read: (typed: string) => string;
  /** As it is shown once one has left the field. */
  write: (value: string) => string;
}

export function ReadInput({ value, onChange, late = false, read, write, ...rest }: ReadInputProps & Reading) {
  // While one types, what one typed.
  const [typed, setTyped] = useState<string>();
  const tell = (words: string) => {
    const meant = read(words);
    if (meant !== value) onChange(meant);
  };
  return (
    <TextInput
      autoComplete="off"
      maxLength={40}
      {...rest}
      value={typed ?? write(value)}
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
