// The filters of inbox and search; on a phone behind one line.
import { Button, NativeSelect, TextInput } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { IconFilterOff } from '@tabler/icons-react';
import { kinds, statuses } from '../../../../sop/terms.ts';
import { useColleagues, useOffices } from '../queries.ts';
import { type OfficeTexts, useOfficeTexts } from '../../texts/office.ts';
import classes from './inbox.module.css';
import { SearchBox } from './search-box.tsx';
import type { Filters, useFilters } from '../../shared/state/use-address.ts';

type Options = { value: string; label: string }[];

/** The steps that a report may stand at. */
const steps = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11] as const;

function optionsOf({ words, inbox: { filters } }: OfficeTexts): Record<string, Options> {
  return {
    kind: kinds.map((kind) => ({ value: kind, label: words.kinds[kind] })),
    status: statuses.map((status) => ({ value: status, label: words.statuses[status] })),
    step: steps.map((step) => ({ value: String(step), label: `${step}. ${words.rows[step]}` })),
    overdue: [
      { value: 'true', label: filters.late },
      { value: 'false', label: filters.inTime },
    ],
    dueToday: [
      { value: 'true', label: filters.today },
      { value: 'false', label: filters.notToday },
    ],
    open: [
      { value: 'true', label: filters.going },
      { value: 'false', label: filters.ended },
    ],
  };
}

interface FilterBarProps {
  names: readonly string[];
  state: ReturnType<typeof useFilters>;
}

export function FilterBar({ names, state }: FilterBarProps) {
  const texts = useOfficeTexts();
  const { inbox } = texts;
  const { filters, change, clear, any } = state;
  const { offices } = useOffices();
  const colleagues = useColleagues();
  const wide = useMediaQuery('(min-width: 48em)', true, { getInitialValueInEffect: false });
  const options: Record<string, Options> = {
    ...optionsOf(texts),
    officeId: offices.map(({ id, name }) => ({ value: id, label: name })),
    under: offices.map(({ id, name }) => ({ value: id, label: name })),
    assignee: [
      { value: 'me', label: inbox.filters.mine },
      { value: 'none', label: inbox.filters.nobody },
      ...colleagues.map(({ username, name }) => ({ value: username, label: name })),
    ],
  };
  const labels: Record<string, string> = { ...inbox.filters, officeId: inbox.filters.office };
  const field = (name: string) => {
    if (name === 'from' || name === 'to')
      return <DayField key={name} {...{ name, labels, filters, change }} />;
    return (
      <NativeSelect
        key={name}
        label={labels[name]}
        value={filters[name] ?? ''}
        data={[{ value: '', label: inbox.filters.all }, ...(options[name] ?? [])]}
        onChange={({ currentTarget }) => change({ [name]: currentTarget.value })}
      />
    );
  };
  const fields = <div className={classes.fields}>{names.filter((name) => name !== 'q').map(field)}</div>;
  const others = Object.keys(filters).filter((name) => name !== 'q').length;
  return (
    <search className={`${classes.filters} no-print`} data-few={names.length < 7}>
      <SearchBox label={inbox.filters.q} value={filters.q ?? ''} onChange={(q) => change({ q })} />
      {wide ? (
        fields
      ) : (
        <details className={classes.more} open={others > 0 || undefined}>
          <summary>
            {inbox.filters.title} {others > 0 && `(${others})`}
          </summary>
          {fields}
        </details>
      )}
      {any && (
        <div>
          <Button variant="default" leftSection={<IconFilterOff size={18} aria-hidden />} onClick={clear}>
            {inbox.clear}
          </Button>
        </div>
      )}
    </search>
  );
}

interface DayFieldProps {
  name: string;
  labels: Record<string, string>;
  filters: Filters;
  change: (to: Filters) => void;
}

function DayField({ name, labels, filters, change }: DayFieldProps) {
  return (
    <TextInput
      type="date"
      label={labels[name]}
      value={filters[name] ?? ''}
      onChange={({ currentTarget }) => change({ [name]: currentTarget.value })}
    />
  );
}
