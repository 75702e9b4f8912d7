// The form of a rating: stars, and a word.
import { Button } from '@mantine/core';
import { type ReactNode, type SubmitEvent, useState } from 'react';
import type { Score } from '../../../../sop/beside/rating.ts';
import { manyLines } from '../../../../sop/texts/text.ts';
import type { Rating } from '../../api/types.ts';
import { focusWrong } from '../../shared/forms/focus-wrong.ts';
import { LongText } from '../../shared/forms/long-text.tsx';
import { longest } from '../../shared/forms/longest.ts';
import { Failed } from '../../shared/messages/states.tsx';
import { useRatingTexts } from '../../texts/reporter.ts';
import card from '../../shared/page/card.module.css';
import { Stars } from './stars.tsx';

interface RatingFormProps {
  /** As it stands. */
  given?: { score: Score; comment: string | null } | undefined;
  error: Error | null;
  busy: boolean;
  disabled?: boolean;
  onSend: (rating: Rating) => void;
  /** Above the stars. */
  children?: ReactNode;
}

export function RatingForm({ given, error, busy, disabled = false, onSend, children }: RatingFormProps) {
  const texts = useRatingTexts();
  const [score, setScore] = useState(given?.score);
  const [comment, setComment] = useState(given?.comment ?? '');
  const [tried, setTried] = useState(false);
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    setTried(true);
    if (score === undefined) return focusWrong(event.currentTarget);
    onSend({ score, comment: manyLines(comment) || null });
  };
  return (
    <form className={card.card} onSubmit={submit} noValidate>
      {children}
      <Stars value={score} missing={tried && score === undefined} onChange={setScore} />
      <LongText
        label={texts.comment}
        rows={3}
        maxLength={longest.comment}
        value={comment}
        error={undefined}
        onChange={setComment}
      />
      {error && <Failed error={error} />}
      <div className="no-print">
        <Button type="submit" loading={busy} disabled={disabled}>
          {given ? texts.change : texts.send}
        </Button>
      </div>
    </form>
  );
}
