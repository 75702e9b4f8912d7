// How satisfied the reporter is, on the page of the report (reading 26).
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { ask } from '../../api/client.ts';
import { keys } from '../../api/keys.ts';
import { complaintPath } from '../../api/paths.ts';
import type { Rating, ReporterView } from '../../api/types.ts';
import { Notice } from '../../shared/messages/notice.tsx';
import card from '../../shared/page/card.module.css';
import { useFormat } from '../../texts/format.ts';
import { useRatingTexts } from '../../texts/reporter.ts';
import said from '../../shared/said/said.module.css';
import { RatingForm } from './rating-form.tsx';

export default function RatingCard({ view, reportKey }: { view: ReporterView; reportKey: string }) {
  const texts = useRatingTexts();
  const { moment } = useFormat();
  const client = useQueryClient();
  const { number, rating, mayRate, rateUntil } = view;
  const sending = useMutation({
    mutationFn: (body: Rating) =>
      ask<ReporterView>(`${complaintPath(number)}/rating`, { method: 'PUT', body, accessKey: reportKey }),
    onSuccess: (after) => client.setQueryData(keys.report(number), after),
  });
  const above = (
    <>
      <h2 id="rating">{mayRate ? texts.title : texts.yours}</h2>
      {sending.isSuccess && <Notice tone="good" announce title={<span>{texts.done}</span>} />}
      {rating ? (
        <p>
          <strong>{texts.of(rating.score, texts.scores[rating.score])}</strong>{' '}
          {mayRate && rateUntil && texts.until(moment(rateUntil))}
        </p>
      ) : (
        <p>{texts.lead}</p>
      )}
    </>
  );
  if (mayRate) {
    return (
      <RatingForm
        given={rating ?? undefined}
        error={sending.error}
        busy={sending.isPending}
        onSend={(body) => sending.mutate(body)}
      >
        {above}
      </RatingForm>
    );
  }
  return (
    <section className={card.card} aria-labelledby="rating">
      {above}
      {rating?.comment && <p className={said.text}>{rating.comment}</p>}
    </section>
  );
}
