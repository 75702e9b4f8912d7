// What is known of a category, as fields.
import { NativeSelect, Textarea, TextInput } from '@mantine/core';
import { type ReactNode, useMemo } from 'react';
import { limitKinds } from '../../../../sop/terms.ts';
import type { Category } from '../../api/types.ts';
import { named } from '../../shared/forms/options.ts';
import { longest } from '../../shared/forms/longest.ts';
import { useOffices } from '../../shared/officers/offices.ts';
import { OfficeField } from '../../shared/officers/picking/office-field.tsx';
import { useCategoriesTexts } from '../../texts/oversight.ts';
import type { FieldsProps } from '../people/fields.ts';
import type { CategoryDraft } from './category-draft.ts';

interface CategoryFieldsProps extends FieldsProps<CategoryDraft> {
  /** Below which it may stand, each after the one above it. */
  places: readonly Category[];
  /** Of a new one: the field of its code. */
  code?: ReactNode;
}

export function CategoryFields({ value, errorOf, onChange, places, code }: CategoryFieldsProps) {
  const texts = useCategoriesTexts();
  const { data: offices } = useOffices();
  const agencies = useMemo(
    () => offices?.filter(({ level, successorId }) => level === 'agency' && !successorId),
    [offices],
  );
  const field = (name: Exclude<keyof CategoryDraft, 'agencyId'>) => ({
    label: texts[name],
    value: value[name],
    error: errorOf(name),
    onChange: ({ currentTarget }: { currentTarget: { value: string } }) =>
      onChange({ [name]: currentTarget.value }),
  });
  return (
    <>
      <TextInput
        {...field('name')}
        description={texts.nameHint}
        autoComplete="off"
        maxLength={longest.category}
      />
      {code}
      <TextInput {...field('nameEn')} autoComplete="off" lang="en" maxLength={longest.category} />
      <Textarea
        {...field('examples')}
        description={texts.examplesHint}
        autosize
        minRows={2}
        maxLength={500}
      />
      <NativeSelect
        {...field('parent')}
        data={[{ value: '', label: texts.top }, ...places.map((one) => placed(one, places))]}
      />
      <OfficeField
        label={texts.agency}
        description={texts.agencyHint}
        offices={agencies}
        none={texts.noAgency}
        value={value.agencyId}
        error={errorOf('agencyId')}
        onChange={(agencyId) => onChange({ agencyId })}
      />
      <NativeSelect
        {...field('kind')}
        data={[{ value: '', label: texts.anyKind }, ...named(texts.kinds, limitKinds)]}
      />
      <TextInput {...field('legalBasis')} description={texts.legalBasisHint} maxLength={200} />
      <TextInput {...field('order')} description={texts.orderHint} inputMode="numeric" maxLength={6} />
    </>
  );
}

/** With a dash for each one above it. */
function placed({ code, name, parent }: Category, all: readonly Category[]) {
  const depthOf = (above: string | null): number => {
    const one = all.find((other) => other.code === above);
    return one ? 1 + depthOf(one.parent) : 0;
  };
  return { value: code, label: `${'— '.repeat(depthOf(parent))}${name}` };
}
