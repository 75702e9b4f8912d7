// What a decision by signal needs to know from the database; one by the API brings it along.
import { createHash } from 'node:crypto';
import type { Db } from '../../db/connection/client.ts';
import { wouldLower } from '../../db/complaints/correct.ts';
import { contactConfirmed } from '../../db/people/contacts.ts';
import { keptAnswer } from '../../db/record/kept-answers.ts';
import { officeById, openOfficeById } from '../../db/offices/offices.ts';
import type { Asked, LookedUp } from '../types.ts';

/** See `ComplaintActivities.lookUp`. */
export async function lookUp(
  db: Db,
  { number, actorId, targetId, confidentiality, signalled }: Asked,
): Promise<LookedUp> {
  const office = async (id: string | null | undefined) => (id && (await officeById(db, id))) || null;
  const offices = {
    actor: await office(actorId),
    target: (targetId && (await openOfficeById(db, targetId))) || null,
    contactConfirmed: await contactConfirmed(db, number),
    ...(confidentiality && { lowers: await wouldLower(db, number, confidentiality) }),
  };
  if (!signalled) return offices;
  const key = `signal:${signalled.key}`;
  const request = createHash('sha256').update(signalled.said).digest('hex');
  const before = await keptAnswer(db, number, key);
  return { ...offices, under: { key, request }, ...(before && { before: before.request }) };
}
