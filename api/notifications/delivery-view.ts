// One mail or call as the delivery log shows it.
import type { z } from 'zod';
import type { DeliveryRow } from '../../db/messages/deliveries.ts';
import type { Zone } from '../../sop/offices.ts';
import type { delivery } from '../../contract/notifications.ts';
import { zoned, zonedOrNull } from '../values/zoned.ts';

/** Times are in `zone`. Never tells the reporter's address. */
export function deliveryOf(row: DeliveryRow, zone: Zone): z.output<typeof delivery> {
  const { to, toName, createdAt, nextAttemptAt, sentAt, tries, ...rest } = row;
  return {
    ...rest,
    to: { kind: to, name: toName ?? 'Pelapor' },
    createdAt: zoned(createdAt, zone),
    nextAttemptAt: row.status === 'pending' ? zoned(nextAttemptAt, zone) : null,
    sentAt: zonedOrNull(sentAt, zone),
    tries: tries.map((one) => ({ ...one, at: zoned(new Date(one.at), zone) })),
  };
}
