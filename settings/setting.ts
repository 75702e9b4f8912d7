// What is written down of each setting, and the types that follow from it.
import type { Kind } from './kind.ts';

/** Who reads settings: our processes, the commands, Compose, and what proves and measures the product. */
export const readers = {
  api: 'API',
  worker: 'worker',
  start: '`npm start`',
  migrate: '`npm run migrate`',
  admin: '`npm run admin`',
  'verify-record': '`npm run verify-record`',
  'rebuild-figures': '`npm run rebuild-figures`',
  identities: '`npm run identities`',
  import: '`npm run import`',
  demo: '`npm run demo`',
  replay: '`npm run replay`',
  promote: '`npm run promote`',
  reconcile: '`npm run reconcile`',
  'move-engine': '`npm run move-engine`',
  rehearse: '`npm run rehearse`',
  compose: 'Compose',
  cluster: '`npm run cluster`',
  test: 'tests',
  fuzz: '`npm run fuzz`',
  bench: '`npm run bench`',
} as const;
export type Reader = keyof typeof readers;

/** Under which name a file may be given that holds a setting, as Compose and Kubernetes hand over secrets. */
export const byFile = (name: string) => `${name}_FILE`;

interface Written<By, Must> {
  /** What it is for, in the README and `.env.example`. */
  about: string;
  readBy: readonly By[];
  /** Who does not start without it. */
  requiredBy?: readonly Must[];
  /** What holds without it, in words, where nothing is set by default. */
  otherwise?: string;
  /** What must be set besides. */
  needs?: readonly string[];
}

export interface Setting<T = unknown, By = Reader, Must = Reader, Default = string>
  extends Written<By, Must> {
  kind: Kind<T>;
  /** What it holds when it is not set. */
  default?: Default;
}

export function setting<
  T,
  const By extends Reader,
  const Must extends By = never,
  const Default extends string = never,
>(kind: Kind<T>, written: Written<By, Must> & { default?: Default }): Setting<T, By, Must, Default> {
  return { kind, ...written };
}

/** Whoever starts others reads what they read. */
type Reads<By extends Reader> = By extends 'start' ? 'start' | 'api' | 'worker' : By;
type ReaderOf<S> = S extends { readBy: readonly (infer By)[] } ? By : never;
type ValueOf<S, By> =
  S extends Setting<infer T, infer _, infer Must, infer Default>
    ? [Default] extends [never]
      ? [By] extends [Must]
        ? T
        : T | undefined
      : T
    : never;

/** The part of `All` that a process takes, each as its kind reads it. */
export type PartOf<All, By extends Reader> = {
  [Name in keyof All as [Extract<ReaderOf<All[Name]>, Reads<By>>] extends [never] ? never : Name]: ValueOf<
    All[Name],
    By
  >;
};
