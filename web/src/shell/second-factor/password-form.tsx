// Asks for the password once more before the second factor changes.
import { Button, PasswordInput } from '@mantine/core';
import { type SubmitEvent, useState } from 'react';
import { fieldError, problemIn } from '../../api/problems.ts';
import { Failed } from '../../shared/messages/states.tsx';
import { useSecondFactorTexts } from '../../texts/form/second-factor.ts';
import classes from './second-factor.module.css';

interface PasswordFormProps {
  submit: string;
  busy: boolean;
  error: Error | null;
  onPassword: (password: string) => void;
}

export function PasswordForm({ submit, busy, error, onPassword }: PasswordFormProps) {
  const texts = useSecondFactorTexts();
  const [password, setPassword] = useState('');
  const [tried, setTried] = useState(false);
  const problem = problemIn(error);
  const wrong = fieldError(problem, 'password');
  const send = (event: SubmitEvent) => {
    event.preventDefault();
    setTried(true);
    if (password) onPassword(password);
  };
  return (
    <form className={classes.form} onSubmit={send} noValidate>
      <PasswordInput
        label={texts.password}
        description={texts.passwordWhy}
        autoComplete="current-password"
        value={password}
        error={tried && !password ? texts.required : wrong}
        onChange={({ currentTarget }) => setPassword(currentTarget.value)}
      />
      {problem && !wrong && <Failed error={problem} />}
      <div>
        <Button type="submit" loading={busy}>
          {submit}
        </Button>
      </div>
    </form>
  );
}
