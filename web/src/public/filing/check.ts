// The checks of the API's schema (contract/reporter/public.ts), before anything is sent. A test holds the two together.
import {
  lineFault,
  manyLines,
  oneLine,
  seenOnly,
  type TextFault,
  textFault,
  titleFault,
} from '../../../../sop/texts/text.ts';
import type { Values } from '../../shared/forms/filing.ts';
import { longest } from '../../shared/forms/longest.ts';

/** What is wrong, as a key of the texts; of `tooLong` with its limit. */
export type Wrong =
  | 'kind'
  | 'required'
  | TextFault
  | 'email'
  | 'phone'
  | 'day'
  | 'future'
  | { tooLong: number };
export type Wrongs = Partial<Record<keyof Values, Wrong>>;

const emailShape =
  /^(?:[A-Za-z0-9_'+-]+\.)*[A-Za-z0-9_'+-]*[A-Za-z0-9_+-]@(?:[A-Za-z0-9][A-Za-z0-9-]*\.)+[A-Za-z]{2,}$/;
const phoneShape = /^\+?[\d ()-]{5,25}$/;

interface Kept {
  as: (text: string) => string;
  faultOf: (text: string) => TextFault | undefined;
}
const line: Kept = { as: oneLine, faultOf: lineFault };
const title: Kept = { as: oneLine, faultOf: titleFault };
const words: Kept = { as: manyLines, faultOf: textFault };

function wordsWrong(typed: string, max: number, { as, faultOf }: Kept, optional = false): Wrong | undefined {
  const text = as(typed);
  if (text === '') return optional ? undefined : 'required';
  return text.length > max ? { tooLong: max } : faultOf(text);
}

function emailWrong(text: string): Wrong | undefined {
  const trimmed = oneLine(text);
  if (trimmed === '') return undefined;
  if (trimmed.length > longest.email) return { tooLong: longest.email };
  return emailShape.test(trimmed) ? undefined : 'email';
}

function phoneWrong(text: string): Wrong | undefined {
  const trimmed = seenOnly(text);
  return trimmed === '' || phoneShape.test(trimmed) ? undefined : 'phone';
}

/** Every field that the API would refuse, in the order of the form. */
export function check(values: Values): Wrongs {
  const all: Record<string, Wrong | undefined> = {
    kind: values.kind === '' ? 'kind' : undefined,
    title: wordsWrong(values.title, longest.title, title),
    description: wordsWrong(values.description, longest.text, words),
    category: wordsWrong(values.category, longest.category, line, true),
    place: wordsWrong(values.place, longest.place, line, true),
    happenedOn: values.happenedOn.fault,
    name: wordsWrong(values.name, longest.name, line),
    email: emailWrong(values.email),
    phone: phoneWrong(values.phone),
  };
  return Object.fromEntries(Object.entries(all).filter(([, wrong]) => wrong !== undefined)) as Wrongs;
}
