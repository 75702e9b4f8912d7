// What a form of filing holds, the citizen's and the officer's, and the request that becomes of it.
import type { Update } from '../../../../sop/terms.ts';
import type { Confidentiality, Kind } from '../../../../sop/terms.ts';
import { manyLines, oneLine, seenOnly } from '../../../../sop/texts/text.ts';
import type { Filing, Point } from '../../api/types.ts';
import type { WrittenDay } from '../days/read-day.ts';

export interface Values {
  kind: Kind | '';
  title: string;
  description: string;
  category: string;
  /** Where: in words, the code of the region, a point. */
  place: string;
  region: string;
  point: Point | null;
  happenedOn: WrittenDay;
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
  place: '',
  region: '',
  point: null,
  happenedOn: { typed: '', day: null },
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
  place: 'place',
  region: 'region',
  point: 'point',
  happenedOn: 'happenedOn',
  agencyId: 'agencyId',
  oversight: 'oversight',
  confidentiality: 'confidentiality',
  name: 'reporter.name',
  email: 'reporter.email',
  phone: 'reporter.phone',
  updates: 'reporter.updates',
};

const orNull = (text: string) => oneLine(text) || null;

/** What was told of where and when; what was not is not in the request. */
function whereAndWhen({ place, region, point, happenedOn }: Values): Partial<Filing> {
  return {
    ...(oneLine(place) && { place: oneLine(place) }),
    ...(region && { region }),
    ...(point && { point }),
    ...(happenedOn.day && { happenedOn: happenedOn.day }),
  };
}

/** The request; a kind that is not chosen, and a day that cannot be read, are left to the check. */
export function filingOf(values: Values): Filing {
  return {
    kind: values.kind as Kind,
    title: oneLine(values.title),
    description: manyLines(values.description),
    channel: 'web',
    category: orNull(values.category),
    ...whereAndWhen(values),
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
