// The search attributes that ops filter by, registered where they are missing.
import type { Connection } from '@temporalio/client';
import { searchAttributeTypes } from '../workflows/messages.ts';

/** Temporal's IndexedValueType. */
const types = { KEYWORD: 2, INT: 3, BOOL: 5, DATETIME: 6 } as const;

/** Registers what the namespace lacks. Safe to repeat and to race; throws when the server refuses. */
export async function registerSearchAttributes(
  connection: Pick<Connection, 'operatorService'>,
  namespace = 'default',
): Promise<void> {
  const { customAttributes } = await connection.operatorService.listSearchAttributes({ namespace });
  const missing = Object.entries(searchAttributeTypes).filter(
    ([name]) => !(name in (customAttributes ?? {})),
  );
  if (missing.length === 0) return;
  await connection.operatorService
    .addSearchAttributes({
      namespace,
      searchAttributes: Object.fromEntries(missing.map(([name, type]) => [name, types[type]])),
    })
    .catch((error: unknown) => {
      if (!String(error).includes('already exist')) throw error;
    });
}
