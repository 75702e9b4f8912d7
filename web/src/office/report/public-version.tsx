// What the public reads of the report, and how its holder hides more of it (reading 14).
import { Button, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type SubmitEvent, useState } from 'react';
import { ask } from '../../api/client.ts';
import { complaintPath } from '../../api/paths.ts';
import { useUser } from '../../session.tsx';
import { announce } from '../../shared/messages/announcer.tsx';
import { Notice } from '../../shared/messages/notice.tsx';
import { Failed } from '../../shared/messages/states.tsx';
import { useOfficeTexts } from '../../texts/office.ts';
import { officeKeys } from '../keys.ts';
import { SureButton } from '../../shared/officers/sure-button.tsx';
import type { HidingBody, Report } from '../../api/types.ts';
import forms from '../forms.module.css';
import classes from './report.module.css';
import { Section } from '../../shared/officers/section.tsx';
import { longest } from '../../shared/forms/longest.ts';

function HideForm({ number, hidden }: { number: string; hidden: boolean }) {
  const { publicVersion: texts } = useOfficeTexts().report;
  const [words, setWords] = useState('');
  const client = useQueryClient();
  const hide = useMutation({
    mutationFn: (body: HidingBody) =>
      ask<void>(`${complaintPath(number)}/public-version`, { method: 'PUT', body }),
    onSuccess: () => {
      setWords('');
      announce(texts.done);
      void client.invalidateQueries({ queryKey: officeKeys.report(number) });
    },
  });
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    if (words.trim()) hide.mutate({ words: [words.trim()] });
  };
  return (
    <form className={`${classes.noteForm} no-print`} onSubmit={submit} noValidate>
      <TextInput
        label={texts.words}
        description={texts.wordsWhy}
        maxLength={longest.words}
        value={words}
        onChange={({ currentTarget }) => setWords(currentTarget.value)}
      />
      {hide.error && <Failed error={hide.error} />}
      <div className={forms.buttons}>
        <Button type="submit" variant="default" size="sm" disabled={!words.trim()} loading={hide.isPending}>
          {texts.hide}
        </Button>
        <SureButton
          label={hidden ? texts.showAll : texts.hideAll}
          about={number}
          question={hidden ? texts.showAllSure : texts.hideAllSure}
          busy={hide.isPending && hide.variables.hidden !== undefined}
          onSure={() => hide.mutate({ hidden: !hidden })}
        />
      </div>
    </form>
  );
}

export function PublicVersion({ report }: { report: Report }) {
  const { publicVersion: texts, texts: said } = useOfficeTexts().report;
  const user = useUser();
  const { publicVersion: shown, number, holder } = report;
  if (!shown) return null;
  const national = user?.office.level === 'national';
  // Whom the API lets hide once nobody holds it, it says itself.
  const mine = national || holder.id === user?.office.id || !holder.id;
  const parts = [
    { title: said.title, text: shown.description },
    { title: said.firstResponse, text: shown.firstResponse },
    { title: said.answer, text: shown.answer },
  ];
  return (
    <Section title={texts.title} screenOnly>
      <p className={classes.by}>{texts.lead}</p>
      {shown.hidden && <Notice tone="info" title={texts.hidden} />}
      <p>
        <strong>{shown.title}</strong>
      </p>
      {parts.map(
        ({ title, text }) =>
          text && (
            <div key={title}>
              <p className={classes.by}>{title}</p>
              <p className={classes.text}>{text}</p>
            </div>
          ),
      )}
      {mine && user?.role === 'admin' && <HideForm number={number} hidden={shown.hidden} />}
    </Section>
  );
}
