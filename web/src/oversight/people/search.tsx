// A search as one types, kept in the address.
import { TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useDeferredValue } from 'react';
import { useSearchParams } from 'wouter';
import { Empty } from '../../shared/messages/states.tsx';
import classes from './people.module.css';

/** In small letters; empty: everything is sought. */
export function useSought(): string {
  const [search] = useSearchParams();
  return useDeferredValue((search.get('q') ?? '').trim().toLowerCase());
}

export function SearchField({ label }: { label: string }) {
  const [search, setSearch] = useSearchParams();
  return (
    <TextInput
      type="search"
      label={label}
      leftSection={<IconSearch size={18} aria-hidden />}
      className={classes.search}
      value={search.get('q') ?? ''}
      onChange={({ currentTarget: { value } }) => setSearch(value ? { q: value } : {}, { replace: true })}
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
