// The numbers by which other systems know the report, and the form that adds one (reading 28).
import { Button, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type SubmitEvent, useState } from 'react';
import { oneLine } from '../../../../sop/texts/text.ts';
import { ask } from '../../api/client.ts';
import { complaintPath } from '../../api/paths.ts';
import { fieldError, problemIn } from '../../api/problems.ts';
import type { Reference, Report } from '../../api/types.ts';
import { useUser } from '../../session.tsx';
import { focusWrong } from '../../shared/forms/focus-wrong.ts';
import { longest } from '../../shared/forms/longest.ts';
import { announce } from '../../shared/messages/announcer.tsx';
import { Failed } from '../../shared/messages/states.tsx';
import { Section } from '../../shared/officers/section.tsx';
import { useOfficeFormat } from '../../texts/office-format.ts';
import { useOfficeTexts } from '../../texts/office.ts';
import forms from '../forms.module.css';
import { officeKeys } from '../keys.ts';

const empty: Reference = { source: '', id: '' };

function AddForm({ number }: { number: string }) {
  const { additions, frame } = useOfficeTexts();
  const { references: texts } = additions;
  const [values, setValues] = useState(empty);
  const [tried, setTried] = useState(false);
  const client = useQueryClient();
  const add = useMutation({
    mutationFn: (body: Reference) =>
      ask<void>(`${complaintPath(number)}/references`, { method: 'POST', body }),
    onSuccess: () => {
      setValues(empty);
      setTried(false);
      announce(texts.saved);
    },
    // Also when it failed: a lost answer may have been a yes.
    onSettled: () => void client.invalidateQueries({ queryKey: officeKeys.report(number) }),
  });
  const problem = problemIn(add.error);
  const said: Reference = { source: oneLine(values.source), id: oneLine(values.id) };
  const wrong = {
    source: said.source === '' ? frame.required : said.source.includes(':') ? texts.noColon : undefined,
    id: said.id === '' ? frame.required : undefined,
  };
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    setTried(true);
    if (wrong.source || wrong.id) return focusWrong(event.currentTarget);
    add.mutate(said);
  };
  const field = (name: keyof Reference) => ({
    value: values[name],
    error: (tried && wrong[name]) || fieldError(problem, name),
    autoComplete: 'off',
    onChange: ({ currentTarget }: { currentTarget: { value: string } }) => {
      setValues({ ...values, [name]: currentTarget.value });
    },
  });
  return (
    <details className={`${forms.fold} no-print`}>
      <summary>{texts.add}</summary>
      <form className={forms.list} onSubmit={submit} noValidate>
        <div className={forms.pair}>
          <TextInput
            {...field('source')}
            label={texts.source}
            description={texts.sourceWhy}
            maxLength={longest.source}
          />
          <TextInput
            {...field('id')}
            label={texts.number}
            description={texts.numberWhy}
            maxLength={longest.outsideId}
          />
        </div>
        {problem && <Failed error={problem} />}
        <div>
          <Button type="submit" variant="default" loading={add.isPending}>
            {texts.submit}
          </Button>
        </div>
      </form>
    </details>
  );
}

export function References({ report }: { report: Report }) {
  const { references: texts } = useOfficeTexts().additions;
  const { moment } = useOfficeFormat();
  const writes = useUser()?.role === 'admin';
  return (
    <Section title={texts.title}>
      {report.references.length === 0 && <p>{texts.none}</p>}
      <ul className={forms.list}>
        {report.references.map(({ source, id, at, by, office }) => (
          <li key={`${source}:${id}`} className={forms.text}>
            {source}: <strong>{id}</strong>
            <br />
            <span className={forms.muted}>
              {texts.by([by, office].filter(Boolean).join(', '), moment(at))}
            </span>
          </li>
        ))}
      </ul>
      {writes && <AddForm number={report.number} />}
    </Section>
  );
}
