// Whose reading of identities is unusual (reading 33), why, and the way to what they read.
import { Link } from 'wouter';
import type { CockpitParts } from '../../../api/types.ts';
import { readingPath } from '../../../shared/officers/frame/links.ts';
import { useFormat } from '../../../texts/format.ts';
import { useLookTexts } from '../../../texts/oversight.ts';
import classes from './cockpit.module.css';

export function UnusualReading({ part: { facts } }: { part: CockpitParts['reading'] }) {
  const texts = useLookTexts();
  const { date, number } = useFormat();
  if (!facts || facts.unusual.length === 0) return null;
  return (
    <ul className={classes.lines}>
      {facts.unusual.map(({ username, name, office, day, why, ...counts }) => {
        const read = {
          reports: number(counts.reports),
          elsewhere: number(counts.elsewhere),
          atNight: number(counts.atNight),
          usual: number(counts.usual ?? 0),
        };
        return (
          <li key={`${username} ${day}`}>
            <Link href={readingPath('/operasi', username, day)}>{texts.who(name, office)}</Link>, {date(day)}:{' '}
            {why.map((one) => texts.unusual[one](read)).join('; ')}
          </li>
        );
      })}
    </ul>
  );
}
