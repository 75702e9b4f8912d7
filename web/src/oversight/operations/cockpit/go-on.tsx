// Has a report go on as its record stands: a person decides it, and says why.
import { Button, Textarea } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type SubmitEvent, useEffect, useRef, useState } from 'react';
import { ask } from '../../../api/client.ts';
import { keys } from '../../../api/keys.ts';
import { complaintPath } from '../../../api/paths.ts';
import { announce } from '../../../shared/messages/announcer.tsx';
import { Failed } from '../../../shared/messages/states.tsx';
import officers from '../../../shared/officers/officers.module.css';
import { useOfficersTexts } from '../../../texts/officers.ts';
import { useCockpitTexts } from '../../../texts/oversight.ts';
import classes from './cockpit.module.css';

/** As contract/operations/processes.ts takes it. */
const longestReason = 1_000;

export function GoOn({ number }: { number: string }) {
  const { goOn: texts } = useCockpitTexts();
  const { cancel, required } = useOfficersTexts();
  const client = useQueryClient();
  const [isOpen, setOpen] = useState(false);
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const field = useRef<HTMLTextAreaElement>(null);
  const opener = useRef<HTMLButtonElement>(null);
  const before = useRef(isOpen);
  useEffect(() => {
    if (isOpen) field.current?.focus();
    else if (before.current) opener.current?.focus();
    before.current = isOpen;
  }, [isOpen]);
  const going = useMutation({
    mutationFn: (why: string) =>
      ask<void>(`${complaintPath(number)}/process`, { method: 'POST', body: { reason: why } }),
    onSuccess: () => announce(texts.done),
    onSettled: () => client.invalidateQueries({ queryKey: keys.cockpit }),
  });
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    setTried(true);
    const why = reason.trim();
    if (why) going.mutate(why);
    else field.current?.focus();
  };
  if (going.isSuccess) return <p className={classes.small}>{texts.done}</p>;
  if (!isOpen) {
    return (
      <Button ref={opener} variant="default" size="xs" onClick={() => setOpen(true)}>
        {texts.label}
        <span className="visually-hidden">: {number}</span>
      </Button>
    );
  }
  return (
    <form onSubmit={submit} noValidate>
      <Textarea
        ref={field}
        label={texts.reason}
        description={texts.what}
        autosize
        minRows={2}
        maxLength={longestReason}
        value={reason}
        error={tried && !reason.trim() ? required : undefined}
        onChange={({ currentTarget }) => setReason(currentTarget.value)}
      />
      {going.error && <Failed error={going.error} />}
      <div className={officers.buttons}>
        <Button type="submit" size="xs" loading={going.isPending}>
          {texts.label}
        </Button>
        <Button variant="default" size="xs" onClick={() => setOpen(false)}>
          {cancel}
        </Button>
      </div>
    </form>
  );
}
