// The year's holidays and collective leave, each in a row that can be changed.
import { ActionIcon, Button, NativeSelect, TextInput } from '@mantine/core';
import { DateInput } from '../../shared/days/date-input.tsx';
import { IconCalendarOff, IconPlus, IconTrash } from '@tabler/icons-react';
import { useRef } from 'react';
import { newKey } from '../../api/client.ts';
import { Empty } from '../../shared/messages/states.tsx';
import { useFormat } from '../../texts/format.ts';
import { named } from '../../shared/forms/options.ts';
import { Section } from '../../shared/officers/section.tsx';
import { useRulesTexts } from '../../texts/oversight.ts';
import type { DayRow } from './calendar-draft.ts';
import type { ErrorOf } from './row-errors.ts';
import classes from './rows.module.css';

interface DayRowsProps {
  days: DayRow[];
  errorOf: ErrorOf;
  onChange: (days: DayRow[]) => void;
}

export function DayRows({ days, errorOf, onChange }: DayRowsProps) {
  const { calendar: texts } = useRulesTexts();
  const { date: dateName } = useFormat();
  const list = useRef<HTMLUListElement>(null);
  const add = useRef<HTMLButtonElement>(null);
  const addRow = () => {
    onChange([{ id: newKey(), date: '', name: '', kind: 'libur nasional' }, ...days]);
    // Once the row is there.
    requestAnimationFrame(() => list.current?.querySelector('input')?.focus());
  };
  const removeRow = (id: string) => {
    onChange(days.filter((day) => day.id !== id));
    add.current?.focus();
  };
  const put = (id: string, field: 'date' | 'name' | 'kind', value: string) =>
    onChange(days.map((day) => (day.id === id ? { ...day, [field]: value } : day)));
  const addButton = (
    <Button ref={add} variant="default" leftSection={<IconPlus size={18} aria-hidden />} onClick={addRow}>
      {texts.add}
    </Button>
  );
  return (
    <Section title={texts.days} tools={addButton}>
      {days.length === 0 && (
        <Empty icon={<IconCalendarOff size={28} />} title={texts.none}>
          <p>{texts.noneWhy}</p>
        </Empty>
      )}
      <ul ref={list} className={classes.days}>
        {days.map(({ id, date, name, kind }) => {
          const row = name || (date ? dateName(date) : texts.newDay);
          return (
            <li key={id} className={classes.day}>
              <DateInput
                aria-label={texts.of(texts.date, row)}
                value={date}
                error={errorOf(id, 'date')}
                onChange={(day) => put(id, 'date', day)}
              />
              <TextInput
                aria-label={texts.of(texts.name, row)}
                placeholder={texts.name}
                className={classes.name}
                value={name}
                error={errorOf(id, 'name')}
                onChange={({ currentTarget }) => put(id, 'name', currentTarget.value)}
              />
              <NativeSelect
                aria-label={texts.of(texts.kind, row)}
                value={kind}
                error={errorOf(id, 'kind')}
                data={named(texts.kinds)}
                onChange={({ currentTarget }) => put(id, 'kind', currentTarget.value)}
              />
              <ActionIcon
                variant="subtle"
                size={44}
                color="gray"
                className={classes.remove}
                aria-label={texts.remove(row)}
                onClick={() => removeRow(id)}
              >
                <IconTrash size={20} aria-hidden />
              </ActionIcon>
            </li>
          );
        })}
      </ul>
    </Section>
  );
}
