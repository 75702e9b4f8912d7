// A limit: how much, and of what.
import { Button, NativeSelect, TextInput } from '@mantine/core';
import { useId } from 'react';
import { named } from '../../shared/forms/options.ts';
import { useRulesTexts } from '../../texts/oversight.ts';
import { type LimitDraft, type Unit, units } from './policy-form.ts';
import classes from './policy-page.module.css';

interface LimitInputProps {
  label: string;
  limit: LimitDraft;
  error: string | undefined;
  /** What it is elsewhere. */
  other: string | undefined;
  onChange: (limit: LimitDraft) => void;
  /** Of a limit that need not be. */
  onRemove?: () => void;
}

export function LimitInput({ label, limit, error, other, onChange, onRemove }: LimitInputProps) {
  const { policy: texts } = useRulesTexts();
  const id = useId();
  const described = [other !== undefined && `${id}-other`, error && `${id}-error`].filter(Boolean).join(' ');
  return (
    <div className={classes.limit} data-changed={other !== undefined}>
      <label htmlFor={id}>{label}</label>
      <TextInput
        id={id}
        inputMode={limit.unit === 'seconds' ? 'decimal' : 'numeric'}
        autoComplete="off"
        value={limit.amount}
        error={error !== undefined}
        aria-describedby={described || undefined}
        onChange={({ currentTarget }) => onChange({ ...limit, amount: currentTarget.value })}
      />
      <NativeSelect
        aria-label={texts.unit(label)}
        value={limit.unit}
        data={named(texts.units, units)}
        onChange={({ currentTarget }) => onChange({ ...limit, unit: currentTarget.value as Unit })}
      />
      {onRemove && (
        <Button variant="subtle" className={classes.remove} onClick={onRemove}>
          {texts.removeKind(label)}
        </Button>
      )}
      {other !== undefined && (
        <p id={`${id}-other`} className={classes.other}>
          {other}
        </p>
      )}
      {error && (
        <p id={`${id}-error`} className={classes.wrong}>
          {error}
        </p>
      )}
    </div>
  );
}
