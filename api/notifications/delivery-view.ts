// One mail or call as the delivery log shows it.
import type { z } from 'zod';
import type { DeliveryRow } from '../../db/messages/deliveries.ts';
import type { delivery } from '../../contract/notifications.ts';
import { languageOf, type User } from '../identity/session.ts';
import { zoned, zonedOrNull } from '../values/zoned.ts';

/** As `user` reads it, in the zone of their office. Never tells the reporter's address. */
export function deliveryOf(row: DeliveryRow, user: User): z.output<typeof delivery> {
  const { zone } = user.office;
  const { to, toName, what, createdAt, nextAttemptAt, sentAt, tries, ...rest } = row;
  return {
    ...rest,
    what: what[languageOf(user)],
    to: { kind: to, name: toName ?? 'Pelapor' },
    createdAt: zoned(createdAt, zone),
    nextAttemptAt: row.status === 'pending' ? zoned(nextAttemptAt, zone) : null,
    sentAt: zonedOrNull(sentAt, zone),
    tries: tries.map((one) => ({ ...one, at: zoned(new Date(one.at), zone) })),
  };
}
