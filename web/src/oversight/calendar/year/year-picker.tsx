// The year to click at: days are picked, and it is said what they are.
import { Button, NativeSelect, TextInput } from '@mantine/core';
import { type SubmitEvent, useEffect, useMemo, useRef, useState } from 'react';
import { announce } from '../../../shared/messages/announcer.tsx';
import { Section } from '../../../shared/officers/section.tsx';
import { named } from '../../../shared/forms/options.ts';
import { useFormat } from '../../../texts/format.ts';
import { useRulesTexts } from '../../../texts/oversight.ts';
import type { DayRow } from '../calendar-draft.ts';
import { withDays, without } from './set-days.ts';
import { type PickingDays, usePickingDays } from './use-picking-days.ts';
import { YearGrid } from './year-grid.tsx';
import classes from './year.module.css';

interface YearPickerProps {
  year: number;
  days: DayRow[];
  onChange: (days: DayRow[]) => void;
}

/** Where the year is today, or its first day. */
function beginning(year: number): string {
  const today = new Date();
  const local = `${today.getMonth() + 1}`.padStart(2, '0');
  const day = `${today.getDate()}`.padStart(2, '0');
  return today.getFullYear() === year ? `${year}-${local}-${day}` : `${year}-01-01`;
}

export function YearPicker({ year, days, onChange }: YearPickerProps) {
  const { calendar: texts } = useRulesTexts();
  const place = useRef<HTMLDivElement>(null);
  const pick = usePickingDays(beginning(year), place);
  const byDate = useMemo(() => new Map(days.map((day) => [day.date, day])), [days]);
  const { picked, isAsked } = pick;
  const first = picked[0] ?? '';
  return (
    <Section title={texts.pick.title}>
      <div className={classes.picked}>
        {isAsked ? (
          <PickedForm key={`${first} ${picked.length}`} {...{ pick, byDate, days, onChange }} />
        ) : (
          <p>{picked.length > 0 ? texts.pick.enter(picked.length) : texts.pick.hint}</p>
        )}
      </div>
      <YearGrid ref={place} year={year} days={byDate} pick={pick} />
    </Section>
  );
}

interface PickedFormProps extends Pick<YearPickerProps, 'days' | 'onChange'> {
  pick: PickingDays;
  byDate: ReadonlyMap<string, DayRow>;
}

function PickedForm({ pick, byDate, days, onChange }: PickedFormProps) {
  const { calendar: texts } = useRulesTexts();
  const { date: dateName } = useFormat();
  const { picked, leave } = pick;
  const [first = '', last = first] = [picked[0], picked.at(-1)];
  const known = byDate.get(first);
  const [kind, setKind] = useState(known?.kind ?? 'libur nasional');
  const [name, setName] = useState(known?.name ?? '');
  const [tried, setTried] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.focus(), []);
  const span = first === last ? dateName(first) : texts.pick.span(dateName(first), dateName(last));
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    setTried(true);
    if (!name.trim()) return field.current?.focus();
    onChange(withDays(days, picked, { kind, name: name.trim() }));
    announce(texts.pick.set(span));
    leave();
  };
  const remove = () => {
    onChange(without(days, new Set(picked)));
    announce(texts.pick.worked(span));
    leave();
  };
  return (
    // Escape from any of its fields.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <form
      onSubmit={submit}
      noValidate
      aria-label={texts.pick.of(picked.length, span)}
      className={classes.form}
      onKeyDown={({ key }) => key === 'Escape' && leave()}
    >
      <p className={classes.span}>{texts.pick.of(picked.length, span)}</p>
      <NativeSelect
        label={texts.kind}
        value={kind}
        data={named(texts.kinds)}
        onChange={({ currentTarget }) => setKind(currentTarget.value)}
      />
      <TextInput
        ref={field}
        label={texts.name}
        className={classes.dayName}
        value={name}
        error={tried && !name.trim() ? texts.required : undefined}
        onChange={({ currentTarget }) => setName(currentTarget.value)}
      />
      <Button type="submit">{texts.pick.put}</Button>
      {picked.some((date) => byDate.has(date)) && (
        <Button variant="default" onClick={remove}>
          {texts.pick.take}
        </Button>
      )}
      <Button variant="default" onClick={leave}>
        {texts.pick.cancel}
      </Button>
    </form>
  );
}
