// A field for a code, of the app or from paper.
import { Button, TextInput } from '@mantine/core';
import { type ReactNode, type SubmitEvent, useState } from 'react';
import { fieldError, problemIn } from '../../api/problems.ts';
import { Failed } from '../../shared/messages/states.tsx';
import { useSecondFactorTexts } from '../../texts/form/second-factor.ts';
import classes from './second-factor.module.css';

interface CodeFormProps {
  label: string;
  hint?: string;
  /** Whether it is digits alone. */
  digits: boolean;
  submit: string;
  busy: boolean;
  error: Error | null;
  onCode: (code: string) => void;
  /** Beside the button. */
  children?: ReactNode;
}

export function CodeForm({ label, hint, digits, submit, busy, error, onCode, children }: CodeFormProps) {
  const { required } = useSecondFactorTexts();
  const [code, setCode] = useState('');
  const [tried, setTried] = useState(false);
  const problem = problemIn(error);
  const wrong = fieldError(problem, 'code');
  const send = (event: SubmitEvent) => {
    event.preventDefault();
    setTried(true);
    if (code.trim()) onCode(code.trim());
  };
  return (
    <form className={classes.form} onSubmit={send} noValidate>
      <TextInput
        label={label}
        description={hint}
        name="code"
        autoComplete="one-time-code"
        inputMode={digits ? 'numeric' : 'text'}
        autoCapitalize="characters"
        spellCheck={false}
        maxLength={40}
        value={code}
        error={tried && !code.trim() ? required : wrong}
        onChange={({ currentTarget }) => setCode(currentTarget.value)}
      />
      {problem && !wrong && <Failed error={problem} />}
      <div className={classes.buttons}>
        <Button type="submit" loading={busy}>
          {submit}
        </Button>
        {children}
      </div>
    </form>
  );
}
