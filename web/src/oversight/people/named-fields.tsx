// Name and address, around what else is known.
import { TextInput } from '@mantine/core';
import type { ReactNode } from 'react';
import type { Draft, FieldsProps } from './fields.ts';

interface NamedFieldsProps<T> extends FieldsProps<T> {
  words: { name: string; email: string };
  emailHint: string;
  children: ReactNode;
}

export function NamedFields<T extends Draft>(props: NamedFieldsProps<T>) {
  const { value, errorOf, onChange, words, emailHint, children } = props;
  return (
    <>
      <TextInput
        label={words.name}
        autoComplete="off"
        value={value.name}
        error={errorOf('name')}
        onChange={({ currentTarget }) => onChange({ name: currentTarget.value } as Partial<T>)}
      />
      {children}
      <TextInput
        type="email"
        label={words.email}
        description={emailHint}
        autoComplete="off"
        value={value.email ?? ''}
        error={errorOf('email')}
        onChange={({ currentTarget }) => onChange({ email: currentTarget.value } as Partial<T>)}
      />
    </>
  );
}
