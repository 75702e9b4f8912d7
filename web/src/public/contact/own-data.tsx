// What is kept of the reporter is theirs (reading 33): taken away as a file, and erased once the report has ended.
import { Button, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type SubmitEvent, useState } from 'react';
import { oneLine } from '../../../../sop/texts/text.ts';
import { ask } from '../../api/client.ts';
import { keys } from '../../api/keys.ts';
import { complaintPath } from '../../api/paths.ts';
import { fieldError, problemIn } from '../../api/problems.ts';
import type { ReporterView } from '../../api/types.ts';
import { Notice } from '../../shared/messages/notice.tsx';
import { Failed } from '../../shared/messages/states.tsx';
import card from '../../shared/page/card.module.css';
import { useContactTexts } from '../../texts/beside-report.ts';

interface Own {
  view: ReporterView;
  reportKey: string;
}

export function OwnData({ view, reportKey }: Own) {
  const { own: texts } = useContactTexts();
  const { number } = view;
  const [contact, setContact] = useState('');
  const { mutate, error, isPending } = useMutation({
    mutationFn: async () => {
      const path = `${complaintPath(number)}/own-data`;
      const body = { contact: oneLine(contact) };
      const all = await ask<object>(path, { method: 'POST', body, accessKey: reportKey });
      const { saveContent } = await import('../../api/transfer.ts');
      saveContent(new Blob([JSON.stringify(all, null, 2)], { type: 'application/json' }), `${number}.json`);
    },
  });
  const problem = problemIn(error);
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    mutate();
  };
  return (
    <>
      <form className={`${card.card} no-print`} aria-labelledby="own-data" onSubmit={submit} noValidate>
        <h2 id="own-data">{texts.title}</h2>
        <TextInput
          label={texts.contact}
          description={texts.why}
          value={contact}
          error={fieldError(problem, 'contact')}
          onChange={({ currentTarget }) => setContact(currentTarget.value)}
        />
        {problem && <Failed error={problem} />}
        <div>
          <Button type="submit" variant="default" loading={isPending}>
            {texts.take}
          </Button>
        </div>
      </form>
      {view.endedAt !== null && <Erasure view={view} reportKey={reportKey} />}
    </>
  );
}

/** Asked once more by the number, which nobody types by mistake. */
function Erasure({ view, reportKey }: Own) {
  const { own: texts } = useContactTexts();
  const client = useQueryClient();
  const { number } = view;
  const [typed, setTyped] = useState('');
  const { mutate, error, isPending, isSuccess } = useMutation({
    mutationFn: () =>
      ask<ReporterView>(`${complaintPath(number)}/erasure`, {
        method: 'POST',
        body: { number: oneLine(typed).toUpperCase() },
        accessKey: reportKey,
      }),
    onSuccess: (after) => client.setQueryData(keys.report(number), after),
  });
  const problem = problemIn(error);
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    mutate();
  };
  return (
    <form className={`${card.card} no-print`} aria-labelledby="erasure" onSubmit={submit} noValidate>
      <h2 id="erasure">{texts.erasing}</h2>
      <p>{texts.erasingWhy}</p>
      {isSuccess && <Notice tone="good" announce title={<span>{texts.erased}</span>} />}
      <TextInput
        label={texts.number(number)}
        value={typed}
        error={fieldError(problem, 'number')}
        onChange={({ currentTarget }) => setTyped(currentTarget.value)}
      />
      {problem && <Failed error={problem} />}
      <div>
        <Button type="submit" variant="default" loading={isPending}>
          {texts.erase}
        </Button>
      </div>
    </form>
  );
}
