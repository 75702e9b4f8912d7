// What is known of an officer, as fields.
import { NativeSelect, TextInput } from '@mantine/core';
import { indented, useOffices } from '../offices.ts';
import { usePeopleTexts } from '../texts/people.ts';

export interface UserDraft {
  name: string;
  role: 'admin' | 'ops';
  officeId: string;
  email: string;
}

interface UserFieldsProps {
  value: UserDraft;
  errorOf: (field: string) => string | undefined;
  onChange: (next: Partial<UserDraft>) => void;
}

export function UserFields({ value, errorOf, onChange }: UserFieldsProps) {
  const { user: texts } = usePeopleTexts();
  const { data: offices = [] } = useOffices();
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
        label={texts.office}
        value={value.officeId}
        error={errorOf('officeId')}
        data={[{ value: '', label: '' }, ...offices.map((office) => indented(office))]}
        onChange={({ currentTarget }) => onChange({ officeId: currentTarget.value })}
      />
      <NativeSelect
        label={texts.role}
        value={value.role}
        error={errorOf('role')}
        data={(['admin', 'ops'] as const).map((role) => ({ value: role, label: texts.roles[role] }))}
        onChange={({ currentTarget }) => onChange({ role: currentTarget.value as UserDraft['role'] })}
      />
      <TextInput
        type="email"
        label={texts.email}
        description={texts.optional}
        autoComplete="off"
        value={value.email}
        error={errorOf('email')}
        onChange={({ currentTarget }) => onChange({ email: currentTarget.value })}
      />
    </>
  );
}
