// The field for a day: written as people here write it, never in the order of the browser's own picker.
import { TextInput } from '@mantine/core';
import { useId } from 'react';
import { useLocale } from '../../texts/format.ts';
import { useWhereTexts } from '../../texts/form/where.ts';
import { type WrittenDay, writtenAs } from './read-day.ts';

interface DayFieldProps {
  id?: string;
  name?: string;
  label: string;
  description?: string | undefined;
  value: WrittenDay;
  error?: string | undefined;
  onChange: (written: WrittenDay) => void;
}

export function DayField({ id, name, label, description, value, error, onChange }: DayFieldProps) {
  const texts = useWhereTexts();
  const locale = useLocale();
  const own = useId();
  // Noon in WIB: the same day in every Indonesian zone.
  const said = value.day
    ? new Intl.DateTimeFormat(locale, { dateStyle: 'full', timeZone: 'Asia/Jakarta' }).format(
        new Date(`${value.day}T12:00:00+07:00`),
      )
    : '';
  return (
    <div>
      <TextInput
        id={id ?? own}
        {...(name && { name })}
        label={label}
        description={description ?? texts.dayWhy}
        autoComplete="off"
        maxLength={40}
        value={value.typed}
        error={error}
        onChange={({ currentTarget }) => onChange(writtenAs(currentTarget.value))}
      />
      <p role="status">{said && texts.dayRead(said)}</p>
    </div>
  );
}
