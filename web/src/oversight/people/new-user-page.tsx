// Adds an officer.
import { Button, PasswordInput, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type SubmitEvent, useState } from 'react';
import { Link, useLocation } from 'wouter';
import { ask } from '../../api/client.ts';
import { keys } from '../../api/keys.ts';
import { asProblem } from '../../api/problems.ts';
import type { NewOfficer } from '../../api/types.ts';
import { announce } from '../../shell/announcer.tsx';
import card from '../../shell/card.module.css';
import { Failed, titleOf } from '../../shell/states.tsx';
import { useTexts } from '../../texts/texts.tsx';
import { fieldError } from '../field-error.ts';
import { OperationsPage } from '../part-page.tsx';
import { usePeopleTexts } from '../texts/people.ts';
import { useKept } from '../use-kept.ts';
import classes from './people.module.css';
import { type UserDraft, UserFields } from './user-fields.tsx';

type Draft = UserDraft & { username: string };
const empty: Draft = { username: '', name: '', role: 'admin', officeId: '', email: '' };
const needed = ['username', 'name', 'officeId'] as const;

export function NewUserPage() {
  const texts = usePeopleTexts();
  const all = useTexts();
  const client = useQueryClient();
  const [, navigate] = useLocation();
  const { value, change, clear } = useKept<Draft>('new-user', empty);
  // Not kept anywhere.
  const [password, setPassword] = useState('');
  const [tried, setTried] = useState(false);
  const add = useMutation({
    mutationFn: (body: NewOfficer) => ask<unknown>('/v1/users', { method: 'POST', body }),
    onSuccess: async (_, { name }) => {
      clear();
      await client.invalidateQueries({ queryKey: keys.users });
      announce(texts.user.added(name));
      navigate('/operasi/pengguna');
    },
  });
  const problem = add.error ? asProblem(add.error) : undefined;
  const errorOf = (field: string) =>
    tried && needed.some((name) => name === field && !value[name].trim())
      ? texts.required
      : field === 'username' && problem?.code === 'username-taken'
        ? titleOf(problem, all)
        : fieldError(problem, field);
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    setTried(true);
    if (needed.some((name) => !value[name].trim())) return;
    const { email, ...rest } = value;
    add.mutate({ ...rest, ...(email && { email }), ...(password && { password }) });
  };
  return (
    <OperationsPage title={texts.user.add} lead={texts.user.addLead}>
      <form className={`${card.card} ${classes.form}`} onSubmit={submit} noValidate>
        <TextInput
          label={texts.user.username}
          description={texts.user.usernameHint}
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          value={value.username}
          error={errorOf('username')}
          onChange={({ currentTarget }) => change({ username: currentTarget.value })}
        />
        <UserFields value={value} errorOf={errorOf} onChange={change} />
        <PasswordInput
          label={texts.user.password}
          description={texts.user.passwordHint}
          autoComplete="new-password"
          value={password}
          error={errorOf('password')}
          onChange={({ currentTarget }) => setPassword(currentTarget.value)}
        />
        {problem && <Failed error={problem} />}
        <div className={classes.buttons}>
          <Button type="submit" loading={add.isPending}>
            {texts.user.add}
          </Button>
          <Button component={Link} href="/operasi/pengguna" variant="default" onClick={clear}>
            {texts.cancel}
          </Button>
        </div>
      </form>
    </OperationsPage>
  );
}
