// Where the link in the mail of an answer leads: only a press rates, so no scanner that looks does (reading 26).
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'wouter';
import { ask } from '../../api/client.ts';
import type { LinkRated, Rating } from '../../api/types.ts';
import { Notice } from '../../shared/messages/notice.tsx';
import { Page } from '../../shared/page/page.tsx';
import { useRatingTexts } from '../../texts/reporter.ts';
import { RatingForm } from './rating-form.tsx';

export default function RatingPage() {
  const texts = useRatingTexts();
  // Stays out of addresses that are sent anywhere, and is kept here though the address changes.
  const [token] = useState(() => window.location.hash.slice(1));
  const sending = useMutation({
    mutationFn: (rating: Rating) =>
      ask<LinkRated>('/v1/ratings', { method: 'POST', body: { token, ...rating } }),
  });
  const { data: done } = sending;
  return (
    <Page title={texts.title} lead={done ? undefined : texts.lead}>
      {done ? (
        <Notice tone="good" title={<span>{texts.done}</span>} announce>
          <p>{texts.of(done.score, texts.scores[done.score])}</p>
          <p>
            <Link href={`/ikuti/${encodeURIComponent(done.number)}`}>{texts.follow(done.number)}</Link>
          </p>
        </Notice>
      ) : (
        <RatingForm
          error={sending.error}
          busy={sending.isPending}
          disabled={token === ''}
          onSend={(rating) => sending.mutate(rating)}
        >
          {token === '' && <Notice tone="bad" title={<span>{texts.noToken}</span>} />}
          <p>{texts.once}</p>
        </RatingForm>
      )}
    </Page>
  );
}
