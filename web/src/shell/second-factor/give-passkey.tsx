// Gives a passkey after the password, where there is one and this browser can.
import { Button } from '@mantine/core';
import { IconFingerprint } from '@tabler/icons-react';
import { Failed } from '../../shared/messages/states.tsx';
import { useSecondFactorTexts } from '../../texts/form/second-factor.ts';
import { hasPasskeys, useGivePasskey, usePasskeySignIn } from './use-passkey.ts';
import { useFactors } from './use-second-factor.ts';

interface PasskeyButtonProps {
  label: string;
  act: { mutate: () => void; isPending: boolean; error: Error | null };
}

function PasskeyButton({ label, act }: PasskeyButtonProps) {
  return (
    <>
      {act.error && <Failed error={act.error} />}
      <div>
        <Button
          variant="default"
          leftSection={<IconFingerprint size={18} aria-hidden />}
          loading={act.isPending}
          onClick={() => act.mutate()}
        >
          {label}
        </Button>
      </div>
    </>
  );
}

export function GivePasskey() {
  const { passkey } = useSecondFactorTexts();
  const { data } = useFactors();
  const give = useGivePasskey();
  if (!data?.passkeysHere || data.passkeys.length === 0 || !hasPasskeys()) return null;
  return <PasskeyButton label={passkey.give} act={give} />;
}

/** Instead of name and password. */
export function PasskeySignIn() {
  const { passkey } = useSecondFactorTexts();
  const signIn = usePasskeySignIn();
  return hasPasskeys() && <PasskeyButton label={passkey.signIn} act={signIn} />;
}
