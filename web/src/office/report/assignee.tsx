// Which officer of the office has it in hand; the office that holds it may hand it on.
import { NativeSelect } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { ask } from '../../api/client.ts';
import { complaintPath } from '../../api/paths.ts';
import { useUser } from '../../session.tsx';
import { announce } from '../../shared/messages/announcer.tsx';
import { Failed } from '../../shared/messages/states.tsx';
import card from '../../shared/page/card.module.css';
import { officeKeys } from '../keys.ts';
import { freshen } from '../lists/live/freshen.ts';
import { useColleagues } from '../queries.ts';
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
      void client.invalidateQueries({ queryKey: officeKeys.report(number) });
      void freshen(client, [number]);
    },
  });
  if (user?.role !== 'admin' || holder.id !== user.office.id) return null;
  const shown = hand.isPending ? hand.variables : assignee;
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
        onChange={({ currentTarget }) => hand.mutate(currentTarget.value || null)}
      />
      {hand.error && <Failed error={hand.error} />}
    </div>
  );
}
