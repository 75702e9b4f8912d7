// The offices that the signed-in officer may look at, and what of them is chosen.
import { useMemo } from 'react';
import { partUnder } from '../../shared/officers/office-tree.ts';
import { useOffices } from '../../shared/officers/offices.ts';
import { useUser } from '../../session.tsx';
import { useFormat } from '../../texts/format.ts';
import { useDashboardTexts } from '../../texts/oversight.ts';
import type { Scope } from './scope.ts';

/** Their own first. */
export function useMyPart() {
  const user = useUser();
  const { data } = useOffices();
  const top = user?.role === 'ops' ? data?.[0]?.id : user?.office.id;
  return useMemo(() => (data && top !== undefined ? partUnder(data, top) : []), [data, top]);
}

/** What is chosen, in a line; `ofOne`: without the office. */
export function useChosen({ from, to, officeId }: Scope, ofOne = false): string {
  const { filter: texts } = useDashboardTexts();
  const { date } = useFormat();
  const office = useMyPart().find(({ id }) => id === officeId);
  const days = [from && texts.since(date(from)), to && texts.until(date(to))].filter(Boolean).join(' ');
  return ofOne ? days || texts.all : `${days || texts.all} · ${office?.name ?? texts.wholePart}`;
}
