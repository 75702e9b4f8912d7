// The reporter says who may see the report (reading 19), until its end.
import { Button } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { confidentialities } from '../../../../sop/terms.ts';
import { ask } from '../../api/client.ts';
import { keys } from '../../api/keys.ts';
import { complaintPath } from '../../api/paths.ts';
import type { ComplaintChange, ReporterView } from '../../api/types.ts';
import { Notice } from '../../shared/messages/notice.tsx';
import { Failed } from '../../shared/messages/states.tsx';
import card from '../../shared/page/card.module.css';
import { useWhoSeesTexts } from '../../texts/beside-report.ts';
import { useSecrecies } from '../../texts/form/secrecies.ts';
import { ChoiceCards } from '../choice-cards.tsx';

export default function WhoSeesCard({ view, reportKey }: { view: ReporterView; reportKey: string }) {
  const texts = useWhoSeesTexts();
  const secrecies = useSecrecies();
  const client = useQueryClient();
  const { number, confidentiality: now } = view;
  const [chosen, setChosen] = useState(now);
  const { mutate, error, isPending, isSuccess } = useMutation({
    mutationFn: (body: ComplaintChange) =>
      ask<ReporterView>(complaintPath(number), { method: 'PATCH', body, accessKey: reportKey }),
    onSuccess: (after) => client.setQueryData(keys.report(number), after),
  });
  return (
    <form
      className={`${card.card} no-print`}
      aria-labelledby="who-sees-title"
      onSubmit={(event) => {
        event.preventDefault();
        mutate({ confidentiality: chosen });
      }}
    >
      <ChoiceCards
        id="who-sees"
        legend={<span id="who-sees-title">{texts.title}</span>}
        value={chosen}
        choices={confidentialities.map((value) => {
          const [label, why] = secrecies[value];
          return { value, label, why };
        })}
        onChange={setChosen}
      />
      {isSuccess && chosen === now && <Notice tone="good" announce title={<span>{texts.done}</span>} />}
      {error && <Failed error={error} />}
      <div>
        <Button type="submit" variant="default" loading={isPending} disabled={chosen === now}>
          {texts.save}
        </Button>
      </div>
    </form>
  );
}
