// A search box that asks a moment after the last key.
import { TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useEffect, useEffectEvent, useState } from 'react';
import { longest } from '../../shared/forms/longest.ts';

const pauseMs = 350;
/** Where the shortcut `/` goes. */
export const searchBoxId = 'search-box';

interface SearchBoxProps {
  label: string;
  value: string;
  onChange: (value: string) => void;
}

export function SearchBox({ label, value, onChange }: SearchBoxProps) {
  const [typed, setTyped] = useState(value);
  const [asked, setAsked] = useState(value);
  // Somebody else (a cleared filter, the back button) changed it.
  if (value !== asked) {
    setAsked(value);
    setTyped(value);
  }
  const send = useEffectEvent(() => {
    setAsked(typed.trim());
    onChange(typed.trim());
  });
  useEffect(() => {
    if (typed.trim() === asked) return undefined;
    const timer = setTimeout(() => send(), pauseMs);
    return () => clearTimeout(timer);
  }, [typed, asked]);
  return (
    <TextInput
      id={searchBoxId}
      type="search"
      label={label}
      value={typed}
      maxLength={longest.words}
      leftSection={<IconSearch size={18} aria-hidden />}
      onChange={({ currentTarget }) => setTyped(currentTarget.value)}
    />
  );
}
