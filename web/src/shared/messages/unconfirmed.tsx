// An address that waits for the press on its link, with a way to get another link.
import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { ask } from '../../api/client.ts';
import { useTexts } from '../../texts/texts.tsx';
import { Notice } from './notice.tsx';
import { Failed } from './states.tsx';

interface UnconfirmedProps {
  /** Where another link is asked for. */
  path: string;
  /** The reporter's; officers have their session. */
  reportKey?: string;
}

export function Unconfirmed({ path, reportKey }: UnconfirmedProps) {
  const { confirming } = useTexts();
  const sending = useMutation({
    mutationFn: () => ask(path, { method: 'POST', ...(reportKey !== undefined && { accessKey: reportKey }) }),
  });
  return (
    <Notice tone="info" title={<span>{confirming.waiting}</span>}>
      <p>{confirming.waitingWhy}</p>
      {sending.error && <Failed error={sending.error} />}
      {sending.isSuccess ? (
        <p role="status">{confirming.sentAgain}</p>
      ) : (
        <Button variant="default" loading={sending.isPending} onClick={() => sending.mutate()}>
          {confirming.sendAgain}
        </Button>
      )}
    </Notice>
  );
}
