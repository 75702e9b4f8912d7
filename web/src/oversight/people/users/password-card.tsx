// Gives an officer a new password; where two of operations are wanted, asks for one.
import { Button, PasswordInput } from '@mantine/core';
import { type SubmitEvent, useState } from 'react';
import { problemIn, fieldError } from '../../../api/problems.ts';
import { Notice } from '../../../shared/messages/notice.tsx';
import { Failed } from '../../../shared/messages/states.tsx';
import { Section } from '../../../shared/officers/section.tsx';
import { usePeopleTexts } from '../../../texts/oversight.ts';
import classes from '../people.module.css';
import { isRequest } from '../requests/requests.ts';
import { WhyField } from '../requests/why-field.tsx';
import { useChangeUser } from '../use-change.ts';

export function PasswordCard({ username, name }: { username: string; name: string }) {
  const texts = usePeopleTexts();
  const [password, setPassword] = useState('');
  const [why, setWhy] = useState('');
  const [tried, setTried] = useState(false);
  const change = useChangeUser(username, why);
  const problem = problemIn(change.error);
  const wrong = fieldError(problem, 'password');
  const wrongWhy = fieldError(problem, 'why');
  const done = isRequest(change.data) ? texts.requests.asked(name) : texts.user.passwordSet;
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    setTried(true);
    if (!password) return;
    change.mutate(
      { password },
      {
        onSuccess: () => {
          setPassword('');
          setWhy('');
          setTried(false);
        },
      },
    );
  };
  return (
    <Section title={texts.user.setPassword} why={texts.user.setPasswordWhy}>
      <form className={classes.form} onSubmit={submit} noValidate>
        <PasswordInput
          label={texts.user.newPassword}
          autoComplete="new-password"
          value={password}
          error={tried && !password ? texts.required : wrong}
          onChange={({ currentTarget }) => setPassword(currentTarget.value)}
        />
        <WhyField value={why} error={wrongWhy} onChange={setWhy} />
        {problem && !wrong && !wrongWhy && <Failed error={problem} />}
        {change.isSuccess && <Notice tone="good" title={done} announce />}
        <div className={classes.buttons}>
          <Button type="submit" variant="default" loading={change.isPending}>
            {texts.user.setPassword}
          </Button>
        </div>
      </form>
    </Section>
  );
}
