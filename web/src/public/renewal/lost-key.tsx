// A key that is lost: a code goes to the confirmed address, and with it a new key is made and shown once.
import { Button, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type SubmitEvent, useState } from 'react';
import { ask } from '../../api/client.ts';
import { fieldError, problemIn } from '../../api/problems.ts';
import type { GivenKey, KeyCodeAsked, KeyRenewal } from '../../api/types.ts';
import { focusWrong } from '../../shared/forms/focus-wrong.ts';
import { longest } from '../../shared/forms/longest.ts';
import { Notice } from '../../shared/messages/notice.tsx';
import { Failed } from '../../shared/messages/states.tsx';
import { useRenewalTexts } from '../../texts/form/renewal.ts';
import { useTexts } from '../../texts/texts.tsx';
import { keepKey } from './change-key.ts';
import { NewKey } from './new-key.tsx';
import classes from './renewal.module.css';

interface LostKeyProps {
  /** As far as it was typed above. */
  number: string;
  open: (number: string, accessKey: string) => void;
}

function LostKeyForm({ number: given, open }: LostKeyProps) {
  const texts = useRenewalTexts();
  const { words } = useTexts();
  const [number, setNumber] = useState(given);
  const [email, setEmail] = useState('');
  const [code, setCode] = useState('');
  const [tried, setTried] = useState(false);
  const asking = useMutation({
    mutationFn: (body: KeyCodeAsked) => ask<undefined>('/v1/access-key-codes', { method: 'POST', body }),
    onSuccess: () => setTried(false),
  });
  const renewing = useMutation({
    mutationFn: (body: KeyRenewal) => ask<GivenKey>('/v1/access-keys', { method: 'POST', body }),
    onSuccess: (made) => keepKey(made.number, made.accessKey),
  });
  if (renewing.data) {
    const { number: opened, accessKey } = renewing.data;
    return (
      <NewKey made={accessKey}>
        <Button onClick={() => open(opened, accessKey)}>{texts.open}</Button>
      </NewKey>
    );
  }
  const isSent = asking.isSuccess;
  const problem = problemIn(isSent ? renewing.error : asking.error);
  const missing = (value: string) => (tried && !value.trim() ? texts.required : undefined);
  const asked = { number: number.trim().toUpperCase(), email: email.trim() };
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    setTried(true);
    const needed = isSent ? [code] : [number, email];
    if (needed.some((one) => !one.trim())) return focusWrong(event.currentTarget);
    if (isSent) renewing.mutate({ ...asked, code });
    else asking.mutate(asked);
  };
  const change = (set: (value: string) => void) => (value: string) => {
    asking.reset();
    renewing.reset();
    set(value);
  };
  return (
    <form className={classes.form} onSubmit={submit} noValidate>
      <TextInput
        label={words.number}
        autoCapitalize="characters"
        autoComplete="off"
        spellCheck={false}
        value={number}
        error={missing(number) ?? fieldError(problem, 'number')}
        onChange={({ currentTarget }) => change(setNumber)(currentTarget.value)}
      />
      <TextInput
        label={texts.email}
        description={texts.emailWhy}
        type="email"
        autoComplete="email"
        maxLength={longest.email}
        value={email}
        error={missing(email) ?? fieldError(problem, 'email')}
        onChange={({ currentTarget }) => change(setEmail)(currentTarget.value)}
      />
      {isSent && (
        <>
          <Notice tone="info" title={texts.sent} announce>
            <p>{texts.sentWhy}</p>
          </Notice>
          <TextInput
            label={texts.code}
            description={texts.codeWhy}
            inputMode="numeric"
            autoComplete="one-time-code"
            value={code}
            error={missing(code) ?? fieldError(problem, 'code')}
            onChange={({ currentTarget }) => setCode(currentTarget.value)}
          />
        </>
      )}
      {problem && problem.fields.length === 0 && <Failed error={problem} />}
      <div>
        <Button type="submit" loading={asking.isPending || renewing.isPending}>
          {isSent ? texts.renew : texts.send}
        </Button>
      </div>
    </form>
  );
}

export default function LostKey(props: LostKeyProps) {
  const texts = useRenewalTexts();
  const [begun, setBegun] = useState(false);
  return (
    <Notice tone="info" title={texts.lost}>
      <p>{texts.lostWhy}</p>
      {begun ? (
        <LostKeyForm {...props} />
      ) : (
        <Button variant="default" onClick={() => setBegun(true)}>
          {texts.begin}
        </Button>
      )}
    </Notice>
  );
}
