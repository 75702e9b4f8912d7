// By what a list is grouped.
import { NativeSelect } from '@mantine/core';
import { named } from '../../../shared/forms/options.ts';
import type { useAddress } from '../../../shared/state/address.ts';
import { useOfficeTexts } from '../../../texts/office.ts';
import type { Grouping } from './group-of.ts';

interface GroupChoiceProps {
  state: Pick<ReturnType<typeof useAddress>, 'values' | 'change'>;
  groupings: readonly Grouping[];
}

export function GroupChoice({ state: { values, change }, groupings }: GroupChoiceProps) {
  const { grouping } = useOfficeTexts().finding;
  return (
    <NativeSelect
      size="xs"
      aria-label={grouping.label}
      value={values.group ?? ''}
      data={[{ value: '', label: grouping.none }, ...named(grouping.by, groupings)]}
      onChange={({ currentTarget }) => change({ group: currentTarget.value })}
    />
  );
}
