// What is mailed about a report, as its reporter chooses; what happens stands on the page in any case.
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { languages } from '../../../../sop/texts/language.ts';
import { ask } from '../../api/client.ts';
import { keys } from '../../api/keys.ts';
import { complaintPath } from '../../api/paths.ts';
import type { ComplaintChange, ReporterView } from '../../api/types.ts';
import { announce } from '../../shared/messages/announcer.tsx';
import { Failed } from '../../shared/messages/states.tsx';
import card from '../../shared/page/card.module.css';
import { useAskingTexts } from '../../texts/form/asking.ts';
import { useLaterTexts } from '../../texts/ways.ts';
import { ChoiceCards } from '../choice-cards.tsx';
import { useContactTexts } from '../../texts/beside-report.ts';
import { Updates } from './updates.tsx';

export default function UpdatesCard({ view, reportKey }: { view: ReporterView; reportKey: string }) {
  const texts = useLaterTexts();
  const { updates } = useAskingTexts();
  const contact = useContactTexts();
  const client = useQueryClient();
  const { number, emailConfirmed } = view;
  const sending = useMutation({
    mutationFn: (body: ComplaintChange) =>
      ask<ReporterView>(complaintPath(number), { method: 'PATCH', body, accessKey: reportKey }),
    onSuccess: (after) => {
      client.setQueryData(keys.report(number), after);
      announce(texts.chosen);
    },
  });
  // As it was pressed, at once, until the answer says so.
  const [asked, setAsked] = useState<Partial<Pick<ReporterView, 'updates' | 'language'>>>({});
  const choose = (to: typeof asked, body: ComplaintChange) => {
    setAsked(to);
    sending.mutate(body, { onSettled: () => setAsked({}) });
  };
  return (
    <section className={`${card.card} no-print`} aria-labelledby="updates">
      <div>
        <h2 id="updates">{texts.byMail}</h2>
        <p>{emailConfirmed ? texts.always : texts.onceConfirmed}</p>
      </div>
      {sending.error && <Failed error={sending.error} />}
      <Updates
        id="wished"
        title={updates}
        updates={asked.updates ?? view.updates}
        onChange={(wished) => choose({ updates: wished }, { reporter: { updates: wished } })}
      />
      <ChoiceCards
        id="mail-language"
        legend={contact.language}
        choices={languages.map((value) => {
          const [label, why] = contact.languages[value];
          return { value, label, why };
        })}
        value={asked.language ?? view.language}
        onChange={(language) => choose({ language }, { language })}
      />
    </section>
  );
}
