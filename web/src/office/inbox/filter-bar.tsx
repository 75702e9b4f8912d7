// The filters of inbox and search; on a phone behind one line.
import { Button, NativeSelect, TextInput } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { IconFilterOff } from '@tabler/icons-react';
import { rows } from '../../../../sop/procedure.ts';
import { kinds, statuses } from '../../../../sop/terms.ts';
import { Empty } from '../../shared/messages/states.tsx';
import { useColleagues } from '../queries.ts';
import { useOffices } from '../../shared/officers/offices.ts';
import { OfficeField } from '../../shared/officers/picking/office-field.tsx';
import { type OfficeTexts, useOfficeTexts } from '../../texts/office.ts';
import classes from './inbox.module.css';
import { SearchBox } from './search-box.tsx';
import { named } from '../../shared/forms/options.ts';
import type { useAddress, Values } from '../../shared/state/address.ts';

type Options = { value: string; label: string }[];

/** Those that name an office. */
const ofOffices = new Set(['officeId', 'under', 'ratedFor', 'beyondFor']);

function optionsOf({ words, inbox: { filters }, additions, beyond }: OfficeTexts): Record<string, Options> {
  return {
    kind: named(words.kinds, kinds),
    status: named(words.statuses, statuses),
    step: rows.map(({ step }) => ({ value: String(step), label: `${step}. ${words.rows[step]}` })),
    overdue: [
      { value: 'true', label: filters.late },
      { value: 'false', label: filters.inTime },
    ],
    dueToday: [
      { value: 'true', label: filters.today },
      { value: 'false', label: filters.notToday },
    ],
    rated: [
      { value: 'true', label: filters.isRated },
      { value: 'false', label: filters.notRated },
    ],
    score: Object.entries(additions.rating.scores).map(([score, label]) => ({
      value: score,
      label: `${score}. ${label}`,
    })),
    beyond: Object.entries(beyond).map(([value, label]) => ({ value, label })),
    open: [
      { value: 'true', label: filters.going },
      { value: 'false', label: filters.ended },
    ],
  };
}

interface FilterBarProps {
  names: readonly string[];
  state: ReturnType<typeof useAddress>;
}

export function FilterBar({ names, state }: FilterBarProps) {
  const texts = useOfficeTexts();
  const { inbox } = texts;
  const { values: filters, change, clear, any } = state;
  const { data: offices } = useOffices();
  const colleagues = useColleagues();
  const wide = useMediaQuery('(min-width: 48em)', true, { getInitialValueInEffect: false });
  const options: Record<string, Options> = {
    ...optionsOf(texts),
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
    if (ofOffices.has(name))
      return (
        <OfficeField
          key={name}
          label={labels[name] ?? name}
          none={inbox.filters.all}
          offices={offices}
          value={filters[name] ?? ''}
          onChange={(id) => change({ [name]: id })}
        />
      );
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

/** Instead of a list that the filters leave nothing of. */
export function NothingFits({ state: { any, clear } }: Pick<FilterBarProps, 'state'>) {
  const { inbox } = useOfficeTexts();
  return (
    <Empty icon={<IconFilterOff size={28} />} title={inbox.nothing}>
      <p>{inbox.nothingWhy}</p>
      {any && (
        <Button variant="default" onClick={clear}>
          {inbox.clear}
        </Button>
      )}
    </Empty>
  );
}

interface DayFieldProps {
  name: string;
  labels: Record<string, string>;
  filters: Values;
  change: (to: Values) => void;
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
