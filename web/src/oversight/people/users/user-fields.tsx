// What is known of an officer, as fields.
import { NativeSelect } from '@mantine/core';
import { type ReactNode, useMemo } from 'react';
import { useAllOffices } from '../../../shared/officers/offices.ts';
import { OfficeField } from '../../../shared/officers/picking/office-field.tsx';
import { usePeopleTexts } from '../../../texts/oversight.ts';
import type { Draft, FieldsProps } from '../fields.ts';
import { named } from '../../../shared/forms/options.ts';
import { NamedFields } from '../named-fields.tsx';

export interface UserDraft extends Draft {
  role: 'admin' | 'ops';
  officeId: string;
}

interface UserFieldsProps extends FieldsProps<UserDraft> {
  /** One's own account: the role stays. */
  own?: boolean;
  /** Of a new one: the field of their username. */
  username?: ReactNode;
}

export function UserFields({ own = false, username, ...props }: UserFieldsProps) {
  const { inactive, user: texts } = usePeopleTexts();
  const { data } = useAllOffices();
  const { value, errorOf, onChange } = props;
  // Where they are is shown also when it is no more.
  const offices = useMemo(
    () =>
      data
        ?.filter(({ id, active }) => active || id === value.officeId)
        .map((office) => (office.active ? office : { ...office, name: `${office.name} (${inactive})` })),
    [data, value.officeId, inactive],
  );
  return (
    <NamedFields {...props} words={texts} emailHint={texts.optional}>
      {username}
      <OfficeField
        label={texts.office}
        offices={offices}
        value={value.officeId}
        error={errorOf('officeId')}
        onChange={(officeId) => onChange({ officeId })}
      />
      <NativeSelect
        label={texts.role}
        description={own ? texts.ownRole : undefined}
        disabled={own}
        value={value.role}
        error={errorOf('role')}
        data={named(texts.roles)}
        onChange={({ currentTarget }) => onChange({ role: currentTarget.value as UserDraft['role'] })}
      />
    </NamedFields>
  );
}
