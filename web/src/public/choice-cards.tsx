// One of a few, each with a sentence that says what it means: radio buttons on cards.
import type { ReactNode } from 'react';
import classes from './choice-cards.module.css';

interface Choice<T> {
  value: T;
  label: string;
  why: string;
}

interface ChoiceCardsProps<T> {
  id: string;
  legend: ReactNode;
  /** The page's own heading says it: seen there, and read with the group here. */
  legendIsHeading?: boolean | undefined;
  choices: Choice<T>[];
  value: T | '';
  error?: string | undefined;
  onChange: (value: T) => void;
}

export function ChoiceCards<T extends string>({
  id,
  legend,
  legendIsHeading = false,
  choices,
  value,
  error,
  onChange,
}: ChoiceCardsProps<T>) {
  const errorId = `${id}-error`;
  return (
    <fieldset
      className={classes.group}
      role="radiogroup"
      aria-required
      aria-invalid={error !== undefined}
      aria-describedby={error === undefined ? undefined : errorId}
    >
      <legend className={legendIsHeading ? 'visually-hidden' : classes.legend}>{legend}</legend>
      {error !== undefined && (
        <p id={errorId} className={classes.error}>
          {error}
        </p>
      )}
      <div className={classes.cards}>
        {choices.map(({ value: mine, label, why }, at) => {
          const own = `${id}-${mine}`;
          return (
            <label key={mine} className={classes.card} data-chosen={mine === value}>
              <input
                id={at === 0 ? id : own}
                type="radio"
                name={id}
                value={mine}
                checked={mine === value}
                aria-labelledby={`${own}-label`}
                aria-describedby={`${own}-why`}
                onChange={() => onChange(mine)}
              />
              <span>
                <span id={`${own}-label`} className={classes.label}>
                  {label}
                </span>
                <span id={`${own}-why`} className={classes.why}>
                  {why}
                </span>
              </span>
            </label>
          );
        })}
      </div>
    </fieldset>
  );
}
