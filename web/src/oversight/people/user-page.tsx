// One officer: name, office, role, address; password; in service or not.
import { Button } from '@mantine/core';
import { type SubmitEvent, useState } from 'react';
import { useParams } from 'wouter';
import { asProblem } from '../../api/problems.ts';
import type { Officer } from '../../api/types.ts';
import { useUser } from '../../session.tsx';
import card from '../../shell/card.module.css';
import { Notice } from '../../shell/notice.tsx';
import { Failed, Loading } from '../../shell/states.tsx';
import { changedFields } from '../changed-fields.ts';
import { fieldError } from '../field-error.ts';
import { OperationsPage } from '../part-page.tsx';
import { usePeopleTexts } from '../texts/people.ts';
import { useKept } from '../use-kept.ts';
import { ActiveCard } from './active-card.tsx';
import { PasswordCard } from './password-card.tsx';
import classes from './people.module.css';
import { useChangeUser } from './use-change-user.ts';
import { type UserDraft, UserFields } from './user-fields.tsx';
import { useUsers } from './users.ts';

function UserForm({ officer }: { officer: Officer }) {
  const texts = usePeopleTexts();
  const { username, name, role, office, email } = officer;
  const known: UserDraft = { name, role, officeId: office.id, email: email ?? '' };
  const { value, change, clear } = useKept(`user-${username}`, known);
  const [tried, setTried] = useState<'nothing' | 'something'>();
  const save = useChangeUser(username);
  const problem = save.error ? asProblem(save.error) : undefined;
  const errorOf = (field: string) =>
    tried && ((field === 'name' && !value.name.trim()) || (field === 'officeId' && !value.officeId))
      ? texts.required
      : fieldError(problem, field);
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    const { email: address, ...fields } = changedFields(known, value);
    const changed = { ...fields, ...(address !== undefined && { email: address || null }) };
    setTried(Object.keys(changed).length === 0 ? 'nothing' : 'something');
    if (!value.name.trim() || !value.officeId || Object.keys(changed).length === 0) return;
    save.mutate(changed, { onSuccess: clear });
  };
  return (
    <form className={`${card.card} ${classes.form}`} onSubmit={submit} noValidate>
      <UserFields value={value} errorOf={errorOf} onChange={change} />
      {problem && <Failed error={problem} />}
      {save.isSuccess && tried === 'something' && <Notice tone="good" title={texts.saved} announce />}
      {tried === 'nothing' && <Notice tone="info" title={texts.nothing} announce />}
      <div className={classes.buttons}>
        <Button type="submit" loading={save.isPending}>
          {texts.save}
        </Button>
      </div>
    </form>
  );
}

function UserActive({ officer }: { officer: Officer }) {
  const { user: texts } = usePeopleTexts();
  const me = useUser();
  const change = useChangeUser(officer.username);
  return (
    <ActiveCard
      active={officer.active}
      words={texts}
      sure={texts.sure(officer.name)}
      saving={change.isPending}
      error={change.error}
      instead={me?.username === officer.username ? <p>{texts.self}</p> : undefined}
      onChange={(active) => change.mutate({ active })}
    />
  );
}

export function UserPage() {
  const texts = usePeopleTexts();
  const me = useUser();
  const { username } = useParams<{ username: string }>();
  const { data, error, isPending, refetch } = useUsers();
  const officer = data?.find((candidate) => candidate.username === decodeURIComponent(username));
  return (
    <OperationsPage
      title={officer ? texts.user.edit(officer.name) : texts.user.title}
      lead={officer && `${officer.username} · ${officer.office.name}`}
    >
      {isPending && <Loading />}
      {error && <Failed error={error} again={() => void refetch()} />}
      {data && !officer && <Notice tone="warn" title={texts.user.notFound} />}
      {officer && (
        <div className={classes.cards}>
          <UserForm officer={officer} />
          {me?.username !== officer.username && <PasswordCard username={officer.username} />}
          <UserActive officer={officer} />
        </div>
      )}
    </OperationsPage>
  );
}
