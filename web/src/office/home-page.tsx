// Where an officer lands: who is signed in, and for which office.
import { Button } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useLive } from '../live.ts';
import { useSignOut, useUser } from '../session.tsx';
import card from '../shell/card.module.css';
import { LiveBadge } from '../shell/live-badge.tsx';
import { Page } from '../shell/page.tsx';
import { Failed } from '../shell/states.tsx';
import { useTexts } from '../texts/texts.tsx';
import { useOfficeTexts } from './texts.ts';

export function HomePage() {
  const texts = useOfficeTexts();
  const { shell } = useTexts();
  const user = useUser();
  const signOut = useSignOut();
  const client = useQueryClient();
  const live = useLive('/v1/live', undefined, () => void client.invalidateQueries());
  return (
    <Page
      title={texts.welcome(user?.name ?? '')}
      lead={user?.office.name}
      actions={<LiveBadge state={live} />}
    >
      <div className={card.card}>
        {signOut.error && <Failed error={signOut.error} />}
        <Button variant="default" loading={signOut.isPending} onClick={() => signOut.mutate(true)}>
          {shell.signIn.everywhere}
        </Button>
      </div>
    </Page>
  );
}
