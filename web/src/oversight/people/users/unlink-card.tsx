// Takes an officer's identity at the provider off the account, after a second question.
import { Section } from '../../../shared/officers/section.tsx';
import { SureButton } from '../../../shared/officers/sure-button.tsx';
import { Failed } from '../../../shared/messages/states.tsx';
import { usePeopleTexts } from '../../../texts/oversight.ts';
import { useChangeUser } from '../use-change.ts';

export function UnlinkCard({ username, name }: { username: string; name: string }) {
  const { user: texts } = usePeopleTexts();
  const change = useChangeUser(username);
  return (
    <Section title={texts.unlink} why={texts.unlinkWhy}>
      {change.error && <Failed error={change.error} />}
      <div>
        <SureButton
          label={texts.unlink}
          question={texts.unlinkSure(name)}
          size="md"
          color="red"
          busy={change.isPending}
          onSure={() => change.mutate({ unlink: true })}
        />
      </div>
    </Section>
  );
}
