// A note for offices about the report; the reporter does not read it.
import { Button, Textarea } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type SubmitEvent, useRef, useState } from 'react';
import { ask } from '../../../api/client.ts';
import { complaintPath } from '../../../api/paths.ts';
import { useUser } from '../../../session.tsx';
import { announce } from '../../../shared/messages/announcer.tsx';
import { Failed } from '../../../shared/messages/states.tsx';
import { useKeptText } from '../../../shared/state/use-kept.ts';
import { officeKeys } from '../../keys.ts';
import { useShortcuts } from '../../shortcuts.ts';
import { useOfficeTexts } from '../../../texts/office.ts';
import classes from '../report.module.css';
import { longest } from '../../../shared/forms/longest.ts';

export function NoteForm({ number }: { number: string }) {
  const { report, frame } = useOfficeTexts();
  const { notes } = report;
  const user = useUser();
  const [text, setText] = useKeptText(`tuntas.note.${user?.username}.${number}`);
  const [tried, setTried] = useState(false);
  const field = useRef<HTMLTextAreaElement>(null);
  const client = useQueryClient();
  const add = useMutation({
    mutationFn: (words: string) =>
      ask<void>(`${complaintPath(number)}/notes`, { method: 'POST', body: { text: words } }),
    onSuccess: () => {
      setText('');
      setTried(false);
      announce(notes.saved);
      void client.invalidateQueries({ queryKey: officeKeys.report(number) });
    },
  });
  useShortcuts({
    c: () => {
      field.current?.focus();
      field.current?.scrollIntoView({ block: 'center' });
    },
  });
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    setTried(true);
    if (text.trim()) add.mutate(text.trim());
    else field.current?.focus();
  };
  return (
    <form className={`${classes.noteForm} no-print`} onSubmit={submit} noValidate>
      <Textarea
        ref={field}
        label={notes.add}
        autosize
        minRows={2}
        maxRows={16}
        maxLength={longest.reason}
        value={text}
        error={tried && !text.trim() ? frame.required : undefined}
        onChange={({ currentTarget }) => setText(currentTarget.value)}
      />
      {add.error && <Failed error={add.error} />}
      <div>
        <Button type="submit" variant="default" loading={add.isPending}>
          {notes.submit}
        </Button>
      </div>
    </form>
  );
}
