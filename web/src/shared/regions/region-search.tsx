// Finds a region by words, as one types.
import { useEffect, useState } from 'react';
import { useWhereTexts } from '../../texts/form/where.ts';
import { Combo } from '../forms/combo.tsx';
import { fewestLetters, useFoundRegions } from './use-regions.ts';

const pauseMs = 250;

/** The same once typing has paused. */
function usePaused(text: string): string {
  const [paused, setPaused] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setPaused(text), pauseMs);
    return () => clearTimeout(timer);
  }, [text]);
  return paused;
}

export function RegionSearch({
  id,
  onChoose,
}: {
  id?: string | undefined;
  onChoose: (code: string) => void;
}) {
  const texts = useWhereTexts();
  const [typed, setTyped] = useState('');
  const sought = typed.trim();
  const words = usePaused(sought);
  const isSought = sought.length >= fewestLetters;
  const { data, isFetching } = useFoundRegions(words);
  const found = isSought && words.length >= fewestLetters ? (data?.items ?? []) : [];
  const isDone = words === sought && !isFetching && data !== undefined;
  const none = isDone && found.length === 0;
  return (
    <Combo
      id={id}
      label={texts.region}
      description={texts.regionWhy}
      value={typed}
      maxLength={200}
      options={found.map(({ code, name, within }) => ({ key: code, name, about: within }))}
      status={isSought ? (none ? texts.noneFound : isDone ? texts.found(found.length) : texts.searching) : ''}
      statusSeen={found.length === 0}
      onType={setTyped}
      onChoose={({ key }) => {
        setTyped('');
        onChoose(key);
      }}
    />
  );
}
