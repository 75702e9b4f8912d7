// What kind of report it is.
import { kinds } from '../../../../../sop/terms.ts';
import card from '../../../shared/page/card.module.css';
import { useTexts } from '../../../texts/texts.tsx';
import { CheckCard } from '../../check-card.tsx';
import { ChoiceCards } from '../../choice-cards.tsx';
import { fieldId } from '../field-id.ts';
import type { PartProps } from './part.tsx';

export function KindPart({ form: { draft, errors, set } }: PartProps) {
  const { filing, words } = useTexts();
  const { kind, oversight } = draft.values;
  return (
    <div className={card.card}>
      <ChoiceCards
        id={fieldId('kind')}
        legend={filing.kind}
        value={kind}
        error={errors.kind}
        choices={kinds.map((value) => ({ value, label: words.kinds[value], why: filing.kinds[value] }))}
        onChange={(value) => set({ kind: value })}
      />
      {kind === 'pengaduan' && (
        <CheckCard
          id={fieldId('oversight')}
          label={filing.oversight}
          why={filing.oversightWhy}
          checked={oversight}
          error={errors.oversight}
          onChange={(checked) => set({ oversight: checked })}
        />
      )}
    </div>
  );
}
