// Whose reports: everybody's, one's own, nobody's.
import type { Values } from '../../../shared/state/address.ts';
import { useOfficeTexts } from '../../../texts/office.ts';
import classes from './narrowing.module.css';

interface MineSwitchProps {
  values: Values;
  change: (to: Values) => void;
}

export function MineSwitch({ values, change }: MineSwitchProps) {
  const { filters } = useOfficeTexts().inbox;
  const choices = [
    ['', filters.everybody],
    ['me', filters.mine],
    ['none', filters.nobody],
  ] as const;
  return (
    <fieldset className={classes.mine} aria-label={filters.labels.assignee}>
      {choices.map(([value, label]) => (
        <button
          key={value}
          type="button"
          aria-pressed={(values.assignee ?? '') === value}
          onClick={() => change({ assignee: value })}
        >
          {label}
        </button>
      ))}
    </fieldset>
  );
}
