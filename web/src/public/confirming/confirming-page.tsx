// Where the link of a mail leads: only a press confirms the address, so no scanner that looks does (reading 33).
import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'wouter';
import { ask } from '../../api/client.ts';
import type { Confirmed } from '../../api/types.ts';
import card from '../../shared/page/card.module.css';
import { Notice } from '../../shared/messages/notice.tsx';
import { Page } from '../../shared/page/page.tsx';
import { Failed } from '../../shared/messages/states.tsx';
import { useTexts } from '../../texts/texts.tsx';

export default function ConfirmingPage() {
  const { confirming: texts } = useTexts();
  // Stays out of addresses that are sent anywhere, and is kept here though the address changes.
  const [token] = useState(() => window.location.hash.slice(1));
  const sending = useMutation({
    mutationFn: () => ask<Confirmed>('/v1/email-confirmations', { method: 'POST', body: { token } }),
  });
  const { data: done, error } = sending;
  const [stops] = useState(() => new URLSearchParams(window.location.search).has('berhenti'));
  return (
    <Page
      title={stops ? texts.stop : texts.title}
      lead={done ? undefined : stops ? texts.stopLead : texts.lead}
    >
      {done ? (
        <Notice
          tone="good"
          title={<span>{done.who === 'follower-end' ? texts.stopped : texts.done}</span>}
          announce
        >
          {done.who !== 'follower-end' && <p>{texts.doneFor[done.who]}</p>}
          {done.number && (
            <p>
              {done.who === 'reporter' ? (
                <Link href={`/ikuti/${encodeURIComponent(done.number)}`}>{texts.follow(done.number)}</Link>
              ) : (
                <Link href={`/register/${encodeURIComponent(done.number)}`}>{texts.read(done.number)}</Link>
              )}
            </p>
          )}
        </Notice>
      ) : (
        <div className={card.card}>
          {error && <Failed error={error} />}
          {token === '' && <Notice tone="bad" title={<span>{texts.noToken}</span>} />}
          {!stops && <p>{texts.notYou}</p>}
          <div>
            <Button loading={sending.isPending} disabled={token === ''} onClick={() => sending.mutate()}>
              {stops ? texts.stopPress : texts.press}
            </Button>
          </div>
        </div>
      )}
    </Page>
  );
}
