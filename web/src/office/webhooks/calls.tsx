// The calls of one webhook, with each try; asked for when somebody opens them.
import { useState } from 'react';
import { usePages } from '../../shared/officers/use-pages.ts';
import { More } from '../../shared/officers/more.tsx';
import { Pending } from '../../shared/messages/states.tsx';
import { DeliveryList } from '../deliveries/delivery-list.tsx';
import { officeKeys } from '../keys.ts';
import { useOfficeTexts } from '../../texts/office.ts';
import type { Delivery } from '../../api/types.ts';

/** Tries go on by themselves. */
const everyMs = 3_000;

function CallList({ id }: { id: number }) {
  const { desk } = useOfficeTexts();
  const queryKey = officeKeys.calls(id);
  const asked = usePages<Delivery>({
    path: `/v1/webhooks/${id}/deliveries`,
    queryKey,
    query: { limit: 20 },
    refetchInterval: everyMs,
  });
  const { items } = asked;
  if (!items || asked.error) return <Pending asked={asked} />;
  return (
    <>
      {items.length === 0 && <p>{desk.webhooks.noCalls}</p>}
      <DeliveryList items={items} queryKey={queryKey} />
      <More asked={asked} />
    </>
  );
}

export function Calls({ id }: { id: number }) {
  const { webhooks } = useOfficeTexts().desk;
  const [open, setOpen] = useState(false);
  return (
    <details onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>{webhooks.calls}</summary>
      {open && <CallList id={id} />}
    </details>
  );
}
