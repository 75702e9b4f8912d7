// A field of several lines; Mantine's own brings along what makes one grow, which no public page needs.
import { InputBase } from '@mantine/core';
import type { ChangeEvent } from 'react';

interface LongTextProps {
  id?: string;
  label: string;
  description?: string;
  required?: boolean;
  rows: number;
  maxLength?: number;
  value: string;
  error: string | undefined;
  onChange: (text: string) => void;
}

export function LongText({ onChange, ...props }: LongTextProps) {
  return (
    <InputBase
      component="textarea"
      size="md"
      multiline
      styles={{ input: { resize: 'vertical' } }}
      withAsterisk={false}
      onChange={({ currentTarget }: ChangeEvent<HTMLTextAreaElement>) => onChange(currentTarget.value)}
      {...props}
    />
  );
}
