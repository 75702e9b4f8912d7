// What everybody will read of the report, before it is sent (reading 14).
import { useDeferredValue, useEffect, useMemo, useState } from 'react';
import type { ownWords } from '../../../../../sop/texts/public-text.ts';
import card from '../../../shared/page/card.module.css';
import { useLaterTexts } from '../../../texts/ways.ts';
import said from '../../../shared/said/said.module.css';
import type { FilingForm } from '../doing/use-filing.ts';
import { filingOf } from '../../../shared/forms/filing.ts';

type OwnWords = typeof ownWords;

/** What masks, loaded apart; without a network there is no preview, and the form goes on. */
function useOwnWords(): OwnWords | undefined {
  const [mask, setMask] = useState<{ ownWords: OwnWords }>();
  useEffect(() => {
    import('../../../../../sop/texts/public-text.ts').then(setMask, () => {});
  }, []);
  return mask?.ownWords;
}

export function PublicPreview({ form: { draft } }: { form: FilingForm }) {
  const later = useLaterTexts();
  // Typing goes before masking.
  const values = useDeferredValue(draft.values);
  const ownWordsOf = useOwnWords();
  const shown = useMemo(() => {
    if (!ownWordsOf) return undefined;
    const { title, description, category, reporter } = filingOf(values);
    const { name, phone } = reporter;
    const mask = (text: string) => ownWordsOf(text, { name, phone: phone ?? null });
    return { title: mask(title), description: mask(description), category: category && mask(category) };
  }, [values, ownWordsOf]);
  if (values.confidentiality !== 'terbuka' || (!shown?.title && !shown?.description)) return null;
  return (
    <section className={card.card} aria-labelledby="public-preview">
      <div>
        <h2 id="public-preview">{later.preview}</h2>
        <p>{later.previewWhy}</p>
      </div>
      <blockquote className={said.shown}>
        <p>
          <strong>{shown.title}</strong>
        </p>
        {shown.category && <p>{shown.category}</p>}
        <p className={said.text}>{shown.description}</p>
      </blockquote>
    </section>
  );
}
