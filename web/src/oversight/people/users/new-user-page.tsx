// Adds an officer; where two of operations are wanted, asks for one.
import { PasswordInput } from '@mantine/core';
import { useState } from 'react';
import { keys } from '../../../api/keys.ts';
import type { NewOfficer } from '../../../api/types.ts';
import { OperationsPage } from '../../part-page.tsx';
import { usePeopleTexts } from '../../../texts/oversight.ts';
import { AddForm } from '../add-form.tsx';
import { requestsPath, useFourEyes } from '../requests/requests.ts';
import { WhyField } from '../requests/why-field.tsx';
import { type UserDraft, UserFields } from './user-fields.tsx';
import { usernameOf } from './username-of.ts';
import { useUsers } from './users.ts';

type Draft = UserDraft & { username: string };
const empty: Draft = { username: '', name: '', role: 'admin', officeId: '', email: '' };

export function NewUserPage() {
  const { user: texts, requests } = usePeopleTexts();
  // Not kept anywhere.
  const [password, setPassword] = useState('');
  const [why, setWhy] = useState('');
  const two = useFourEyes();
  const { data: all } = useUsers();
  const taken = new Set(all?.map((one) => one.username));
  return (
    <OperationsPage title={texts.add} lead={two ? requests.addLead : texts.addLead}>
      <AddForm<Draft, NewOfficer>
        kept="new-user"
        empty={empty}
        needed={['username', 'name', 'officeId']}
        lasting={{
          field: 'username',
          label: texts.username,
          hint: texts.usernameHint,
          taken: 'username-taken',
          propose: (name) => usernameOf(name, taken),
        }}
        path="/v1/users"
        queryKey={two ? keys.accountRequests : keys.users}
        list={two ? requestsPath : '/operasi/pengguna'}
        words={two ? { add: requests.ask, added: requests.asked } : texts}
        bodyOf={({ username, email, ...rest }) => ({
          username: username.trim(),
          ...rest,
          ...(email && { email }),
          ...(password && { password }),
          ...(why.trim() && { why: why.trim() }),
        })}
        renderFields={(props, username) => (
          <>
            <UserFields {...props} username={username} />
            <PasswordInput
              label={texts.password}
              description={texts.passwordHint}
              autoComplete="new-password"
              value={password}
              error={props.errorOf('password')}
              onChange={({ currentTarget }) => setPassword(currentTarget.value)}
            />
            <WhyField value={why} error={props.errorOf('why')} onChange={setWhy} />
          </>
        )}
      />
    </OperationsPage>
  );
}
