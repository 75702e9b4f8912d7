// What a decision says: which fields it has at which row, what is missing, what is sent.
import type { OfficeAction } from '../../../../sop/terms.ts';
import type { ApiProblem } from '../../api/problems.ts';
import type { DecisionBody } from '../types.ts';

export interface Words {
  officeId: string;
  reason: string;
  text: string;
  duplicateOf: string;
}
export type FieldName = keyof Words;
type Need = 'required' | 'optional';
export type Fields = Partial<Record<FieldName, Need>>;

export const noWords: Words = { officeId: '', reason: '', text: '', duplicateOf: '' };

/** As contract/decision.ts has them; at SOP 4 one may accept and dispose at once (reading 4). */
export function fieldsOf(action: OfficeAction, step: number): Fields {
  if (action === 'dispose') return { officeId: 'required', reason: 'optional' };
  if (action === 'accept') return step === 4 ? { officeId: 'optional' } : {};
  if (action === 'reject') return { reason: 'required', duplicateOf: 'optional' };
  if (action === 'request-completion') return { reason: 'required', text: 'optional' };
  if (action === 'return') return { reason: 'required' };
  if (action === 'respond' || action === 'answer' || action === 'told') return { text: 'required' };
  return {};
}

/** The first field that has to be filled in; that a report repeats another is reason enough to reject it. */
export function missingField(fields: Fields, words: Words): FieldName | undefined {
  return (Object.keys(fields) as FieldName[]).find(
    (name) =>
      fields[name] === 'required' &&
      !words[name].trim() &&
      !(name === 'reason' && fields.duplicateOf && words.duplicateOf.trim()),
  );
}

export function bodyOf(action: OfficeAction, fields: Fields, words: Words): DecisionBody {
  const filled = (Object.keys(fields) as FieldName[])
    .map((name) => [name, words[name].trim()] as const)
    .filter(([, value]) => value !== '');
  return { action, ...Object.fromEntries(filled) };
}

const fieldOfCode: Record<string, FieldName> = {
  'office-required': 'officeId',
  'office-not-below': 'officeId',
  'reason-required': 'reason',
  'text-required': 'text',
};

/** What a problem says of single fields. */
export function fieldErrors(
  problem: ApiProblem | undefined,
  title: string,
): Partial<Record<FieldName, string>> {
  if (!problem) return {};
  const field = fieldOfCode[problem.code];
  if (field) return { [field]: title };
  return Object.fromEntries(problem.fields.map(({ path, message }) => [path, message]));
}
