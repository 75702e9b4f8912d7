// Plain kinds: texts, secrets, paths, flags, numbers.
import { resolve } from 'node:path';
import { kind } from '../kind.ts';

export const numberWithin = (text: string, least: number, most: number) =>
  /^\d{1,12}$/.test(text) && Number(text) >= least && Number(text) <= most ? Number(text) : undefined;

export const text = kind('a text', (value) => value);
export const secret = kind('a text', (value) => value, true);
/** `least` characters or more. */
export const longSecret = (least: number) =>
  kind(
    `${least} characters or more (openssl rand -hex ${least})`,
    (value) => (value.length >= least ? value : undefined),
    true,
  );
/** As an absolute path. */
export const path = kind('a path', (value) => resolve(value));
export const flag = kind('true or false', (value) => {
  if (/^(true|1|yes|on)$/i.test(value)) return true;
  return /^(false|0|no|off)$/i.test(value) ? false : undefined;
});
export const oneOf = <const T extends string>(...names: readonly T[]) =>
  kind(`one of ${names.join(', ')}`, (value) => names.find((name) => name === value));
export const port = kind('a port, 1 to 65535', (value) => numberWithin(value, 1, 65_535));
export const count = kind('a whole number from 1', (value) => numberWithin(value, 1, 1_000_000));
/** In seconds. */
export const seconds = kind('a whole number of seconds from 1', (value) => numberWithin(value, 1, 86_400));
