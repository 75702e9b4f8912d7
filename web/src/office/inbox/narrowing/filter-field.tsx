// One filter of a list: chosen, typed, or a day.
import { useState } from 'react';
import { NativeSelect, TextInput } from '@mantine/core';
import { DateInput } from '../../../shared/days/date-input.tsx';
import { isDay } from '../../../shared/days/written.ts';
import { CategoryCombo } from '../../../shared/categories/category-combo.tsx';
import { longest } from '../../../shared/forms/longest.ts';
import { useOffices } from '../../../shared/officers/offices.ts';
import { OfficeField } from '../../../shared/officers/picking/office-field.tsx';
import { RegionLevels } from '../../../shared/regions/region-levels.tsx';
import type { Values } from '../../../shared/state/address.ts';
import { useOfficeTexts } from '../../../texts/office.ts';
import { deadlineChange, deadlineIn } from './filters.ts';
import { useTyped } from './use-typed.ts';

interface FilterFieldProps {
  name: string;
  values: Values;
  change: (to: Values) => void;
  options: readonly { value: string; label: string }[];
  /** In the line of the list: its label is its first choice. */
  inLine?: boolean;
}

/** Those that name an office. */
const ofOffices = new Set([
  'officeId',
  'heldUnder',
  'under',
  'ratedFor',
  'beyondFor',
  'agencyId',
  'lateOffice',
  'returnedFrom',
  'returnedTo',
]);
const periods = ['receivedIn', 'answeredIn', 'endedIn'];
const typedOnes = new Set(['category', 'place', 'reference', 'lateIn', ...periods]);
/** As the API takes it; until then it is only typed. */
const shapes: Record<string, RegExp> = {
  reference: /^[^:]+:./,
  lateIn: /^[12]\d{3}-W[0-5]\d$/,
  ...Object.fromEntries(periods.map((name) => [name, /^[12]\d{3}-(W[0-5]\d|(0[1-9]|1[0-2]))$/])),
};
const isWhole = (name: string, value: string) => value === '' || (shapes[name]?.test(value) ?? true);

export function FilterField({ name, values, change, options, inLine = false }: FilterFieldProps) {
  const { filters } = useOfficeTexts().inbox;
  const { data: offices } = useOffices();
  const label = (filters.labels as Record<string, string>)[name] ?? name;
  if (name === 'region')
    return <RegionLevels value={values.region ?? ''} onChange={(region) => change({ region })} />;
  if (typedOnes.has(name)) return <TypedField {...{ name, label, values, change }} />;
  if (name === 'from' || name === 'to') return <DayFilter {...{ name, label, values, change }} />;
  if (ofOffices.has(name))
    return (
      <OfficeField
        label={label}
        none={filters.all}
        offices={name === 'agencyId' ? offices?.filter(({ level }) => level === 'agency') : offices}
        value={values[name] ?? ''}
        onChange={(id) => change({ [name]: id })}
      />
    );
  const isDeadline = name === 'deadline';
  return (
    <NativeSelect
      size={inLine ? 'xs' : 'sm'}
      {...(inLine ? { 'aria-label': label } : { label })}
      value={isDeadline ? deadlineIn(values) : (values[name] ?? '')}
      data={[{ value: '', label: inLine ? filters.allOf(label) : filters.all }, ...options]}
      onChange={({ currentTarget: { value } }) =>
        change(isDeadline ? deadlineChange(value) : { [name]: value })
      }
    />
  );
}

type TypedProps = Pick<FilterFieldProps, 'name' | 'values' | 'change'> & { label: string };

function TypedField({ name, label, values, change }: TypedProps) {
  const send = (value: string) => isWhole(name, value) && change({ [name]: value });
  const { typed, setTyped } = useTyped(values[name] ?? '', send);
  if (name === 'category') return <CategoryCombo label={label} value={typed} onChange={setTyped} />;
  return (
    <TextInput
      size="sm"
      label={label}
      value={typed}
      maxLength={longest.category}
      onChange={({ currentTarget }) => setTyped(currentTarget.value)}
    />
  );
}

/** Asked for once it is a day; until then it is only typed. */
function DayFilter({ name, label, values, change }: TypedProps) {
  const { filters } = useOfficeTexts().inbox;
  const [broken, setBroken] = useState('');
  return (
    <DateInput
      late
      size="sm"
      label={label}
      value={broken || (values[name] ?? '')}
      error={broken && filters.notADay}
      onChange={(day) => {
        const isWrong = day !== '' && !isDay(day);
        setBroken(isWrong ? day : '');
        if (!isWrong) change({ [name]: day });
      }}
    />
  );
}
