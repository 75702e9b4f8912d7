// What it is about, and whom it is for.
import { CategoryCombo } from '../../../shared/categories/category-combo.tsx';
import { Usually } from '../../../shared/categories/usually.tsx';
import { useTexts } from '../../../texts/texts.tsx';
import { useAskingTexts } from '../../../texts/form/asking.ts';
import { useLaterTexts } from '../../../texts/ways.ts';
import AgencyField from '../../agencies/agency-field.tsx';
import { useAgencies } from '../../agencies/use-agencies.ts';
import { fieldId } from '../field-id.ts';
import { FormPart, type PartProps } from './part.tsx';

export function AddressPart({ form: { draft, errors, set }, alone }: PartProps) {
  const { filing, words } = useTexts();
  const later = useLaterTexts();
  const asking = useAskingTexts();
  const { failed } = useAgencies();
  const { category, agencyId } = draft.values;
  return (
    <FormPart id="address-part" title={asking.address} alone={alone}>
      <CategoryCombo
        id={fieldId('category')}
        label={`${words.category} ${words.optional}`}
        description={later.categoryWhy}
        value={category}
        error={errors.category}
        onChange={(name) => set({ category: name })}
      />
      <Usually {...draft.values} onAddress={(id) => set({ agencyId: id })} />
      <AgencyField
        id={fieldId('agencyId')}
        label={filing.agency}
        description={failed ? later.agenciesAway : later.agencyWhy}
        none={later.anyAgency}
        value={agencyId}
        error={errors.agencyId}
        onChange={(chosen) => set({ agencyId: chosen })}
      />
    </FormPart>
  );
}
