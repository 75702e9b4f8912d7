// The officer's own account: who they are here, the password, signing out everywhere.
import { Button, PasswordInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type SubmitEvent, useState } from 'react';
import { usualLanguage } from '../../../../sop/texts/language.ts';
import { ask } from '../../api/client.ts';
import { keys } from '../../api/keys.ts';
import { fieldError, problemIn } from '../../api/problems.ts';
import { useSession } from '../../session.tsx';
import card from '../../shared/page/card.module.css';
import { type Fact, FactList } from '../../shared/officers/fact-list.tsx';
import { Notice } from '../../shared/messages/notice.tsx';
import { Page } from '../../shared/page/page.tsx';
import { Failed } from '../../shared/messages/states.tsx';
import { useOfficeTexts } from '../../texts/office.ts';
import { RecoveryCodesPage } from '../../shell/second-factor/recovery-codes.tsx';
import { SecondFactorCard } from './second-factor-card.tsx';
import { SessionsCard } from './sessions-card.tsx';

const empty = { current: '', next: '', repeat: '' };

function PasswordForm() {
  const { desk, frame } = useOfficeTexts();
  const { account } = desk;
  const [values, setValues] = useState(empty);
  const [tried, setTried] = useState(false);
  const client = useQueryClient();
  const change = useMutation({
    mutationFn: ({ current, next }: typeof empty) =>
      ask<void>('/v1/password', { method: 'POST', body: { current, next } }),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: keys.session });
      setValues(empty);
      setTried(false);
    },
  });
  const problem = problemIn(change.error);
  const errorOf = (name: keyof typeof empty) => {
    if (tried && !values[name]) return frame.required;
    if (tried && name === 'repeat' && values.repeat !== values.next) return account.different;
    return fieldError(problem, name);
  };
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    setTried(true);
    if (values.current && values.next && values.next === values.repeat) change.mutate(values);
  };
  const field = (name: keyof typeof empty, autoComplete: string) => (
    <PasswordInput
      label={account[name]}
      name={name}
      autoComplete={autoComplete}
      value={values[name]}
      error={errorOf(name)}
      onChange={({ currentTarget }) => setValues({ ...values, [name]: currentTarget.value })}
    />
  );
  return (
    <form className={card.card} onSubmit={submit} noValidate>
      <h2>{account.password}</h2>
      <p>{account.passwordHint}</p>
      {field('current', 'current-password')}
      {field('next', 'new-password')}
      {field('repeat', 'new-password')}
      {problem && problem.fields.length === 0 && <Failed error={problem} />}
      {change.isSuccess && <Notice tone="good" title={account.changed} announce />}
      <div>
        <Button type="submit" loading={change.isPending}>
          {account.change}
        </Button>
      </div>
    </form>
  );
}

export function AccountPage() {
  const { desk, words } = useOfficeTexts();
  const { account } = desk;
  const session = useSession();
  const [codes, setCodes] = useState<string[] | null>(null);
  if (!session) return null;
  const { user, mustChangePassword: must } = session;
  if (codes) {
    return <RecoveryCodesPage codes={codes} username={user.username} onDone={() => setCodes(null)} />;
  }
  const facts: Fact[] = [
    [account.who, user.name],
    [account.username, user.username],
    [account.office, `${user.office.name} (${words.levels[user.office.level]})`],
    [account.role, account.roles[user.role]],
    [account.language, account.languages[user.language ?? usualLanguage]],
  ];
  return (
    <Page title={account.title}>
      {must && (
        <Notice tone="info" title={account.must} announce>
          <p>{account.mustWhy}</p>
        </Notice>
      )}
      <div className={card.card}>
        <FactList facts={facts} />
      </div>
      <PasswordForm />
      {!must && <SecondFactorCard onCodes={setCodes} />}
      {!must && <SessionsCard />}
    </Page>
  );
}
