// The checks of the API's schema (api/schemas/public.ts), before anything is sent. A test holds the two together.
import type { Values } from './values.ts';

/** What is wrong, as a key of the texts; of `tooLong` with its limit. */
export type Wrong = 'kind' | 'required' | 'characters' | 'email' | 'phone' | { tooLong: number };
export type Wrongs = Partial<Record<keyof Values, Wrong>>;

export const limits = { title: 200, description: 20_000, category: 100, name: 200, email: 254 } as const;

const unstorable = /\0|\p{Surrogate}/u;
const emailShape =
  /^(?:[A-Za-z0-9_'+-]+\.)*[A-Za-z0-9_'+-]*[A-Za-z0-9_+-]@(?:[A-Za-z0-9][A-Za-z0-9-]*\.)+[A-Za-z]{2,}$/;
const phoneShape = /^\+?[\d ()-]{5,25}$/;

function wordsWrong(text: string, max: number, optional = false): Wrong | undefined {
  const trimmed = text.trim();
  if (trimmed === '') return optional ? undefined : 'required';
  if (trimmed.length > max) return { tooLong: max };
  return unstorable.test(trimmed) ? 'characters' : undefined;
}

function emailWrong(text: string): Wrong | undefined {
  const trimmed = text.trim();
  if (trimmed === '') return undefined;
  if (trimmed.length > limits.email) return { tooLong: limits.email };
  return emailShape.test(trimmed) ? undefined : 'email';
}

function phoneWrong(text: string): Wrong | undefined {
  const trimmed = text.trim();
  return trimmed === '' || phoneShape.test(trimmed) ? undefined : 'phone';
}

/** Every field that the API would refuse, in the order of the form. */
export function check(values: Values): Wrongs {
  const all: Record<string, Wrong | undefined> = {
    kind: values.kind === '' ? 'kind' : undefined,
    title: wordsWrong(values.title, limits.title),
    description: wordsWrong(values.description, limits.description),
    category: wordsWrong(values.category, limits.category, true),
    name: wordsWrong(values.name, limits.name),
    email: emailWrong(values.email),
    phone: phoneWrong(values.phone),
  };
  return Object.fromEntries(Object.entries(all).filter(([, wrong]) => wrong !== undefined)) as Wrongs;
}
