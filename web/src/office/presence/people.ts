// Who else has which report open, as the live connection tells it.
import type { Presence } from '../../api/types.ts';
import { createStore } from '../../shared/state/store.ts';

export type Person = Presence['people'][number];

const nobody: readonly Person[] = [];
const people = createStore<ReadonlyMap<string, readonly Person[]>>(new Map());

/** Of one report, from now on. */
export function hearOf({ number, people: there }: Presence): void {
  const next = new Map(people.get());
  if (there.length > 0) next.set(number, there);
  else next.delete(number);
  people.set(next);
}

/** Nothing is known until it is told again. */
export function forgetPeople(): void {
  if (people.get().size > 0) people.set(new Map());
}

export function usePeople(number: string): readonly Person[] {
  return people.useValue().get(number) ?? nobody;
}
