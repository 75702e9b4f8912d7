// Number and access key, tried before they are kept.
import { Button, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type ClipboardEvent, lazy, type SubmitEvent, Suspense, useState } from 'react';
import { keys } from '../../api/keys.ts';
import { asProblem } from '../../api/problems.ts';
import card from '../../shared/page/card.module.css';
import { Part } from '../../shared/page/error-boundary.tsx';
import { focusWrong } from '../../shared/forms/focus-wrong.ts';
import { Notice } from '../../shared/messages/notice.tsx';
import { orNothing } from '../../shared/page/or-nothing.ts';
import { Page } from '../../shared/page/page.tsx';
import { Failed } from '../../shared/messages/states.tsx';
import { useTexts } from '../../texts/texts.tsx';
import { stored } from '../../shared/state/stored.ts';
import { myReports } from '../mine/my-reports.ts';
import { readPass } from '../mine/pass.ts';
import { fetchReport } from './report.ts';

const ReceiptPhoto = lazy(() => import('../mine/receipt-photo.tsx'));
const MyList = lazy(() => import('../mine/my-list.tsx'));
const LostKey = orNothing(() => import('../renewal/lost-key.tsx'));

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
  const [known] = useState(() => myReports().length > 0 || stored('tuntas.followed').read() !== null);
  const trying = useMutation({
    mutationFn: () => fetchReport(number.trim().toUpperCase(), accessKey.trim()),
    onSuccess: (view) => {
      client.setQueryData(keys.report(view.number), view);
      open(view.number, accessKey.trim());
    },
  });
  /** True when both are in it; one of them goes to its field, wherever it was put. */
  const take = (text: string): boolean => {
    const found = readPass(text);
    if (found.number) setNumber(found.number);
    if (found.key) setAccessKey(found.key);
    return found.number !== undefined && found.key !== undefined;
  };
  const type = (text: string, own: keyof ReturnType<typeof readPass>, set: (text: string) => void) => {
    const found = readPass(text);
    if (take(text) || found[own === 'key' ? 'number' : 'key']) return;
    set(found[own] ?? text);
  };
  // A field of one line would run the lines of a receipt together.
  const paste = (event: ClipboardEvent) => {
    if (take(event.clipboardData.getData('text'))) event.preventDefault();
  };
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
      {known && (
        <Suspense>
          <MyList />
        </Suspense>
      )}
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
          onPaste={paste}
          onChange={({ currentTarget }) => type(currentTarget.value, 'number', setNumber)}
        />
        <TextInput
          label={words.accessKey}
          description={following.keyExample}
          autoCapitalize="characters"
          autoComplete="off"
          spellCheck={false}
          value={accessKey}
          error={missing(accessKey)}
          onPaste={paste}
          onChange={({ currentTarget }) => type(currentTarget.value, 'key', setAccessKey)}
        />
        <Button type="submit" loading={trying.isPending}>
          {following.submit}
        </Button>
        <Part>
          <Suspense>
            <ReceiptPhoto onFound={take} />
          </Suspense>
        </Part>
      </form>
      <Suspense>
        <LostKey number={number} open={open} />
      </Suspense>
    </Page>
  );
}
