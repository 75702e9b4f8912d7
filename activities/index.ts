// Builds the activities from a database and, where there are, an engine to speak to and a mail server.
import type { Sql } from '../db/client.ts';
import { officeById } from '../db/queries/office-by-id.ts';
import type { Engine } from './engine.ts';
import { deliver, type MailSettings } from './notify/deliver.ts';
import { recomputeAll } from './recompute.ts';
import { record } from './record/record.ts';
import type { BatchActivities, ComplaintActivities, CourierActivities } from './types.ts';

type Activities = ComplaintActivities & CourierActivities;

/** `mail` absent: notifications stay in the in-app inbox. `engine` absent: no batches. */
export function createActivities(options: {
  sql: Sql;
  mail?: MailSettings | undefined;
  engine: Engine;
}): Activities & BatchActivities;
export function createActivities(options: { sql: Sql; mail?: MailSettings | undefined }): Activities;
export function createActivities({
  sql,
  mail,
  engine,
}: {
  sql: Sql;
  mail?: MailSettings | undefined;
  engine?: Engine;
}): Activities & Partial<BatchActivities> {
  return {
    record: (batch) => record(sql, batch, mail !== undefined),
    findOffice: async (officeId) => (await officeById(sql, officeId)) ?? null,
    deliverNotifications: () => deliver(sql, mail),
    ...(engine && { recomputeAll: (batch) => recomputeAll(sql, engine, batch) }),
  };
}
