// How satisfied the reporter is, for whose answer, and what they said with it (reading 26).
import type { Report } from '../../api/types.ts';
import { Section } from '../../shared/officers/section.tsx';
import { useOfficeFormat } from '../../texts/office-format.ts';
import { useOfficeTexts } from '../../texts/office.ts';
import forms from '../forms.module.css';

export function GivenRating({ report: { rating } }: { report: Report }) {
  const { rating: texts } = useOfficeTexts().additions;
  const { moment } = useOfficeFormat();
  if (!rating) return null;
  return (
    <Section title={texts.title}>
      <p>
        <strong>{texts.of(rating.score, texts.scores[rating.score])}</strong>
      </p>
      <p className={forms.muted}>{texts.by(rating.office, moment(rating.at))}</p>
      {rating.comment && <p className={forms.text}>{rating.comment}</p>}
    </Section>
  );
}
