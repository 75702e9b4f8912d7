// Takes an officer's second factors away, who has lost them, after a second question.
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { ask } from '../../../api/client.ts';
import { keys } from '../../../api/keys.ts';
import { Failed } from '../../../shared/messages/states.tsx';
import { Section } from '../../../shared/officers/section.tsx';
import { SureButton } from '../../../shared/officers/sure-button.tsx';
import { usePeopleTexts } from '../../../texts/oversight.ts';

export function TakeFactorCard({ username, name }: { username: string; name: string }) {
  const { user: texts } = usePeopleTexts();
  const client = useQueryClient();
  const take = useMutation({
    mutationFn: () =>
      ask<void>(`/v1/users/${encodeURIComponent(username)}/second-factors`, { method: 'DELETE' }),
    onSuccess: () => client.invalidateQueries({ queryKey: keys.users }),
  });
  return (
    <Section title={texts.takeFactor} why={texts.takeFactorWhy}>
      {take.error && <Failed error={take.error} />}
      <div>
        <SureButton
          label={texts.takeFactor}
          question={texts.takeFactorSure(name)}
          size="md"
          color="red"
          busy={take.isPending}
          onSure={() => take.mutate()}
        />
      </div>
    </Section>
  );
}
