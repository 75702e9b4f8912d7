// Builds the activities from a database and, where there is one, a mail server.
import type { Sql } from '../db/client.ts';
import { officeById } from '../db/queries/office-by-id.ts';
import { deliver, type MailSettings } from './notify/deliver.ts';
import { record } from './record/record.ts';
import type { ComplaintActivities, CourierActivities } from './types.ts';

/** `mail` absent: notifications stay in the in-app inbox. */
export function createActivities({
  sql,
  mail,
}: {
  sql: Sql;
  mail?: MailSettings | undefined;
}): ComplaintActivities & CourierActivities {
  return {
    record: (batch) => record(sql, batch, mail !== undefined),
    findOffice: async (officeId) => (await officeById(sql, officeId)) ?? null,
    deliverNotifications: () => deliver(sql, mail),
  };
}
