// Where it happened, as a region: found by words, or chosen level by level in the browser's own lists.
import { useWhereTexts } from '../../texts/form/where.ts';
import classes from './regions.module.css';
import { RegionLevels } from './region-levels.tsx';
import { RegionSearch } from './region-search.tsx';
import { useRegionWords } from './use-region-words.ts';

interface RegionFieldProps {
  id?: string;
  /** The code; empty: none. */
  value: string;
  error?: string | undefined;
  onChange: (code: string) => void;
}

export function RegionField({ id, value, error, onChange }: RegionFieldProps) {
  const texts = useWhereTexts();
  const words = useRegionWords(value);
  return (
    <div className={classes.field}>
      <RegionSearch id={id} onChoose={onChange} />
      <p role="status" className={classes.chosen}>
        {words && texts.chosen(words)}
      </p>
      {error && (
        <p role="alert" className={classes.wrong}>
          {error}
        </p>
      )}
      <fieldset className={classes.levels}>
        <legend>{texts.choose}</legend>
        <RegionLevels value={value} onChange={onChange} />
      </fieldset>
    </div>
  );
}
