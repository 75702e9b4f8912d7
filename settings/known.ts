// Every setting there is, by noun. What is not here is read by no process of ours.
import { commands, compose, proofs } from './known/commands.ts';
import { engine } from './known/engine.ts';
import { map } from './known/map.ts';
import { people } from './known/people.ts';
import { processes } from './known/processes.ts';
import { storage } from './known/storage.ts';
import { watching } from './known/watching.ts';
import type { PartOf, Reader, Setting } from './setting.ts';

export const nouns = {
  'The processes': processes,
  'What is kept': storage,
  Temporal: engine,
  People: people,
  'The map': map,
  'Metrics and traces': watching,
  Commands: commands,
  Compose: compose,
  'Tests and measurements': proofs,
};

type Nouns = typeof nouns;
type All =
  { [Noun in keyof Nouns]: (settings: Nouns[Noun]) => void } extends Record<
    keyof Nouns,
    (settings: infer Every) => void
  >
    ? Every
    : never;

/** All of them by name. */
export const known: Record<string, Setting> = Object.assign({}, ...Object.values(nouns));

/** What a process reads, by the names under which it is set. */
export type Settings<By extends Reader> = PartOf<All, By>;

/** Whose settings a process takes besides its own: it passes them on. */
const parts: Partial<Record<Reader, readonly Reader[]>> = {
  start: ['api', 'worker'],
  rehearse: ['migrate', 'verify-record', 'reconcile'],
};

/** The names and settings that a process reads. */
export function partOf(reader: Reader): [name: string, setting: Setting][] {
  const of = new Set([reader, ...(parts[reader] ?? [])]);
  return Object.entries(known).filter(([, { readBy }]) => readBy.some((one) => of.has(one)));
}

/** Standard settings that libraries read by themselves. */
export const ofLibraries = /^(TEMPORAL|AWS|OTEL|PG)[A-Z_]*$/;
