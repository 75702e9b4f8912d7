// One officer: name, office, role, address; password; in service or not.
import { useParams } from 'wouter';
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
import { useChangeUser } from '../use-change.ts';
import { UnlinkCard } from './unlink-card.tsx';
import { type UserDraft, UserFields } from './user-fields.tsx';
import { useUsers } from './users.ts';

function UserForm({ officer, own }: { officer: Officer; own: boolean }) {
  const { username, name, role, office, email } = officer;
  return (
    <EditForm<UserDraft>
      kept={`user-${username}`}
      known={{ name, role, officeId: office.id, email: email ?? '' }}
      needed={['name', 'officeId']}
      save={useChangeUser(username)}
      renderFields={(props) => <UserFields {...props} own={own} />}
    />
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
          {me?.username !== officer.username && <PasswordCard username={officer.username} />}
          {officer.linked && <UnlinkCard username={officer.username} name={officer.name} />}
          <UserActive officer={officer} />
        </div>
      )}
    </OperationsPage>
  );
}
