// Which reports are counted: two days and an office, taken over when asked for.
import { Button } from '@mantine/core';
import { DateInput } from '../../shared/days/date-input.tsx';
import { isDay } from '../../shared/days/written.ts';
import { useMediaQuery } from '@mantine/hooks';
import { type SubmitEvent, useMemo, useState } from 'react';
import { Link } from 'wouter';
import { queryOf } from '../../api/client.ts';
import { problemIn, fieldError } from '../../api/problems.ts';
import { OfficeField } from '../../shared/officers/picking/office-field.tsx';
import { useChosen, useMyPart } from './my-part.ts';
import { type Scope, useScope } from './scope.ts';
import { useDashboardTexts } from '../../texts/oversight.ts';
import classes from './filter.module.css';

const day = (ms: number) => new Date(ms + 7 * 3_600_000).toISOString().slice(0, 10);

interface FilterProps {
  /** Where the links for usual spans lead. */
  path: string;
  /** Of the figures: what the API has against the values. */
  error: unknown;
  /** On the page of an office, which is none to choose. */
  ofOne?: boolean;
}

function FilterForm({ path, error, ofOne = false, scope, change }: FilterProps & FormScope) {
  const { filter: texts } = useDashboardTexts();
  const offices = useMyPart();
  const [typed, setTyped] = useState(scope);
  const [wrong, setWrong] = useState<Partial<Scope>>({});
  const problem = problemIn(error);
  const [first] = offices;
  const choices = useMemo(() => (first?.level === 'national' ? offices : offices.slice(1)), [first, offices]);
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    const broken = (name: 'from' | 'to') => (typed[name] && !isDay(typed[name]) ? texts.notADay : undefined);
    const found = {
      from: broken('from'),
      to: broken('to') ?? (typed.to && typed.from > typed.to ? texts.backwards : undefined),
    };
    setWrong(Object.fromEntries(Object.entries(found).filter(([, message]) => message)));
    if (!found.from && !found.to) change(typed);
  };
  const [now] = useState(() => Date.now());
  const spans = [
    [texts.month, { from: day(now - 29 * 86_400_000) }],
    [texts.year, { from: `${day(now).slice(0, 4)}-01-01` }],
    [texts.all, {}],
  ] as const;
  const isChosen = (span: Partial<Scope>) => scope.from === (span.from ?? '') && scope.to === '';
  return (
    <form onSubmit={submit} noValidate aria-label={texts.title} className={`${classes.form} no-print`}>
      {(['from', 'to'] as const).map((name) => (
        <DateInput
          key={name}
          name={name}
          label={texts[name]}
          value={typed[name]}
          error={wrong[name] ?? (problem && fieldError(problem, name))}
          onChange={(day) => setTyped((before) => ({ ...before, [name]: day }))}
        />
      ))}
      {offices.length > 1 && !ofOne && (
        <OfficeField
          label={texts.office}
          className={classes.office}
          offices={choices}
          none={texts.wholePart}
          value={typed.officeId}
          onChange={(officeId) => setTyped((before) => ({ ...before, officeId }))}
        />
      )}
      <Button type="submit">{texts.show}</Button>
      <ul className={classes.spans}>
        {spans.map(([label, span]) => (
          <li key={label}>
            <Link
              href={path + queryOf({ ...span, officeId: scope.officeId })}
              aria-current={isChosen(span) ? 'true' : undefined}
            >
              {label}
            </Link>
          </li>
        ))}
      </ul>
    </form>
  );
}

interface FormScope {
  scope: Scope;
  change: (next: Partial<Scope>) => void;
}

export function Filter(props: FilterProps) {
  const [scope, change] = useScope();
  const chosen = useChosen(scope, props.ofOne);
  // On a phone it is folded, so that the figures come first.
  const roomy = useMediaQuery('(min-width: 48em)', true, { getInitialValueInEffect: false });
  return (
    <details className={classes.fold} open={roomy || undefined}>
      <summary>{chosen}</summary>
      {/* A link to another span fills the form anew. */}
      <FilterForm key={Object.values(scope).join()} {...props} scope={scope} change={change} />
    </details>
  );
}
