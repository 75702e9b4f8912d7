// One thing to say yes to, with a sentence that says what it means: a checkbox on a card.
import classes from './choice-cards.module.css';

interface CheckCardProps {
  id: string;
  label: string;
  why: string;
  checked: boolean;
  error?: string | undefined;
  onChange: (checked: boolean) => void;
}

export function CheckCard({ id, label, why, checked, error, onChange }: CheckCardProps) {
  return (
    <label className={classes.card} data-chosen={checked}>
      <input
        id={id}
        type="checkbox"
        checked={checked}
        aria-invalid={error !== undefined}
        aria-labelledby={`${id}-label`}
        aria-describedby={`${id}-why`}
        onChange={({ currentTarget }) => onChange(currentTarget.checked)}
      />
      <span>
        <span id={`${id}-label`} className={classes.label}>
          {label}
        </span>
        <span id={`${id}-why`}>
          <span className={classes.why}>{why}</span>
          {error !== undefined && <span className={classes.error}>{error}</span>}
        </span>
      </span>
    </label>
  );
}
