// The form for filing a report for somebody.
import { Button, Checkbox, NativeSelect, Textarea, TextInput } from '@mantine/core';
import { type SubmitEvent, useRef } from 'react';
import { channels, confidentialities, kinds } from '../../../../sop/terms.ts';
import { useUser } from '../../session.tsx';
import card from '../../shared/page/card.module.css';
import { Failed, Loading } from '../../shared/messages/states.tsx';
import classes from '../forms.module.css';
import { useOffices } from '../queries.ts';
import { useOfficeTexts } from '../../texts/office.ts';
import type { Filed, Office } from '../types.ts';
import { type FilingField, useFiling } from './use-filing.ts';

/** The agency that an office belongs to; none for national. */
function agencyAbove(offices: readonly Office[], id: string): string {
  const office = offices.find((one) => one.id === id);
  if (!office || office.level === 'agency') return office?.id ?? '';
  return office.parentId ? agencyAbove(offices, office.parentId) : '';
}

interface FormProps {
  offices: readonly Office[];
  agencyId: string;
  onFiled: (filed: Filed) => void;
}

function Form({ offices, agencyId, onFiled }: FormProps) {
  const { desk, words, frame } = useOfficeTexts();
  const { filing } = desk;
  const form = useRef<HTMLFormElement>(null);
  const { values, change, problem, isPending, errorOf, submit } = useFiling(agencyId, onFiled);
  const send = (event: SubmitEvent) => {
    event.preventDefault();
    const lacking = submit();
    if (lacking) form.current?.querySelector<HTMLElement>(`[name="${lacking}"]`)?.focus();
  };
  const text = (field: FilingField, label: string) => ({
    label,
    name: field,
    value: values[field],
    error: errorOf(field, frame.required),
    onChange: ({ currentTarget }: { currentTarget: { value: string } }) =>
      change({ [field]: currentTarget.value }),
  });
  const named = <T extends string>(all: readonly T[], names: Record<T, string>) =>
    all.map((value) => ({ value, label: names[value] }));
  return (
    <form ref={form} className={classes.list} onSubmit={send} noValidate>
      <section className={card.card} aria-labelledby="report">
        <h2 id="report">{filing.report}</h2>
        <div className={classes.pair}>
          <NativeSelect {...text('kind', filing.kind)} data={named(kinds, words.kinds)} />
          <NativeSelect {...text('channel', filing.channel)} data={named(channels, words.channels)} />
        </div>
        <TextInput {...text('title', filing.subject)} maxLength={200} />
        <Textarea
          {...text('description', filing.description)}
          autosize
          minRows={6}
          maxRows={24}
          maxLength={20_000}
        />
        <div className={classes.pair}>
          <NativeSelect
            {...text('agencyId', filing.agency)}
            data={[
              { value: '', label: filing.national },
              ...offices
                .filter(({ level }) => level === 'agency')
                .map(({ id, name }) => ({ value: id, label: name })),
            ]}
          />
          <TextInput {...text('category', filing.category)} maxLength={100} />
        </div>
        <NativeSelect
          {...text('confidentiality', filing.confidentiality)}
          data={named(confidentialities, words.confidentialities)}
        />
        <Checkbox
          label={filing.oversight}
          description={filing.oversightHint}
          disabled={values.kind !== 'pengaduan'}
          checked={values.kind === 'pengaduan' && values.oversight === 'true'}
          onChange={({ currentTarget }) => change({ oversight: String(currentTarget.checked) })}
        />
      </section>
      <section className={card.card} aria-labelledby="reporter">
        <h2 id="reporter">{filing.reporter}</h2>
        <TextInput {...text('name', filing.name)} autoComplete="off" maxLength={200} />
        <div className={classes.pair}>
          <TextInput {...text('email', filing.email)} type="email" autoComplete="off" />
          <TextInput {...text('phone', filing.phone)} type="tel" autoComplete="off" />
          <TextInput {...text('nik', filing.nik)} inputMode="numeric" autoComplete="off" maxLength={16} />
        </div>
      </section>
      {problem && <Failed error={problem} />}
      <div>
        <Button type="submit" loading={isPending}>
          {filing.submit}
        </Button>
      </div>
    </form>
  );
}

export function FilingForm({ onFiled }: { onFiled: (filed: Filed) => void }) {
  const user = useUser();
  const { offices } = useOffices();
  if (!user || offices.length === 0) return <Loading />;
  return <Form offices={offices} agencyId={agencyAbove(offices, user.office.id)} onFiled={onFiled} />;
}
