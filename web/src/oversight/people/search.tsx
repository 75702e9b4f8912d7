// A search as one types, kept in the address.
import { TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useDeferredValue } from 'react';
import { useAddress } from '../../shared/state/address.ts';
import { Empty } from '../../shared/messages/states.tsx';
import classes from './people.module.css';

/** In small letters and the form in which names are kept; empty: everything is sought. */
export function useSought(): string {
  const { values } = useAddress(['q']);
  return useDeferredValue((values.q ?? '').normalize('NFC').trim().toLowerCase());
}

export function SearchField({ label }: { label: string }) {
  const { values, change } = useAddress(['q']);
  return (
    <TextInput
      type="search"
      label={label}
      leftSection={<IconSearch size={18} aria-hidden />}
      className={classes.search}
      value={values.q ?? ''}
      onChange={({ currentTarget }) => change({ q: currentTarget.value })}
    />
  );
}

export function NoneFound({ words }: { words: { none: string; noneWhy: string } }) {
  return (
    <Empty icon={<IconSearch size={28} />} title={words.none}>
      <p>{words.noneWhy}</p>
    </Empty>
  );
}
