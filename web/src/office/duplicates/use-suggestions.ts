// Where reports like this one were answered, in words for the field in which an office is chosen.
import { useQuery } from '@tanstack/react-query';
import { ask } from '../../api/client.ts';
import { complaintPath } from '../../api/paths.ts';
import type { OfficeSuggestions, Report } from '../../api/types.ts';
import { useUser } from '../../session.tsx';
import type { Suggestions } from '../../shared/officers/picking/suggestions.ts';
import { type OfficeTexts, useOfficeTexts } from '../../texts/office.ts';
import { officeKeys } from '../keys.ts';

/** What comes later would move what one is about to choose. */
const patienceMs = 1_500;

/**
 * For who holds the report, once `wanted`. Null: on its way. Undefined: there is none, also where it did not come in
 * time: the choice does not wait for it.
 */
export function useSuggestions(report: Report | undefined, wanted: boolean): Suggestions | null | undefined {
  const { deciding } = useOfficeTexts();
  const user = useUser();
  const number = report?.number ?? '';
  const { data, fetchStatus } = useQuery({
    queryKey: officeKeys.suggestions(number),
    queryFn: ({ signal }) =>
      ask<OfficeSuggestions>(`${complaintPath(number)}/office-suggestions`, {
        signal: AbortSignal.any([signal, AbortSignal.timeout(patienceMs)]),
      }),
    enabled: wanted && report !== undefined && report.holder.id === user?.office.id,
    staleTime: 5 * 60_000,
    retry: false,
  });
  if (!data) return fetchStatus === 'fetching' ? null : undefined;
  return data.items.length > 0 ? inWords(data, deciding.alike) : undefined;
}

function inWords({ alike, items }: OfficeSuggestions, texts: OfficeTexts['deciding']['alike']): Suggestions {
  return {
    title: texts.title(alike),
    items: items.map(({ office, answered, returned, reason, usualFor }) => ({
      officeId: office.id,
      reason: [
        answered > 0 && texts.answered(answered, alike),
        returned > 0 && texts.returned(returned, reason),
        usualFor && texts.usual(usualFor),
      ]
        .filter(Boolean)
        .join('; '),
      against: answered === 0 && !usualFor,
    })),
  };
}
