// What is known of an office, as fields.
import { NativeSelect, TextInput } from '@mantine/core';
import type { NewOffice } from '../../api/types.ts';
import { usePeopleTexts } from '../texts/people.ts';
import { useWords } from '../texts/words.ts';

export type Zone = NonNullable<NewOffice['timeZone']>;

export interface OfficeDraft {
  name: string;
  timeZone: Zone;
  email: string;
}

interface OfficeFieldsProps {
  value: OfficeDraft;
  errorOf: (field: string) => string | undefined;
  onChange: (next: Partial<OfficeDraft>) => void;
}

export function OfficeFields({ value, errorOf, onChange }: OfficeFieldsProps) {
  const { place: texts } = usePeopleTexts();
  const words = useWords();
  return (
    <>
      <TextInput
        label={texts.name}
        autoComplete="off"
        value={value.name}
        error={errorOf('name')}
        onChange={({ currentTarget }) => onChange({ name: currentTarget.value })}
      />
      <NativeSelect
        label={texts.zone}
        value={value.timeZone}
        error={errorOf('timeZone')}
        data={Object.entries(words.zones).map(([zone, label]) => ({ value: zone, label }))}
        onChange={({ currentTarget }) => onChange({ timeZone: currentTarget.value as Zone })}
      />
      <TextInput
        type="email"
        label={texts.email}
        description={texts.emailHint}
        autoComplete="off"
        value={value.email}
        error={errorOf('email')}
        onChange={({ currentTarget }) => onChange({ email: currentTarget.value })}
      />
    </>
  );
}
