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
import { useIntentKey } from '../deciding/use-decide.ts';
import { officeKeys } from '../keys.ts';
import type { Filed, Filing } from '../../api/types.ts';

const empty = { ...emptyValues, kind: 'pengaduan', channel: 'tatap-muka', nik: '' } as const;
type Values = Omit<FormValues, 'kind'> & Pick<Filing, 'kind'> & { channel: Channel; nik: string };
export type FilingField = keyof Values;

const required: readonly FilingField[] = ['title', 'description', 'name'];

function bodyOf(values: Values): Filing {
  const { reporter, ...report } = filingOf(values);
  return { ...report, channel: values.channel, reporter: { ...reporter, nik: oneLine(values.nik) || null } };
}

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
      void client.invalidateQueries({ queryKey: officeKeys.inboxes });
      onFiled(filed);
    },
  });
  const problem = problemIn(send.error);
  const refused = (field: FilingField) =>
    fieldError(problem, field) ?? fieldError(problem, `reporter.${field}`);
  const lacks = (field: FilingField) => required.includes(field) && !String(values[field]).trim();
  return {
    values,
    change,
    problem,
    isPending: send.isPending,
    errorOf: (field: FilingField, words: string) => (tried && lacks(field) ? words : refused(field)),
    /** The first field that is missing, when something is. */
    submit: (): FilingField | undefined => {
      setTried(true);
      const lacking = required.find(lacks);
      if (!lacking) send.mutate(bodyOf(values));
      return lacking;
    },
  };
}
