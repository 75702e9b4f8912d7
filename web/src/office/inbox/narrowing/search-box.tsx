// The search box of a list; from it Enter and the arrow down lead to the first row.
import { TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import type { KeyboardEvent } from 'react';
import { longest } from '../../../shared/forms/longest.ts';
import classes from './narrowing.module.css';
import { useTyped } from './use-typed.ts';

/** Where the shortcut `/` goes. */
export const searchBoxId = 'search-box';

interface SearchBoxProps {
  label: string;
  value: string;
  onChange: (value: string) => void;
  /** Whether one goes on to the rows, once those that were asked for are there. */
  onLeave: (leaves: boolean) => void;
}

export function SearchBox({ label, value, onChange, onLeave }: SearchBoxProps) {
  const { typed, setTyped, send } = useTyped(value, onChange);
  const onKeyDown = (event: KeyboardEvent) => {
    const leaves = !event.nativeEvent.isComposing && ['Enter', 'ArrowDown'].includes(event.key);
    if (leaves) {
      event.preventDefault();
      send();
    }
    onLeave(leaves);
  };
  return (
    <TextInput
      id={searchBoxId}
      className={classes.search ?? ''}
      type="search"
      size="xs"
      aria-label={label}
      placeholder={label}
      value={typed}
      maxLength={longest.words}
      leftSection={<IconSearch size={16} aria-hidden />}
      onChange={({ currentTarget }) => setTyped(currentTarget.value)}
      onKeyDown={onKeyDown}
    />
  );
}
