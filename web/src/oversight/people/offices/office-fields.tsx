// What is known of an office, as fields.
import { NativeSelect } from '@mantine/core';
import type { ReactNode } from 'react';
import { named } from '../../../shared/forms/options.ts';
import type { NewOffice } from '../../../api/types.ts';
import { usePeopleTexts, useWords } from '../../../texts/oversight.ts';
import type { Draft, FieldsProps } from '../fields.ts';
import { NamedFields } from '../named-fields.tsx';

export type Zone = NonNullable<NewOffice['timeZone']>;

export interface OfficeDraft extends Draft {
  timeZone: Zone;
}

interface OfficeFieldsProps extends FieldsProps<OfficeDraft> {
  /** Of a new one: the field of its code. */
  code?: ReactNode;
}

export function OfficeFields({ code, ...props }: OfficeFieldsProps) {
  const { place: texts } = usePeopleTexts();
  const words = useWords();
  const { value, errorOf, onChange } = props;
  return (
    <NamedFields {...props} words={texts} emailHint={texts.emailHint}>
      {code}
      <NativeSelect
        label={texts.zone}
        value={value.timeZone}
        error={errorOf('timeZone')}
        data={named(words.zones)}
        onChange={({ currentTarget }) => onChange({ timeZone: currentTarget.value as Zone })}
      />
    </NamedFields>
  );
}
