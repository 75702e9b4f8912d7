// By topic: shown in the app, mailed or not.
import { Button, Checkbox, NativeSelect, TextInput } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type SubmitEvent, useState } from 'react';
import { named } from '../../shared/forms/options.ts';
import { ask } from '../../api/client.ts';
import { fieldError, problemIn } from '../../api/problems.ts';
import card from '../../shared/page/card.module.css';
import { Notice } from '../../shared/messages/notice.tsx';
import { Failed, Pending } from '../../shared/messages/states.tsx';
import { Unconfirmed } from '../../shared/messages/unconfirmed.tsx';
import classes from '../forms.module.css';
import { officeKeys } from '../keys.ts';
import { ScrollTable } from '../../shared/officers/scroll-table.tsx';
import { useOfficeTexts } from '../../texts/office.ts';
import type { Choices as ChoicesAnswer } from '../../api/types.ts';

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
  const problem = problemIn(save.error);
  const emailError = fieldError(problem, 'email');
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
      <ScrollTable caption={texts.topic} className={classes.topics}>
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
                    data={named(texts.mail)}
                    onChange={({ currentTarget }) =>
                      change(topic, { mail: currentTarget.value as Topic['mail'] })
                    }
                  />
                </td>
              </tr>
            );
          })}
        </tbody>
      </ScrollTable>
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
  const asked = useQuery({
    queryKey: officeKeys.choices,
    queryFn: ({ signal }) => ask<ChoicesAnswer>('/v1/notification-choices', { signal }),
    staleTime: Infinity,
  });
  const { data } = asked;
  return (
    <details className={classes.fold}>
      <summary>{notifications.choices}</summary>
      <Pending asked={asked} />
      {data && <ChoicesForm chosen={data} />}
    </details>
  );
}
