// The reporter is to be reached elsewhere; and below it, what is kept of them.
import { Button, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type SubmitEvent, useState } from 'react';
import { oneLine, seenOnly } from '../../../../sop/texts/text.ts';
import { ask } from '../../api/client.ts';
import { keys } from '../../api/keys.ts';
import { complaintPath } from '../../api/paths.ts';
import { fieldError, problemIn } from '../../api/problems.ts';
import type { ComplaintChange, ReporterView } from '../../api/types.ts';
import { focusWrong } from '../../shared/forms/focus-wrong.ts';
import { longest } from '../../shared/forms/longest.ts';
import { Notice } from '../../shared/messages/notice.tsx';
import { Failed } from '../../shared/messages/states.tsx';
import card from '../../shared/page/card.module.css';
import { useContactTexts } from '../../texts/beside-report.ts';
import { OwnData } from './own-data.tsx';

export default function ContactCard({ view, reportKey }: { view: ReporterView; reportKey: string }) {
  const texts = useContactTexts();
  const client = useQueryClient();
  const { number, contact } = view;
  const [email, setEmail] = useState('');
  const [phone, setPhone] = useState('');
  const [tried, setTried] = useState(false);
  const sending = useMutation({
    mutationFn: (body: ComplaintChange) =>
      ask<ReporterView>(complaintPath(number), { method: 'PATCH', body, accessKey: reportKey }),
    onSuccess: (after) => {
      client.setQueryData(keys.report(number), after);
      setEmail('');
      setPhone('');
      setTried(false);
    },
  });
  const problem = problemIn(sending.error);
  const reporter = {
    ...(oneLine(email) && { email: oneLine(email) }),
    ...(seenOnly(phone) && { phone: seenOnly(phone) }),
  };
  const isEmpty = Object.keys(reporter).length === 0;
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    setTried(true);
    if (isEmpty) return focusWrong(event.currentTarget);
    sending.mutate({ reporter });
  };
  const reached = [contact.email, contact.phone].filter(Boolean).join(', ');
  return (
    <>
      <form className={`${card.card} no-print`} aria-labelledby="contact" onSubmit={submit} noValidate>
        <h2 id="contact">{texts.title}</h2>
        <p>{reached ? texts.now(reached) : texts.none}</p>
        {sending.isSuccess && <Notice tone="good" announce title={<span>{texts.done}</span>} />}
        <TextInput
          label={texts.email}
          description={texts.why}
          type="email"
          autoComplete="email"
          maxLength={longest.email}
          value={email}
          error={tried && isEmpty ? texts.empty : fieldError(problem, 'reporter.email')}
          onChange={({ currentTarget }) => setEmail(currentTarget.value)}
        />
        <TextInput
          label={texts.phone}
          type="tel"
          autoComplete="tel"
          value={phone}
          error={fieldError(problem, 'reporter.phone')}
          onChange={({ currentTarget }) => setPhone(currentTarget.value)}
        />
        {problem && <Failed error={problem} />}
        <div>
          <Button type="submit" variant="default" loading={sending.isPending}>
            {texts.send}
          </Button>
        </div>
      </form>
      <OwnData view={view} reportKey={reportKey} />
    </>
  );
}
