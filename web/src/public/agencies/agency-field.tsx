// The field in which an agency is chosen: found by words in any order and by short forms, or left to none.
import { useMemo, useState } from 'react';
import { folded, officeFinder } from '../../shared/finding/find-offices.ts';
import { Combo, type ComboOption } from '../../shared/forms/combo.tsx';
import { longest } from '../../shared/forms/longest.ts';
import { useAgencyTexts } from '../../texts/form/agency.ts';
import { useAgencies } from './use-agencies.ts';

interface AgencyFieldProps {
  id?: string;
  name?: string;
  label: string;
  description?: string;
  error?: string | undefined;
  /** The words for choosing none. */
  none: string;
  /** The id of the one that is chosen; empty: none. */
  value: string;
  onChange: (id: string) => void;
}

export default function AgencyField({ none, value, onChange, ...props }: AgencyFieldProps) {
  const texts = useAgencyTexts();
  const { agencies } = useAgencies();
  const [typed, setTyped] = useState<string>();
  const find = useMemo(() => officeFinder(agencies), [agencies]);
  const sought = typed?.trim() ?? '';
  const found = useMemo(() => find(sought), [find, sought]);
  const options = found.map(({ id, name }): ComboOption => ({ key: id, name }));
  const choose = (id: string) => {
    setTyped(undefined);
    onChange(id);
  };
  /** Words that mean one alone choose it; of others nothing was chosen, and nothing stays. */
  const leave = () => {
    const one = found.length === 1 ? found[0] : found.find(({ name }) => folded(name) === folded(sought));
    setTyped(undefined);
    if (sought !== '' && one) onChange(one.id);
  };
  return (
    <Combo
      {...props}
      none={none}
      // One that is not among them is said as it stands: it has ended, or there is no line.
      value={typed ?? agencies.find(({ id }) => id === value)?.name ?? value}
      maxLength={longest.words}
      options={sought === '' ? [{ key: '', name: none }, ...options] : options}
      status={
        sought === '' || agencies.length === 0
          ? ''
          : found.length === 0
            ? texts.noneFound
            : texts.found(found.length)
      }
      statusSeen={found.length === 0}
      onType={(text) => {
        setTyped(text);
        if (text === '' && value !== '') onChange('');
      }}
      onChoose={({ key }) => choose(key)}
      onLeave={leave}
    />
  );
}
