// One officer: name, office, role, address; password; in service or not.
import { useState } from 'react';
import { useParams } from 'wouter';
import { fieldError, problemIn } from '../../../api/problems.ts';
import type { Officer } from '../../../api/types.ts';
import { useUser } from '../../../session.tsx';
import { Notice } from '../../../shared/messages/notice.tsx';
import { Pending } from '../../../shared/messages/states.tsx';
import { OperationsPage } from '../../part-page.tsx';
import { usePeopleTexts } from '../../../texts/oversight.ts';
import { ActiveCard } from '../active-card.tsx';
import { EditForm } from '../edit-form.tsx';
import { PasswordCard } from './password-card.tsx';
import classes from '../people.module.css';
import { isRequest } from '../requests/requests.ts';
import { WhyField } from '../requests/why-field.tsx';
import { useChangeUser } from '../use-change.ts';
import { TakeFactorCard } from './take-factor-card.tsx';
import { UnlinkCard } from './unlink-card.tsx';
import { type UserDraft, UserFields } from './user-fields.tsx';
import { useUsers } from './users.ts';

function UserForm({ officer, own }: { officer: Officer; own: boolean }) {
  const { requests } = usePeopleTexts();
  const { username, name, role, office, email } = officer;
  const [why, setWhy] = useState('');
  const save = useChangeUser(username, why);
  return (
    <EditForm<UserDraft>
      kept={`user-${username}`}
      known={{ name, role, officeId: office.id, email: email ?? '' }}
      needed={['name', 'officeId']}
      save={save}
      saved={isRequest(save.data) ? requests.asked(name) : undefined}
      besides={['why']}
      renderFields={(props) => (
        <>
          <UserFields {...props} own={own} />
          <WhyField value={why} error={props.errorOf('why')} onChange={setWhy} />
        </>
      )}
    />
  );
}

function UserActive({ officer }: { officer: Officer }) {
  const { user: texts, requests } = usePeopleTexts();
  const me = useUser();
  const [why, setWhy] = useState('');
  const change = useChangeUser(officer.username, why);
  const wrongWhy = fieldError(problemIn(change.error), 'why');
  return (
    <ActiveCard
      active={officer.active}
      words={texts}
      sure={texts.sure(officer.name)}
      saving={change.isPending}
      error={wrongWhy ? null : change.error}
      before={
        <>
          {!officer.active && <WhyField value={why} error={wrongWhy} onChange={setWhy} />}
          {isRequest(change.data) && <Notice tone="good" title={requests.asked(officer.name)} announce />}
        </>
      }
      instead={me?.username === officer.username ? <p>{texts.self}</p> : undefined}
      onChange={(active) => change.mutate({ active })}
    />
  );
}

export function UserPage() {
  const texts = usePeopleTexts();
  const me = useUser();
  const { username } = useParams<{ username: string }>();
  const asked = useUsers();
  const { data } = asked;
  const officer = data?.find((candidate) => candidate.username === decodeURIComponent(username));
  return (
    <OperationsPage
      title={officer ? texts.user.edit(officer.name) : texts.user.title}
      lead={officer && `${officer.username} · ${officer.office.name}`}
    >
      <Pending asked={asked} />
      {data && !officer && <Notice tone="warn" title={texts.user.notFound} />}
      {officer && (
        <div className={classes.cards}>
          <UserForm officer={officer} own={me?.username === officer.username} />
          {me?.username !== officer.username && (
            <PasswordCard username={officer.username} name={officer.name} />
          )}
          {officer.linked && <UnlinkCard username={officer.username} name={officer.name} />}
          {officer.hasSecondFactor && me?.username !== officer.username && (
            <TakeFactorCard username={officer.username} name={officer.name} />
          )}
          <UserActive officer={officer} />
        </div>
      )}
    </OperationsPage>
  );
}
