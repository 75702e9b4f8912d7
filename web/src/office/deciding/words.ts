// What a decision says: which fields it has at which row, what is missing, what is sent.
import { rulesOf } from '../../../../sop/procedure.ts';
import type { Move } from '../../../../sop/row.ts';
import { lettersOf, measureOf, type Need, type OfficeAction, type Step } from '../../../../sop/terms.ts';
import { lettersIn } from '../../../../sop/texts/text.ts';
import type { ApiProblem } from '../../api/problems.ts';
import type { DecisionBody, Policy, Report } from '../../api/types.ts';

export interface Words {
  officeId: string;
  reason: string;
  text: string;
  duplicateOf: string;
  /** What is to be put right, as JSON; empty: nothing yet. */
  changes: string;
}
export type FieldName = keyof Words;
export type Fields = Partial<Record<FieldName, Need>>;

/** Each field and what the procedure calls it, in the order in which people fill them in. */
const parts = [
  ['officeId', 'office'],
  ['reason', 'reason'],
  ['text', 'text'],
  ['duplicateOf', 'duplicateOf'],
  ['changes', 'changes'],
] as const satisfies [FieldName, keyof Move][];

export const noWords: Words = { officeId: '', reason: '', text: '', duplicateOf: '', changes: '' };

/** What the procedure asks for at a row; of no row (0), what it asks for wherever the decision is open. */
export function fieldsOf(action: OfficeAction, step: Step | 0): Fields {
  const [first, ...others] = rulesOf(action, step || undefined);
  const fields: Fields = {};
  for (const [name, part] of parts) {
    const need = first?.[part];
    if (need && need !== 'tolerated' && others.every((other) => other[part] === need)) fields[name] = need;
  }
  return fields;
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

/** How many letters the text has at least, at a row or of no row (0) wherever the decision is open; 0: any (reading 32). */
export function lettersFor(action: OfficeAction, step: Step | 0, policy: Policy | undefined): number {
  const by = measureOf(action, step);
  return policy && by ? lettersOf(policy)[by] : 0;
}

/** Whether the text is there, and has fewer letters than that. */
export function isTooShort(fields: Fields, { text }: Words, letters: number): boolean {
  return Boolean(fields.text && text.trim()) && lettersIn(text) < letters;
}

export function bodyOf(action: OfficeAction, fields: Fields, words: Words): DecisionBody {
  const filled = (Object.keys(fields) as FieldName[])
    .map((name) => [name, words[name].trim()] as const)
    .filter(([, value]) => value !== '');
  const { changes, ...others } = Object.fromEntries(filled);
  return { action, ...others, ...(changes && { changes: changesIn(changes) }) };
}

export type Changes = NonNullable<DecisionBody['changes']>;

/** What was chosen to be put right. */
export function changesIn(typed: string): Changes {
  return typed ? (JSON.parse(typed) as Changes) : {};
}

/** The report as it is to be. */
export function changedBy(report: Report, typed: string): Report {
  // What it is called the report alone says; nothing goes by it here.
  const { region: _, ...changes } = changesIn(typed);
  return { ...report, ...(changes as Partial<Report>) };
}

const fieldOfCode: Record<string, FieldName> = {
  'office-required': 'officeId',
  'office-not-below': 'officeId',
  'reason-required': 'reason',
  'text-required': 'text',
  'too-short': 'text',
  'changes-required': 'changes',
};

/** What a problem says of single fields. */
export function fieldErrors(
  problem: ApiProblem | undefined,
  title: string,
): Partial<Record<FieldName, string>> {
  if (!problem) return {};
  const field = fieldOfCode[problem.code];
  if (field) return { [field]: title };
  return Object.fromEntries(problem.fields.map(({ path, message }) => [path.split('.')[0], message]));
}
