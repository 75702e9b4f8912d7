// By topic: shown in the app, mailed or not.
import { Button, Checkbox, NativeSelect, TextInput } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type SubmitEvent, useState } from 'react';
import { ask } from '../../api/client.ts';
import { asProblem } from '../../api/problems.ts';
import card from '../../shared/page/card.module.css';
import { Notice } from '../../shared/messages/notice.tsx';
import { Failed, Loading } from '../../shared/messages/states.tsx';
import { Unconfirmed } from '../../shared/messages/unconfirmed.tsx';
import classes from '../forms.module.css';
import { officeKeys } from '../keys.ts';
import { ScrollRegion } from '../scroll-region.tsx';
import { useOfficeTexts } from '../../texts/office.ts';
import type { Choices as ChoicesAnswer } from '../types.ts';

type Topic = ChoicesAnswer['topics'][number];

function ChoicesForm({ chosen }: { chosen: ChoicesAnswer }) {
  const { desk, frame } = useOfficeTexts();
  const { notifications: texts } = desk;
  const client = useQueryClient();
  const [email, setEmail] = useState(chosen.email ?? '');
  const [topics, setTopics] = useState(chosen.topics);
  const change = (topic: string, to: Partial<Topic>) =>
    setTopics(topics.map((one) => (one.topic === topic ? { ...one, ...to } : one)));
  const save = useMutation({
    mutationFn: () =>
      ask<ChoicesAnswer>('/v1/notification-choices', {
        method: 'PUT',
        body: {
          email: email.trim() || null,
          topics: topics.map(({ topic, inApp, mail }) => ({ topic, inApp, mail })),
        },
      }),
    onSuccess: (answer) => {
      client.setQueryData(officeKeys.choices, answer);
      void client.invalidateQueries({ queryKey: officeKeys.notifications });
    },
  });
  const problem = save.error ? asProblem(save.error) : undefined;
  const emailError = problem?.fields.find(({ path }) => path === 'email')?.message;
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    save.mutate();
  };
  return (
    <form className={card.card} onSubmit={submit} noValidate>
      <TextInput
        type="email"
        label={texts.email}
        autoComplete="email"
        value={email}
        error={emailError}
        onChange={({ currentTarget }) => setEmail(currentTarget.value)}
      />
      {chosen.emailConfirmed === false && <Unconfirmed path="/v1/notification-choices/email-confirmation" />}
      <ScrollRegion label={texts.choices}>
        <table className={classes.topics}>
          <thead>
            <tr>
              <th scope="col">{texts.topic}</th>
              <th scope="col">{texts.inApp}</th>
              <th scope="col">{texts.mailTo}</th>
            </tr>
          </thead>
          <tbody>
            {topics.map(({ topic, name, inApp, mail }) => {
              const called = texts.topics?.[topic] ?? name;
              return (
                <tr key={topic}>
                  <th scope="row">{called}</th>
                  <td>
                    <Checkbox
                      aria-label={texts.inAppFor(called)}
                      checked={inApp}
                      onChange={({ currentTarget }) => change(topic, { inApp: currentTarget.checked })}
                    />
                  </td>
                  <td>
                    <NativeSelect
                      aria-label={texts.mailFor(called)}
                      value={mail}
                      data={Object.entries(texts.mail).map(([value, label]) => ({ value, label }))}
                      onChange={({ currentTarget }) =>
                        change(topic, { mail: currentTarget.value as Topic['mail'] })
                      }
                    />
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </ScrollRegion>
      {problem && !emailError && <Failed error={problem} />}
      {save.isSuccess && <Notice tone="good" title={frame.saved} announce />}
      <div>
        <Button type="submit" loading={save.isPending}>
          {frame.save}
        </Button>
      </div>
    </form>
  );
}

export function Choices() {
  const { notifications } = useOfficeTexts().desk;
  const { data, error, refetch } = useQuery({
    queryKey: officeKeys.choices,
    queryFn: ({ signal }) => ask<ChoicesAnswer>('/v1/notification-choices', { signal }),
    staleTime: Infinity,
  });
  return (
    <details className={classes.fold}>
      <summary>{notifications.choices}</summary>
      {error && <Failed error={error} again={() => void refetch()} />}
      {!data && !error && <Loading />}
      {data && <ChoicesForm chosen={data} />}
    </details>
  );
}
