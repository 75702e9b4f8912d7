// Takes an officer's second factors away, who has lost them, after a second question; where two of operations are wanted, asks for it.
import { useState } from 'react';
import { fieldError, problemIn } from '../../../api/problems.ts';
import { Notice } from '../../../shared/messages/notice.tsx';
import { Failed } from '../../../shared/messages/states.tsx';
import { Section } from '../../../shared/officers/section.tsx';
import { SureButton } from '../../../shared/officers/sure-button.tsx';
import { usePeopleTexts } from '../../../texts/oversight.ts';
import { isRequest } from '../requests/requests.ts';
import { WhyField } from '../requests/why-field.tsx';
import { useChangeUser } from '../use-change.ts';

export function TakeFactorCard({ username, name }: { username: string; name: string }) {
  const { user: texts, requests } = usePeopleTexts();
  const [why, setWhy] = useState('');
  const take = useChangeUser(username, why);
  const wrongWhy = fieldError(problemIn(take.error), 'why');
  return (
    <Section title={texts.takeFactor} why={texts.takeFactorWhy}>
      <WhyField value={why} error={wrongWhy} onChange={setWhy} />
      {take.error && !wrongWhy && <Failed error={take.error} />}
      {isRequest(take.data) && <Notice tone="good" title={requests.asked(name)} announce />}
      <div>
        <SureButton
          label={texts.takeFactor}
          question={texts.takeFactorSure(name)}
          size="md"
          color="red"
          busy={take.isPending}
          onSure={() => take.mutate({ withoutSecondFactor: true })}
        />
      </div>
    </Section>
  );
}
