// Gives an officer a new password.
import { Button, PasswordInput } from '@mantine/core';
import { type SubmitEvent, useState } from 'react';
import { problemIn, fieldError } from '../../../api/problems.ts';
import { Notice } from '../../../shared/messages/notice.tsx';
import { Failed } from '../../../shared/messages/states.tsx';
import { Section } from '../../../shared/officers/section.tsx';
import { usePeopleTexts } from '../../../texts/oversight.ts';
import classes from '../people.module.css';
import { useChangeUser } from '../use-change.ts';

export function PasswordCard({ username }: { username: string }) {
  const texts = usePeopleTexts();
  const [password, setPassword] = useState('');
  const [tried, setTried] = useState(false);
  const change = useChangeUser(username);
  const problem = problemIn(change.error);
  const wrong = fieldError(problem, 'password');
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    setTried(true);
    if (!password) return;
    change.mutate(
      { password },
      {
        onSuccess: () => {
          setPassword('');
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
        {problem && !wrong && <Failed error={problem} />}
        {change.isSuccess && <Notice tone="good" title={texts.user.passwordSet} announce />}
        <div className={classes.buttons}>
          <Button type="submit" variant="default" loading={change.isPending}>
            {texts.user.setPassword}
          </Button>
        </div>
      </form>
    </Section>
  );
}
