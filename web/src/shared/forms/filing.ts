// What a form of filing holds, the citizen's and the officer's, and the request that becomes of it.
import type { Update } from '../../../../sop/terms.ts';
import type { Confidentiality, Kind } from '../../../../sop/terms.ts';
import { manyLines, oneLine, seenOnly } from '../../../../sop/texts/text.ts';
import type { Filing } from '../../api/types.ts';

export interface Values {
  kind: Kind | '';
  title: string;
  description: string;
  category: string;
  agencyId: string;
  oversight: boolean;
  confidentiality: Confidentiality;
  name: string;
  email: string;
  phone: string;
  /** What is mailed besides what always is. */
  updates: readonly Update[];
}

export const emptyValues: Values = {
  kind: '',
  title: '',
  description: '',
  category: '',
  agencyId: '',
  oversight: false,
  confidentiality: 'terbuka',
  name: '',
  email: '',
  phone: '',
  updates: [],
};

/** What the API calls the field. */
export const pathOf: Record<keyof Values, string> = {
  kind: 'kind',
  title: 'title',
  description: 'description',
  category: 'category',
  agencyId: 'agencyId',
  oversight: 'oversight',
  confidentiality: 'confidentiality',
  name: 'reporter.name',
  email: 'reporter.email',
  phone: 'reporter.phone',
  updates: 'reporter.updates',
};

const orNull = (text: string) => oneLine(text) || null;

/** The request; a kind that is not chosen is left to the check. */
export function filingOf(values: Values): Filing {
  return {
    kind: values.kind as Kind,
    title: oneLine(values.title),
    description: manyLines(values.description),
    channel: 'web',
    category: orNull(values.category),
    agencyId: orNull(values.agencyId),
    oversight: values.kind === 'pengaduan' && values.oversight,
    confidentiality: values.confidentiality,
    reporter: {
      name: oneLine(values.name),
      email: orNull(values.email),
      phone: seenOnly(values.phone) || null,
      ...(oneLine(values.email) && values.updates.length > 0 && { updates: [...values.updates] }),
    },
  };
}
