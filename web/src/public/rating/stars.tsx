// One to five stars: radio buttons, each with its words.
import { type Score, scores } from '../../../../sop/beside/rating.ts';
import { useRatingTexts } from '../../texts/reporter.ts';
import classes from './stars.module.css';

interface StarsProps {
  value: Score | undefined;
  /** Whether the choice is missing. */
  missing: boolean;
  onChange: (score: Score) => void;
}

export function Stars({ value, missing, onChange }: StarsProps) {
  const texts = useRatingTexts();
  return (
    <fieldset
      className={classes.group}
      role="radiogroup"
      aria-required
      aria-invalid={missing}
      aria-describedby="stars-say"
    >
      <legend>{texts.stars}</legend>
      <div className={classes.row}>
        {scores.map((score) => (
          <label key={score} className={classes.star} data-on={value !== undefined && score <= value}>
            <input
              type="radio"
              name="score"
              value={score}
              checked={score === value}
              aria-label={texts.of(score, texts.scores[score])}
              onChange={() => onChange(score)}
            />
            <span aria-hidden>{value !== undefined && score <= value ? '★' : '☆'}</span>
          </label>
        ))}
      </div>
      <p id="stars-say" className={missing ? classes.error : undefined}>
        {value === undefined ? texts.choose : texts.of(value, texts.scores[value])}
      </p>
    </fieldset>
  );
}
