// Number and access key, tried before they are kept.
import { Button, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type SubmitEvent, useState } from 'react';
import { keys } from '../../api/keys.ts';
import { asProblem } from '../../api/problems.ts';
import card from '../../shared/page/card.module.css';
import { focusWrong } from '../../shared/forms/focus-wrong.ts';
import { Notice } from '../../shared/messages/notice.tsx';
import { Page } from '../../shared/page/page.tsx';
import { Failed } from '../../shared/messages/states.tsx';
import { useTexts } from '../../texts/texts.tsx';
import { fetchReport } from './report.ts';

interface KeyFormProps {
  number: string;
  open: (number: string, accessKey: string) => void;
}

export function KeyForm({ number: given, open }: KeyFormProps) {
  const { following, words } = useTexts();
  const client = useQueryClient();
  const [number, setNumber] = useState(given);
  const [accessKey, setAccessKey] = useState('');
  const [tried, setTried] = useState(false);
  const trying = useMutation({
    mutationFn: () => fetchReport(number.trim().toUpperCase(), accessKey.trim()),
    onSuccess: (view) => {
      client.setQueryData(keys.report(view.number), view);
      open(view.number, accessKey.trim());
    },
  });
  const missing = (value: string) => (tried && !value.trim() ? following.required : undefined);
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    setTried(true);
    if (number.trim() && accessKey.trim()) trying.mutate();
    else focusWrong(event.currentTarget);
  };
  const wrong = trying.error && asProblem(trying.error).status === 404;
  return (
    <Page title={following.title} lead={following.lead}>
      <form className={card.card} onSubmit={submit} noValidate>
        {wrong && <Notice tone="bad" announce title={following.wrong} />}
        {trying.error && !wrong && <Failed error={trying.error} />}
        <TextInput
          label={words.number}
          description={following.numberExample}
          autoCapitalize="characters"
          autoComplete="off"
          spellCheck={false}
          value={number}
          error={missing(number)}
          onChange={({ currentTarget }) => setNumber(currentTarget.value)}
        />
        <TextInput
          label={words.accessKey}
          description={following.keyExample}
          autoCapitalize="characters"
          autoComplete="off"
          spellCheck={false}
          value={accessKey}
          error={missing(accessKey)}
          onChange={({ currentTarget }) => setAccessKey(currentTarget.value)}
        />
        <Button type="submit" loading={trying.isPending}>
          {following.submit}
        </Button>
      </form>
      <Notice tone="info" title={following.lost}>
        <p>{following.lostWhy}</p>
      </Notice>
    </Page>
  );
}
