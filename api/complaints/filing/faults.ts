// Why a report that is whole is not filed all the same: by the rules and the lists of the day.
import type { z } from 'zod';
import type { filing } from '../../../contract/reporter/public.ts';
import type { Rules } from '../../../db/rules/kept-rules.ts';
import { backlogDaysOf } from '../../../sop/policy/policy.ts';
import { dayMs } from '../../../sop/time/calendar.ts';
import { invalidField, noAgency, Problem } from '../../http/problems.ts';
import { callersOf } from '../../identity/callers.ts';
import type { User } from '../../identity/session.ts';
import { noRegion, regionOf } from '../../regions/region-names.ts';

type Filing = z.output<typeof filing>;

/** The first; undefined: there is none. */
export function faultOf(body: Filing, rules: Rules): Problem | undefined {
  return ageFault(body, rules) ?? agencyFault(body, rules) ?? regionFault(body);
}

/** The policy says how far back a backlog reaches. */
function ageFault({ receivedAt }: Filing, { policy }: Rules): Problem | undefined {
  if (!receivedAt) return undefined;
  if (Date.parse(receivedAt) > Date.now() + 60_000)
    return invalidField('receivedAt', { id: 'Tidak boleh di masa depan', en: 'Not in the future' });
  const days = backlogDaysOf(policy.document);
  if (Date.parse(receivedAt) >= Date.now() - days * dayMs) return undefined;
  return invalidField('receivedAt', {
    id: `Tidak boleh lebih dari ${days} hari yang lalu`,
    en: `Not more than ${days} days ago`,
  });
}

function agencyFault({ agencyId }: Filing, { openOffices }: Rules): Problem | undefined {
  if (!agencyId || openOffices.get(agencyId)?.level === 'agency') return undefined;
  return invalidField('agencyId', noAgency);
}

function regionFault({ region }: Filing): Problem | undefined {
  if (!region || regionOf(region)) return undefined;
  return invalidField('region', noRegion);
}

/** When and under which outside id a report came is only for national admins to say. Throws `forbidden`. */
export function requireNational(
  { receivedAt, externalId, backlog, notifyReporter }: Filing,
  user: User | undefined,
): void {
  if (!receivedAt && !externalId && backlog === undefined && notifyReporter === undefined) return;
  if (user && callersOf(user).includes('national')) return;
  throw new Problem('forbidden', {
    detail: {
      id: 'receivedAt, externalId, backlog, dan notifyReporter hanya untuk Admin Nasional.',
      en: 'receivedAt, externalId, backlog and notifyReporter are for the national admins alone.',
    },
  });
}
