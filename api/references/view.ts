// A reference as offices see it.
import type { z } from 'zod';
import type { addedReference } from '../../contract/references.ts';
import type { ReferenceRow } from '../../db/references/references.ts';
import type { Zone } from '../../sop/offices.ts';
import { zoned } from '../values/zoned.ts';

export function addedReferenceOf(
  { source, id, at, byName, office }: Omit<ReferenceRow, 'number'>,
  zone: Zone,
): z.output<typeof addedReference> {
  return { source, id, at: zoned(at, zone), by: byName, office };
}
