// Who may see it.
import { confidentialities } from '../../../../../sop/terms.ts';
import { Notice } from '../../../shared/messages/notice.tsx';
import card from '../../../shared/page/card.module.css';
import { useSecrecies } from '../../../texts/form/secrecies.ts';
import { useLaterTexts } from '../../../texts/ways.ts';
import { useTexts } from '../../../texts/texts.tsx';
import { ChoiceCards } from '../../choice-cards.tsx';
import { fieldId } from '../field-id.ts';
import type { PartProps } from './part.tsx';

export function SecrecyPart({ form: { draft, errors, set }, alone }: PartProps) {
  const { filing } = useTexts();
  const later = useLaterTexts();
  const secrecies = useSecrecies();
  const { confidentiality } = draft.values;
  return (
    <div className={card.card}>
      <ChoiceCards
        id={fieldId('confidentiality')}
        legend={filing.secrecy}
        legendIsHeading={alone}
        value={confidentiality}
        error={errors.confidentiality}
        choices={confidentialities.map((value) => {
          const [label, why] = secrecies[value];
          return { value, label, why };
        })}
        onChange={(value) => set({ confidentiality: value })}
      />
      {confidentiality === 'anonim' && <Notice tone="info">{later.anonymousHint}</Notice>}
    </div>
  );
}
