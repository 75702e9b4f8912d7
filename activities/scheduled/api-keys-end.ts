// Ops are told once of each API key that ends soon (decision 43).
import type { Sql } from '../../db/connection/client.ts';
import { insertNotifications } from '../../db/messages/notifications.ts';
import { apiKeysEnding } from '../../db/people/api-keys.ts';
import { opsPeople } from '../../db/people/users.ts';
import { apiKeyEnds } from '../../sop/notices/to-ops/api-key-ends.ts';

const daysBefore = 14;

/** Tells each active officer of operations, once a key (the key of the notification), whatever they chose to be told. */
export async function tellApiKeysEnd(sql: Sql, mailing: boolean): Promise<void> {
  const ending = await apiKeysEnding(sql, daysBefore);
  if (ending.length === 0) return;
  const people = await opsPeople(sql);
  const list = ending.flatMap(({ id, zone, expiresAt, ...key }) =>
    people.map(({ username, officeId }) => ({
      key: `api-key-ends:${id}:${username}`,
      number: null,
      topic: null,
      officeId,
      username,
      ...apiKeyEnds({ ...key, until: expiresAt.toISOString() }, zone),
    })),
  );
  await insertNotifications(sql, list, mailing);
}
