// What is known of the report besides its words, as it stands after corrections (reading 19).
import type { ReporterView } from '../../api/types.ts';
import { useFormat } from '../../texts/format.ts';
import { useTexts } from '../../texts/texts.tsx';

export function Facts({ view: { category, place, region, happenedOn } }: { view: ReporterView }) {
  const { words } = useTexts();
  const { date } = useFormat();
  // Noon in WIB: the same day in every Indonesian zone.
  const day = happenedOn && date(`${happenedOn}T12:00:00+07:00`);
  const known = [
    [words.category, category],
    [words.place, [place, region?.words].filter(Boolean).join(', ')],
    [words.happenedOn, day],
  ].filter(([, value]) => value);
  return known.map(([name, value]) => <p key={name}>{`${name}: ${value}`}</p>);
}
