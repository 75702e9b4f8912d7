// The search attributes that ops filter by, registered where they are missing.
import type { Connection } from '@temporalio/client';
import { searchAttributeTypes } from '../workflows/messages.ts';

/** Temporal's IndexedValueType. */
const types = { KEYWORD: 2, INT: 3, BOOL: 5, DATETIME: 6 } as const;

type Operator = Pick<Connection, 'operatorService'>;

/** Registers what the namespace lacks. Safe to repeat and to race; throws when the server refuses. */
export async function registerSearchAttributes(connection: Operator, namespace = 'default'): Promise<void> {
  const { customAttributes } = await connection.operatorService.listSearchAttributes({ namespace });
  const missing = Object.keys(searchAttributeTypes).filter((name) => !(name in (customAttributes ?? {})));
  await addSearchAttributes(connection, namespace, missing);
}

/** Registers those named, all by default. */
export async function addSearchAttributes(
  { operatorService }: Operator,
  namespace = 'default',
  names = Object.keys(searchAttributeTypes),
): Promise<void> {
  const wanted = Object.entries(searchAttributeTypes).filter(([name]) => names.includes(name));
  if (wanted.length === 0) return;
  const searchAttributes = Object.fromEntries(wanted.map(([name, type]) => [name, types[type]]));
  await operatorService.addSearchAttributes({ namespace, searchAttributes }).catch((error: unknown) => {
    if (!String(error).includes('already exist')) throw error;
  });
}
