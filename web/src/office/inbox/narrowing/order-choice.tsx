// By what the inbox is ordered.
import { NativeSelect } from '@mantine/core';
import { named } from '../../../shared/forms/options.ts';
import type { useAddress } from '../../../shared/state/address.ts';
import { useOfficeTexts } from '../../../texts/office.ts';
import { orders } from './filters.ts';

export function OrderChoice({
  state: { values, change },
}: {
  state: Pick<ReturnType<typeof useAddress>, 'values' | 'change'>;
}) {
  const { order } = useOfficeTexts().inbox;
  return (
    <NativeSelect
      size="xs"
      aria-label={order.label}
      value={values.sort ?? ''}
      data={[{ value: '', label: order.deadline }, ...named(order, orders)]}
      onChange={({ currentTarget }) => change({ sort: currentTarget.value })}
    />
  );
}
