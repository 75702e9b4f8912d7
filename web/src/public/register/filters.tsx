// What the register is searched by; the address holds it, so that it can be sent to somebody.
import { Button, TextInput } from '@mantine/core';
import { asWritten } from '../../shared/days/written.ts';
import { IconSearch } from '@tabler/icons-react';
import { lazy, type SubmitEvent, Suspense, useState } from 'react';
import { Link, useLocation } from 'wouter';
import { kinds } from '../../../../sop/terms.ts';
import card from '../../shared/page/card.module.css';
import { Part } from '../../shared/page/error-boundary.tsx';
import { Select } from '../../shared/forms/select.tsx';
import { named } from '../../shared/forms/options.ts';
import { hrefWith } from '../../shared/state/address.ts';
import { useTexts } from '../../texts/texts.tsx';
import classes from './register.module.css';
import { longest } from '../../shared/forms/longest.ts';

/** As the API calls them. */
export const filterNames = ['q', 'kind', 'agencyId', 'from', 'to'] as const;
type Name = (typeof filterNames)[number];
const AgencyField = lazy(() => import('../agencies/agency-field.tsx'));
const days = ['from', 'to'] as const;
/** How days are read comes when it is needed: few search by them. */
const reader = () =>
  import('../../shared/days/read-day.ts').then(
    ({ dayOrWords }) => dayOrWords,
    () => (typed: string) => typed,
  );

export function Filters({ filters }: { filters: Record<string, string> }) {
  const { register, words } = useTexts();
  const [, navigate] = useLocation();
  const [values, setValues] = useState(filters);
  const choice = (name: Name) => ({
    name,
    value: values[name] ?? '',
    onChange: (value: string) => setValues({ ...values, [name]: value }),
  });
  const field = (name: Name) => {
    const { onChange, ...own } = choice(name);
    return {
      ...own,
      onChange: ({ currentTarget }: { currentTarget: { value: string } }) => onChange(currentTarget.value),
    };
  };
  const submit = async (event: SubmitEvent) => {
    event.preventDefault();
    const chosen = Object.fromEntries(Object.entries(values).map(([name, value]) => [name, value.trim()]));
    const read = days.some((name) => chosen[name]) ? await reader() : undefined;
    for (const name of days) if (chosen[name] && read) chosen[name] = read(chosen[name]);
    navigate(hrefWith('/register', chosen));
  };
  return (
    <search>
      <form className={`${card.card} no-print`} onSubmit={(event) => void submit(event)}>
        <TextInput
          label={register.search}
          description={register.searchWhy}
          type="search"
          maxLength={longest.words}
          leftSection={<IconSearch size={18} aria-hidden />}
          {...field('q')}
        />
        <div className={classes.filters}>
          <Select
            label={register.kind}
            options={[{ value: '', label: register.allKinds }, ...named(words.kinds, kinds)]}
            {...choice('kind')}
          />
          <Part>
            <Suspense fallback={<TextInput label={words.agency} readOnly />}>
              <AgencyField label={words.agency} none={register.allAgencies} {...choice('agencyId')} />
            </Suspense>
          </Part>
          {days.map((name) => (
            <TextInput
              key={name}
              label={register[name]}
              placeholder={words.dayForm}
              maxLength={40}
              {...field(name)}
              value={asWritten(values[name] ?? '')}
            />
          ))}
        </div>
        <div className={classes.pages}>
          <Button type="submit">{register.apply}</Button>
          {Object.keys(filters).length > 0 && (
            <Button component={Link} href="/register" variant="default">
              {register.clear}
            </Button>
          )}
        </div>
      </form>
    </search>
  );
}
