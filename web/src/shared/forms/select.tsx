// One of several, in the browser's own list; Mantine's brings along what finds groups in one, which no public page has.
import { InputBase } from '@mantine/core';
import { IconSelector } from '@tabler/icons-react';
import type { ChangeEvent } from 'react';
import type { Option } from './options.ts';

interface SelectProps {
  id?: string;
  name?: string;
  label: string;
  description?: string;
  options: readonly Option[];
  value: string;
  error?: string | undefined;
  onChange: (value: string) => void;
}

export function Select({ options, onChange, ...props }: SelectProps) {
  return (
    <InputBase
      component="select"
      size="md"
      pointer
      rightSection={<IconSelector size={18} aria-hidden />}
      rightSectionPointerEvents="none"
      onChange={({ currentTarget }: ChangeEvent<HTMLSelectElement>) => onChange(currentTarget.value)}
      {...props}
    >
      {options.map(({ value, label }) => (
        <option key={value} value={value}>
          {label}
        </option>
      ))}
    </InputBase>
  );
}
