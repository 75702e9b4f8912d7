// What was entered for a new report: kept in the tab, sent under one key, its problems by field.
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { Channel } from '../../../../sop/terms.ts';
import { oneLine } from '../../../../sop/texts/text.ts';
import { ask } from '../../api/client.ts';
import { fieldError, problemIn } from '../../api/problems.ts';
import { useUser } from '../../session.tsx';
import { emptyValues, filingOf, type Values as FormValues } from '../../shared/forms/filing.ts';
import { useKept } from '../../shared/state/use-kept.ts';
import { freshen } from '../lists/live/freshen.ts';
import { useIntentKey } from '../deciding/use-decide.ts';
import type { Filed, Filing } from '../../api/types.ts';

const empty = {
  ...emptyValues,
  kind: 'pengaduan',
  channel: 'tatap-muka',
  nik: '',
  source: '',
  outsideId: '',
} as const;
/** `source` and `outsideId`: the number of another system, when the report has one. */
type Values = Omit<FormValues, 'kind'> &
  Pick<Filing, 'kind'> & { channel: Channel; nik: string; source: string; outsideId: string };
export type FilingField = keyof Values;

const required: readonly FilingField[] = ['title', 'description', 'name'];

function bodyOf(values: Values): Filing {
  const { reporter, ...report } = filingOf(values);
  const reference = { source: oneLine(values.source), id: oneLine(values.outsideId) };
  return {
    ...report,
    channel: values.channel,
    reporter: { ...reporter, nik: oneLine(values.nik) || null },
    ...(reference.source && { references: [reference] }),
  };
}

/** As the API calls the two fields of a number of another system. */
const outside: Partial<Record<FilingField, string>> = {
  source: 'references.0.source',
  outsideId: 'references.0.id',
};

/** `agencyId`: where the officer's own reports go, unless they choose otherwise. */
export function useFiling(agencyId: string, onFiled: (filed: Filed) => void) {
  const user = useUser();
  const kept = useKept<Values>(`tuntas.filing.${user?.username}`, { ...empty, agencyId });
  const { value: values, change } = kept;
  const client = useQueryClient();
  const keyOf = useIntentKey();
  const [tried, setTried] = useState(false);
  const send = useMutation({
    mutationFn: (body: Filing) =>
      ask<Filed>('/v1/complaints', { method: 'POST', body, idempotencyKey: keyOf(body) }),
    onSuccess: (filed) => {
      kept.clear();
      void freshen(client, [filed.number]);
      onFiled(filed);
    },
  });
  const problem = problemIn(send.error);
  const refused = (field: FilingField) =>
    fieldError(problem, outside[field] ?? field) ?? fieldError(problem, `reporter.${field}`);
  const isEmpty = (field: FilingField) => {
    const typed = values[field];
    return typeof typed === 'string' && typed.trim() === '';
  };
  // Of a number of another system both or neither.
  const isNumbered = !isEmpty('source') || !isEmpty('outsideId');
  const wanted = isNumbered ? [...required, 'source' as const, 'outsideId' as const] : required;
  const dayFault = values.happenedOn.fault;
  const lacks = (field: FilingField) =>
    field === 'happenedOn' ? dayFault !== undefined : wanted.includes(field) && isEmpty(field);
  return {
    values,
    change,
    problem,
    isPending: send.isPending,
    /** Why the day cannot be read. */
    dayFault,
    errorOf: (field: FilingField, words: string) => (tried && lacks(field) ? words : refused(field)),
    /** The first field that is missing or cannot be read, when one is. */
    submit: (): FilingField | undefined => {
      setTried(true);
      const lacking = [...wanted, 'happenedOn' as const].find(lacks);
      if (!lacking) send.mutate(bodyOf(values));
      return lacking;
    },
  };
}
