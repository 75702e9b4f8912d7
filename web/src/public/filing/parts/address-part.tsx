// What it is about, and whom it is for.
import { TextInput } from '@mantine/core';
import { longest } from '../../../shared/forms/longest.ts';
import { byId } from '../../../shared/forms/options.ts';
import { Select } from '../../../shared/forms/select.tsx';
import { useTexts } from '../../../texts/texts.tsx';
import { useAskingTexts } from '../../../texts/asking.ts';
import { useLaterTexts } from '../../../texts/ways.ts';
import { useAgencies } from '../../agencies.ts';
import { fieldId } from '../field-id.ts';
import { FormPart, type PartProps } from './part.tsx';

export function AddressPart({ form: { draft, errors, set }, alone }: PartProps) {
  const { filing, words } = useTexts();
  const later = useLaterTexts();
  const asking = useAskingTexts();
  const { agencies, failed } = useAgencies();
  const { category, agencyId } = draft.values;
  return (
    <FormPart id="address-part" title={asking.address} alone={alone}>
      <TextInput
        id={fieldId('category')}
        label={`${words.category} ${words.optional}`}
        description={later.categoryWhy}
        list="categories"
        maxLength={longest.category}
        value={category}
        error={errors.category}
        onChange={({ currentTarget }) => set({ category: currentTarget.value })}
      />
      <datalist id="categories">
        {later.categories.map((name) => (
          <option key={name}>{name}</option>
        ))}
      </datalist>
      <Select
        id={fieldId('agencyId')}
        label={filing.agency}
        description={failed ? later.agenciesAway : later.agencyWhy}
        options={[{ value: '', label: later.anyAgency }, ...byId(agencies)]}
        value={agencyId}
        error={errors.agencyId}
        onChange={(chosen) => set({ agencyId: chosen })}
      />
    </FormPart>
  );
}
