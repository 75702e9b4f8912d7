// What was entered for a new report: kept in the tab, sent under one key, its problems by field.
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { manyLines, oneLine, seenOnly } from '../../../../sop/texts/text.ts';
import { ask } from '../../api/client.ts';
import { asProblem } from '../../api/problems.ts';
import { useUser } from '../../session.tsx';
import { stored } from '../../shared/state/stored.ts';
import { useIntentKey } from '../deciding/use-decide.ts';
import { officeKeys } from '../keys.ts';
import type { Filed, Filing } from '../types.ts';

const empty = {
  kind: 'pengaduan',
  channel: 'tatap-muka',
  title: '',
  description: '',
  category: '',
  agencyId: '',
  confidentiality: 'terbuka',
  oversight: '',
  name: '',
  email: '',
  phone: '',
  nik: '',
};
export type FilingField = keyof typeof empty;
type Values = Record<FilingField, string>;

const required: readonly FilingField[] = ['title', 'description', 'name'];

function bodyOf(values: Values): Filing {
  const { kind, channel, title, description, confidentiality } = values;
  const orNull = (value: string) => oneLine(value) || null;
  return {
    kind: kind as Filing['kind'],
    channel: channel as NonNullable<Filing['channel']>,
    title: oneLine(title),
    description: manyLines(description),
    category: orNull(values.category),
    agencyId: orNull(values.agencyId),
    confidentiality: confidentiality as NonNullable<Filing['confidentiality']>,
    oversight: kind === 'pengaduan' && values.oversight === 'true',
    reporter: {
      name: oneLine(values.name),
      email: orNull(values.email),
      phone: seenOnly(values.phone) || null,
      nik: orNull(values.nik),
    },
  };
}

/** `agencyId`: where the officer's own reports go, unless they choose otherwise. */
export function useFiling(agencyId: string, onFiled: (filed: Filed) => void) {
  const user = useUser();
  const slot = stored(`tuntas.filing.${user?.username}`, 'tab');
  const client = useQueryClient();
  const keyOf = useIntentKey();
  const [values, setValues] = useState<Values>(() => {
    try {
      return { ...empty, agencyId, ...(JSON.parse(slot.read() ?? '{}') as Partial<Values>) };
    } catch {
      return { ...empty, agencyId };
    }
  });
  const [tried, setTried] = useState(false);
  const send = useMutation({
    mutationFn: (body: Filing) =>
      ask<Filed>('/v1/complaints', { method: 'POST', body, idempotencyKey: keyOf(body) }),
    onSuccess: (filed) => {
      slot.clear();
      void client.invalidateQueries({ queryKey: officeKeys.inboxes });
      onFiled(filed);
    },
  });
  const change = (to: Partial<Values>) => {
    const next = { ...values, ...to };
    setValues(next);
    slot.write(JSON.stringify(next));
  };
  const problem = send.error ? asProblem(send.error) : undefined;
  const refused = Object.fromEntries(
    problem?.fields.map(({ path, message }) => [path.replace(/^reporter\./, ''), message]) ?? [],
  );
  const lacks = (field: FilingField) => required.includes(field) && !values[field].trim();
  return {
    values,
    change,
    problem,
    isPending: send.isPending,
    errorOf: (field: FilingField, words: string) => (tried && lacks(field) ? words : refused[field]),
    /** The first field that is missing, when something is. */
    submit: (): FilingField | undefined => {
      setTried(true);
      const lacking = required.find(lacks);
      if (!lacking) send.mutate(bodyOf(values));
      return lacking;
    },
  };
}
