// Office hours within the year, such as Ramadan's: a span of dates, and each weekday's hours.
import { ActionIcon, Button, TextInput } from '@mantine/core';
import { DateInput } from '../../shared/days/date-input.tsx';
import { TimeInput } from '../../shared/days/time-input.tsx';
import { IconPlus, IconTrash, IconX } from '@tabler/icons-react';
import { useRef, useState } from 'react';
import { newKey } from '../../api/client.ts';
import { useFormat } from '../../texts/format.ts';
import { Section } from '../../shared/officers/section.tsx';
import { useRulesTexts } from '../../texts/oversight.ts';
import { type HoursRow, isWithin, type Span, type UsualHours, weekdays } from './calendar-draft.ts';
import type { ErrorOf } from './row-errors.ts';
import classes from './rows.module.css';

interface WeekdayProps {
  name: string;
  spans: Span[];
  error: string | undefined;
  onChange: (spans: Span[]) => void;
}

function Weekday({ name, spans, error, onChange }: WeekdayProps) {
  const { calendar: texts } = useRulesTexts();
  const add = useRef<HTMLButtonElement>(null);
  const put = (index: number, edge: 0 | 1, value: string) =>
    onChange(
      spans.map((span, at) => (at === index ? (edge === 0 ? [value, span[1]] : [span[0], value]) : span)),
    );
  return (
    <fieldset className={classes.weekday}>
      <legend>{name}</legend>
      {spans.length === 0 && <p>{texts.closed}</p>}
      {spans.map(([from, to], index) => (
        // Spans have no other name than their place.
        // oxlint-disable-next-line react/no-array-index-key
        <div key={index} className={classes.span}>
          <TimeInput
            aria-label={`${name}, ${index + 1}, ${texts.start}`}
            value={from}
            error={error !== undefined}
            onChange={(time) => put(index, 0, time)}
          />
          <span aria-hidden>–</span>
          <TimeInput
            aria-label={`${name}, ${index + 1}, ${texts.end}`}
            value={to}
            error={error !== undefined}
            onChange={(time) => put(index, 1, time)}
          />
          <ActionIcon
            variant="subtle"
            size={44}
            className={classes.remove}
            aria-label={texts.removeSpan(name, index + 1)}
            onClick={() => {
              onChange(spans.filter((_, at) => at !== index));
              add.current?.focus();
            }}
          >
            <IconX size={18} aria-hidden />
          </ActionIcon>
        </div>
      ))}
      {error && (
        <p role="alert" className={classes.wrong}>
          {error}
        </p>
      )}
      <Button
        ref={add}
        variant="subtle"
        size="sm"
        aria-label={texts.addSpan(name)}
        leftSection={<IconPlus size={16} aria-hidden />}
        onClick={() => onChange([...spans, ['', '']])}
      >
        {texts.hourShort}
      </Button>
    </fieldset>
  );
}

interface HoursRowsProps {
  title: string;
  why: string;
  hours: HoursRow[];
  usual: UsualHours[];
  errorOf: ErrorOf;
  onChange: (hours: HoursRow[]) => void;
}

export function HoursRows({ title, why, hours, usual, errorOf, onChange }: HoursRowsProps) {
  const { calendar: texts } = useRulesTexts();
  const { date: dateName } = useFormat();
  const [added, setAdded] = useState<string>();
  const list = useRef<HTMLDivElement>(null);
  const add = useRef<HTMLButtonElement>(null);
  const put = (id: string, change: Partial<HoursRow>) =>
    onChange(hours.map((entry) => (entry.id === id ? { ...entry, ...change } : entry)));
  const addRow = () => {
    const id = newKey();
    setAdded(id);
    // What is usual is the start for what is special.
    const week = structuredClone(usual[0]?.week ?? {}) as HoursRow['week'];
    onChange([...hours, { id, name: '', from: '', to: '', week }]);
    // Once they are there.
    requestAnimationFrame(() =>
      list.current?.querySelector<HTMLElement>('details:last-of-type input')?.focus(),
    );
  };
  const removeRow = (id: string) => {
    onChange(hours.filter((entry) => entry.id !== id));
    add.current?.focus();
  };
  const addButton = (
    <Button ref={add} variant="default" leftSection={<IconPlus size={18} aria-hidden />} onClick={addRow}>
      {texts.addHours}
    </Button>
  );
  return (
    <Section title={title} why={why} tools={addButton}>
      <div ref={list} className={classes.periods}>
        {hours.map(({ id, name, from, to, week }) => {
          const row = name || texts.newHours;
          const wrong = errorOf(id, '') !== undefined;
          return (
            <details key={id} className={classes.period} open={id === added || wrong || undefined}>
              <summary>
                <span>
                  {row}
                  {from && to && (
                    <span className={classes.dates}>
                      {dateName(from)} – {dateName(to)}
                    </span>
                  )}
                </span>
              </summary>
              <div className={classes.fields}>
                <TextInput
                  label={texts.name}
                  value={name}
                  error={errorOf(id, 'name')}
                  onChange={({ currentTarget }) => put(id, { name: currentTarget.value })}
                />
                <DateInput
                  label={texts.from}
                  value={from}
                  error={errorOf(id, 'from')}
                  onChange={(day) => put(id, { from: day })}
                />
                <DateInput
                  label={texts.to}
                  value={to}
                  error={errorOf(id, 'to')}
                  onChange={(day) => put(id, { to: day })}
                />
              </div>
              <div className={classes.week}>
                {weekdays.map((day, index) => (
                  <Weekday
                    key={day}
                    name={texts.weekdays[index] ?? day}
                    spans={week[day] ?? []}
                    error={errorOf(id, `week.${day}`)}
                    onChange={(spans) => put(id, { week: { ...week, [day]: spans } })}
                  />
                ))}
              </div>
              <Button
                variant="default"
                leftSection={<IconTrash size={18} aria-hidden />}
                onClick={() => removeRow(id)}
              >
                {texts.remove(row)}
              </Button>
            </details>
          );
        })}
      </div>
      {usual.map((entry) => (
        <div key={`${entry.name} ${entry.from}`}>
          <h3>{entry.name}</h3>
          <p className={classes.note}>
            {texts.usualWhy(
              isWithin(Number(entry.from.slice(0, 4)), entry)
                ? `${dateName(entry.from)} – ${dateName(entry.to)}`
                : undefined,
            )}
          </p>
          <dl className={classes.usual}>
            {weekdays.map((day, index) => (
              <div key={day}>
                <dt>{texts.weekdays[index]}</dt>
                <dd>
                  {entry.week[day]?.map((span) => <span key={span.join()}>{span.join('–')}</span>) ??
                    texts.closed}
                </dd>
              </div>
            ))}
          </dl>
        </div>
      ))}
    </Section>
  );
}
