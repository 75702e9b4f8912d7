// Which officer of the office has it in hand; the office that holds it may hand it on.
import { NativeSelect } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { ask } from '../../api/client.ts';
import { complaintPath } from '../../api/paths.ts';
import { useUser } from '../../session.tsx';
import { announce } from '../../shared/messages/announcer.tsx';
import { Failed } from '../../shared/messages/states.tsx';
import card from '../../shared/page/card.module.css';
import { officeKeys } from '../keys.ts';
import { freshen } from '../lists/live/freshen.ts';
import { reportQuery, useColleagues } from '../queries.ts';
import { useOfficeTexts } from '../../texts/office.ts';
import type { Report } from '../../api/types.ts';

export function Assignee({ report }: { report: Report }) {
  const { assignee: texts } = useOfficeTexts().report;
  const user = useUser();
  const colleagues = useColleagues();
  const client = useQueryClient();
  const { number, assignee, holder } = report;
  const hand = useMutation({
    mutationFn: (username: string | null) =>
      ask<void>(`${complaintPath(number)}/assignee`, { method: 'POST', body: { username } }),
    onSuccess: (_, username) => {
      const name = colleagues.find((one) => one.username === username)?.name;
      announce(name ? texts.given(name) : texts.taken);
      // Until the report was asked for again.
      client.setQueryData(reportQuery(number).queryKey, (seen) => seen && { ...seen, assignee: username });
      void client.invalidateQueries({ queryKey: officeKeys.report(number) });
      void freshen(client, [number]);
    },
  });
  // As it was chosen, at once, until the answer says so.
  const [chosen, setChosen] = useState<string | null>();
  if (user?.role !== 'admin' || holder.id !== user.office.id) return null;
  const shown = chosen === undefined ? assignee : chosen;
  const give = (username: string | null) => {
    setChosen(username);
    hand.mutate(username, { onSettled: () => setChosen(undefined) });
  };
  return (
    <div className={`${card.card} no-print`}>
      <NativeSelect
        label={texts.label}
        value={shown ?? ''}
        disabled={hand.isPending}
        data={[
          { value: '', label: texts.nobody },
          ...colleagues.map(({ username, name }) => ({ value: username, label: name })),
        ]}
        onChange={({ currentTarget }) => give(currentTarget.value || null)}
      />
      {hand.error && <Failed error={hand.error} />}
    </div>
  );
}
