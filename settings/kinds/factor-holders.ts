// Whose accounts need a second factor, as it is written down: roles by commas.
import { kind } from '../kind.ts';

/** Ops, and the officers of each level. */
const holders = ['ops', 'national', 'agency', 'echelon1', 'upt'] as const;
export type FactorHolder = (typeof holders)[number];

export const factorHolders = kind(
  `none, or some of ${holders.join(', ')} by commas`,
  (value): readonly FactorHolder[] | undefined => {
    if (value === 'none') return [];
    const names = value.split(',').map((name) => name.trim());
    const known = names.flatMap((name) => holders.find((holder) => holder === name) ?? []);
    return known.length === names.length ? known : undefined;
  },
);
