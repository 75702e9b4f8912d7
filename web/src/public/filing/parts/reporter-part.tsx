// Who files it, and how they are reached.
import { TextInput } from '@mantine/core';
import { useLaterTexts } from '../../../texts/ways.ts';
import { useTexts } from '../../../texts/texts.tsx';
import { useAskingTexts } from '../../../texts/form/asking.ts';
import { Updates } from '../../contact/updates.tsx';
import { fieldId } from '../field-id.ts';
import { FormPart, type PartProps } from './part.tsx';

export function ReporterPart({ form: { draft, errors, set }, alone }: PartProps) {
  const { filing, words } = useTexts();
  const later = useLaterTexts();
  const asking = useAskingTexts();
  const { name, email, phone, updates } = draft.values;
  return (
    <FormPart id="reporter-part" title={filing.reporter} why={later.reporterWhy} alone={alone}>
      <TextInput
        id={fieldId('name')}
        label={filing.name}
        autoComplete="name"
        required
        withAsterisk={false}
        value={name}
        error={errors.name}
        onChange={({ currentTarget }) => set({ name: currentTarget.value })}
      />
      <TextInput
        id={fieldId('email')}
        label={`${filing.email} ${words.optional}`}
        description={later.emailWhy}
        type="email"
        autoComplete="email"
        value={email}
        error={errors.email}
        onChange={({ currentTarget }) => set({ email: currentTarget.value })}
      />
      {email.trim() && (
        <Updates
          id={fieldId('updates')}
          title={asking.updates}
          updates={updates}
          onChange={(wished) => set({ updates: wished })}
        />
      )}
      <TextInput
        id={fieldId('phone')}
        label={`${filing.phone} ${words.optional}`}
        description={later.phoneWhy}
        type="tel"
        autoComplete="tel"
        value={phone}
        error={errors.phone}
        onChange={({ currentTarget }) => set({ phone: currentTarget.value })}
      />
    </FormPart>
  );
}
