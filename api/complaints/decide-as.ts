// One decision of an officer, from the contract's form to the workflow's and back.
import type { z } from 'zod';
import type { decision, outcome } from '../../contract/decision.ts';
import type { ComplaintRow } from '../../db/complaints/complaint-row.ts';
import { contactConfirmed } from '../../db/people/contacts.ts';
import type { Rules } from '../../db/rules/kept-rules.ts';
import type { Decision } from '../../sop/case.ts';
import { nowhere } from '../../sop/offices.ts';
import { refusalOf } from '../../sop/refusal.ts';
import { hidesLess, type OfficeAction } from '../../sop/terms.ts';
import { invalidField, Problem } from '../http/problems.ts';
import type { User } from '../identity/session.ts';
import type { Sight } from '../identity/sight.ts';
import { noRegion, regionOf } from '../regions/region-names.ts';
import type { Services } from '../services.ts';
import { zonedOrNull } from '../values/zoned.ts';
import { takeDecision } from './deciding.ts';
import { underKey } from './under-key.ts';

/** One decision of a user on a report that they see, as the contract answers it. Throws `Problem`. */
export async function decideAs(
  services: Services,
  { user, row, rules, sight }: { user: User; row: ComplaintRow; rules: Rules; sight: Sight | undefined },
  body: z.output<typeof decision>,
  { revision, key }: { revision: number | undefined; key: string | undefined },
): Promise<z.output<typeof outcome>> {
  const { number } = row;
  const wanted = await decisionOf(services, { user, number, rules }, body);
  const full = { ...wanted, ...(revision !== undefined && { expectedRevision: revision }) };
  const taken = await takeDecision(
    services,
    { row, sight, require: () => refuseUnfit(row, full) },
    full,
    underKey(user.username, number, key, body),
  );
  return {
    ...taken,
    holder: { ...taken.holder, level: taken.holder.level as 'system' },
    deadline: zonedOrNull(taken.deadline, user.office.zone),
    provisional: taken.provisional === true,
    options: taken.options as OfficeAction[],
  };
}

/** reading 19: throws when an office would lower who may see it, or put it where there is no region. */
function refuseUnfit({ confidentiality: is, state }: ComplaintRow, decision: Decision): void {
  const { confidentiality: to, region } = decision.changes ?? {};
  const lowers = to !== undefined && hidesLess(to, is);
  if (!lowers && (!region || regionOf(region))) return;
  // What matters more is said first.
  const refused = state && refusalOf(state, decision, new Date().toISOString());
  if (refused) throw new Problem(refused);
  if (lowers)
    throw invalidField('changes.confidentiality', {
      id: 'Hanya pelapor yang dapat menurunkan kerahasiaan',
      en: 'Only the reporter can lower confidentiality',
    });
  throw invalidField('changes.region', noRegion);
}

/** What a user decides as the workflow takes it: with the office in place of its id. */
export async function decisionOf(
  { sql }: Services,
  { user, number, rules }: { user: User; number: string; rules: Rules },
  { action, officeId, reason, text, duplicateOf, changes }: z.output<typeof decision>,
): Promise<Decision> {
  const { name, office } = user;
  const target = officeId ? (rules.openOffices.get(officeId) ?? nowhere(officeId)) : undefined;
  const why = reason ?? (duplicateOf && `Sama dengan laporan ${duplicateOf}.`);
  const contact = action === 'request-completion' && {
    contactConfirmed: await contactConfirmed(sql, number),
  };
  return {
    action,
    actor: { role: office.level, officeId: office.id, name },
    ...contact,
    ...(target && { target }),
    ...(why && { reason: why }),
    ...(text && { text }),
    ...(duplicateOf && { duplicateOf }),
    ...(changes && { changes }),
  };
}
