// Every mail and call about the report, with each try.
import { complaintPath } from '../../api/paths.ts';
import { DeliveryList } from './delivery-list.tsx';
import { officeKeys } from '../keys.ts';
import { useKnown } from '../queries.ts';
import { useOfficeTexts } from '../../texts/office.ts';
import type { Deliveries as DeliveriesAnswer } from '../../api/types.ts';
import { Section } from '../../shared/officers/section.tsx';

export function Deliveries({ number }: { number: string }) {
  const { deliveries } = useOfficeTexts().report;
  const queryKey = officeKeys.deliveries(number);
  const { data } = useKnown<DeliveriesAnswer>(queryKey, `${complaintPath(number)}/deliveries`);
  if (!data) return null;
  return (
    <Section title={deliveries.title} screenOnly>
      {data.items.length === 0 && <p>{deliveries.none}</p>}
      <DeliveryList items={data.items} queryKey={queryKey} />
    </Section>
  );
}
