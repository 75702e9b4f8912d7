// The decree by which the year stands, the one of this change, and what was changed before.
import { TextInput } from '@mantine/core';
import type { CalendarYear } from '../../api/types.ts';
import { Section } from '../../shared/officers/section.tsx';
import { useFormat } from '../../texts/format.ts';
import { useRulesTexts } from '../../texts/oversight.ts';
import classes from './calendar-page.module.css';

interface DecreeProps {
  calendar: CalendarYear;
  /** Of this change. */
  value: string;
  error: string | undefined;
  onChange: (decree: string) => void;
}

/** As long as the API takes. */
const longestDecree = 200;

export function Decree({ calendar: { year, decree, changes }, value, error, onChange }: DecreeProps) {
  const { decree: texts } = useRulesTexts().calendar;
  const { moment } = useFormat();
  return (
    <Section title={texts.title}>
      <p>{decree === null ? texts.none(year) : texts.inForce(year, decree)}</p>
      <TextInput
        label={texts.label}
        description={texts.hint}
        placeholder={texts.example(year)}
        className={classes.decree}
        maxLength={longestDecree}
        value={value}
        error={error}
        onChange={({ currentTarget }) => onChange(currentTarget.value)}
      />
      {changes.length > 0 && (
        <details>
          <summary>{texts.changes(changes.length)}</summary>
          <ul className={classes.changes}>
            {changes.map(({ at, by, decree: named, what }) => (
              <li key={`${at} ${what}`}>
                <p>
                  {moment(at)}, {by}
                  {named && `: ${named}`}
                </p>
                <p className={classes.what}>{what}</p>
              </li>
            ))}
          </ul>
        </details>
      )}
    </Section>
  );
}
