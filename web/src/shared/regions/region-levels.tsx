// A region chosen level by level, each in the browser's own list; the next one comes once the one above is chosen.
import type { Region } from '../../api/types.ts';
import { useWhereTexts } from '../../texts/form/where.ts';
import { Select } from '../forms/select.tsx';
import { chainOf, useRegionsBelow } from './use-regions.ts';

const levels = ['province', 'regency', 'district', 'village'] as const;

interface RegionLevelsProps {
  /** The code; empty: none. */
  value: string;
  onChange: (code: string) => void;
}

interface LevelProps extends RegionLevelsProps {
  level: (typeof levels)[number];
  /** What it lies in; empty: the country. */
  above: string;
}

/** One level: what lies in `above`. */
function Level({ level, above, value, onChange }: LevelProps) {
  const texts = useWhereTexts();
  const { data, isError } = useRegionsBelow(above);
  if (isError) return above === '' ? <p>{texts.away}</p> : null;
  // Until the list is there it has what is chosen.
  const there: Pick<Region, 'code' | 'name'>[] = data?.items ?? (value ? [{ code: value, name: '…' }] : []);
  const options = there.map(({ code, name }) => ({ value: code, label: name }));
  return (
    <Select
      label={texts.levels[level]}
      options={[{ value: '', label: texts.notChosen }, ...options]}
      value={value}
      onChange={(code) => onChange(code || above)}
    />
  );
}

export function RegionLevels({ value, onChange }: RegionLevelsProps) {
  const chain = chainOf(value);
  // One more than is chosen, but nothing lies in a village.
  return levels
    .slice(0, chain.length + 1)
    .map((level, n) => (
      <Level
        key={level}
        level={level}
        above={chain[n - 1] ?? ''}
        value={chain[n] ?? ''}
        onChange={onChange}
      />
    ));
}
