// A new webhook.
import { Button, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type SubmitEvent, useState } from 'react';
import { ask } from '../../api/client.ts';
import { fieldError, problemIn } from '../../api/problems.ts';
import card from '../../shared/page/card.module.css';
import { Failed } from '../../shared/messages/states.tsx';
import classes from '../forms.module.css';
import { officeKeys } from '../keys.ts';
import { useOfficeTexts } from '../../texts/office.ts';

interface AddWebhookProps {
  onAdded: (added: { id: number; secret: string }) => void;
  onClose: () => void;
}

export function AddWebhook({ onAdded, onClose }: AddWebhookProps) {
  const { desk, frame } = useOfficeTexts();
  const { webhooks: texts } = desk;
  const client = useQueryClient();
  const [url, setUrl] = useState('');
  const [types, setTypes] = useState('');
  const [tried, setTried] = useState(false);
  const add = useMutation({
    mutationFn: () =>
      ask<{ id: number; secret: string }>('/v1/webhooks', {
        method: 'POST',
        body: { url: url.trim(), types: types.split(/[\s,]+/).filter(Boolean) },
      }),
    onSuccess: (added) => {
      void client.invalidateQueries({ queryKey: officeKeys.webhooks });
      onAdded(added);
    },
  });
  const problem = problemIn(add.error);
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    setTried(true);
    if (url.trim()) add.mutate();
  };
  return (
    <form className={card.card} onSubmit={submit} noValidate>
      <h2>{texts.add}</h2>
      <TextInput
        type="url"
        label={texts.url}
        placeholder="https://"
        // The form was asked for.
        // oxlint-disable-next-line jsx-a11y/no-autofocus
        autoFocus
        value={url}
        error={tried && !url.trim() ? frame.required : fieldError(problem, 'url')}
        onChange={({ currentTarget }) => setUrl(currentTarget.value)}
      />
      <TextInput
        label={texts.types}
        description={texts.typesHint}
        value={types}
        error={fieldError(problem, 'types')}
        onChange={({ currentTarget }) => setTypes(currentTarget.value)}
      />
      {problem && problem.fields.length === 0 && <Failed error={problem} />}
      <div className={classes.buttons}>
        <Button type="submit" loading={add.isPending}>
          {texts.add}
        </Button>
        <Button variant="default" onClick={onClose}>
          {frame.cancel}
        </Button>
      </div>
    </form>
  );
}
