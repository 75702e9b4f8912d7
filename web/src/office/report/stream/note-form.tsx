// A note for offices about the report; the reporter does not read it.
import { Button, Textarea } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type SubmitEvent, useEffect, useId, useRef, useState } from 'react';
import { ask } from '../../../api/client.ts';
import { complaintPath } from '../../../api/paths.ts';
import { useUser } from '../../../session.tsx';
import { announce } from '../../../shared/messages/announcer.tsx';
import { Failed } from '../../../shared/messages/states.tsx';
import { useKeptText } from '../../../shared/state/use-kept.ts';
import { officeKeys } from '../../keys.ts';
import { useShortcuts } from '../../shortcuts.ts';
import { useOfficeTexts } from '../../../texts/office.ts';
import type { NoteBody } from '../../../api/types.ts';
import { MentionList, optionId } from '../mentions/mention-list.tsx';
import { useMentions } from '../mentions/use-mentions.ts';
import classes from '../report.module.css';
import { longest } from '../../../shared/forms/longest.ts';

export function NoteForm({ number }: { number: string }) {
  const { report, frame, talk } = useOfficeTexts();
  const { notes } = report;
  const user = useUser();
  const [text, setText] = useKeptText(`tuntas.note.${user?.username}.${number}`);
  const [tried, setTried] = useState(false);
  const field = useRef<HTMLTextAreaElement>(null);
  const listId = useId();
  const slot = `tuntas.named.${user?.username}.${number}`;
  const mentions = useMentions({ number, slot, text, setText, field });
  const { named, found, isOpen, active } = mentions;
  const hasList = isOpen && found.length > 0;
  useEffect(() => {
    if (hasList) document.getElementById(optionId(listId, active))?.scrollIntoView({ block: 'nearest' });
  }, [hasList, active, listId]);
  const client = useQueryClient();
  const add = useMutation({
    mutationFn: (body: NoteBody) => ask<void>(`${complaintPath(number)}/notes`, { method: 'POST', body }),
    onSuccess: () => {
      const told = named.length > 0 && talk.mentions.told(named.map(({ name }) => name));
      announce([notes.saved, told].filter(Boolean).join(' '));
      setText('');
      mentions.clear();
      setTried(false);
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
    const body = { text: text.trim(), mentions: named.map(({ username }) => username) };
    if (body.text) add.mutate(body);
    else field.current?.focus();
  };
  return (
    <form className={`${classes.noteForm} no-print`} onSubmit={submit} noValidate>
      <div className={classes.noteField}>
        <Textarea
          ref={field}
          label={notes.add}
          description={talk.mentions.hint}
          aria-autocomplete="list"
          aria-haspopup="listbox"
          aria-controls={hasList ? listId : undefined}
          aria-activedescendant={hasList ? optionId(listId, active) : undefined}
          autosize
          minRows={2}
          maxRows={16}
          maxLength={longest.reason}
          value={text}
          error={tried && !text.trim() ? frame.required : undefined}
          onChange={({ currentTarget }) => {
            setText(currentTarget.value);
            mentions.look();
          }}
          onSelect={mentions.look}
          onKeyDown={mentions.onKeyDown}
          onBlur={mentions.close}
        />
        {isOpen && <MentionList id={listId} mentions={mentions} />}
      </div>
      {add.error && <Failed error={add.error} />}
      <div>
        <Button type="submit" variant="default" loading={add.isPending}>
          {notes.submit}
        </Button>
      </div>
    </form>
  );
}
