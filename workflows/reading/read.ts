// Reads messages as they came over the wire: of whatever type they are, they are read or refused; nothing here trusts one.
import { soughtFault } from '../../sop/texts/text.ts';

/** What is wrong with a message: where, and how long it is when that is what is wrong. */
export interface Fault {
  code: 'malformed' | 'too-long';
  field: string;
  length?: number;
}

class Misread extends Error {
  readonly fault: Fault;
  constructor(fault: Fault) {
    super(fault.field);
    this.fault = fault;
  }
}

/** Gives what it read, or throws `Misread`; `field` says where it is. */
export type Reader<T> = (value: unknown, field: string) => T;

/** A reader for every field that `T` can have: one that is added there and not here does not compile. */
export type Readers<T> = { [K in keyof Required<T>]: Reader<T[K] | undefined> };

/** The value, or what is wrong with it. */
export function tryRead<T>(read: Reader<T>, value: unknown, field: string): { value: T } | { fault: Fault } {
  try {
    return { value: read(value, field) };
  } catch (error) {
    if (error instanceof Misread) return { fault: error.fault };
    throw error;
  }
}

function malformed(field: string): Misread {
  return new Misread({ code: 'malformed', field });
}

/**
 * At most so long, in UTF-16 units, and of letters that the record can keep (reading 32), in the form in which it keeps
 * them (NFC). Never cut, nor mended otherwise.
 */
export function text(most: number, faultOf: (value: string) => unknown = soughtFault): Reader<string> {
  return (value, field) => {
    const read = typeof value === 'string' ? value.normalize('NFC') : undefined;
    if (read === undefined || faultOf(read) !== undefined) throw malformed(field);
    if (read.length > most) throw new Misread({ code: 'too-long', field, length: read.length });
    return read;
  };
}

export function oneOf<T extends string>(known: readonly T[]): Reader<T> {
  return (value, field) => known.find((one) => one === value) ?? fail(field);
}

function fail(field: string): never {
  throw malformed(field);
}

export const count: Reader<number> = (value, field) =>
  typeof value === 'number' && Number.isSafeInteger(value) && value >= 0 ? value : fail(field);

export const flag: Reader<boolean> = (value, field) => (typeof value === 'boolean' ? value : fail(field));

/** ISO 8601. */
export const instant: Reader<string> = (value, field) => {
  const read = text(40)(value, field);
  return Number.isNaN(Date.parse(read)) ? fail(field) : read;
};

/** Absent, or null as many a client writes it. */
export function optional<T>(read: Reader<T>): Reader<T | undefined> {
  return (value, field) => (value === undefined || value === null ? undefined : read(value, field));
}

export function nullable<T>(read: Reader<T>): Reader<T | null> {
  return (value, field) => (value === undefined || value === null ? null : read(value, field));
}

/** For what a message of this kind must not say. */
export const never: Reader<undefined> = (value, field) => (value === undefined ? undefined : fail(field));

/** An object with these fields and no others. */
export function fields<T>(readers: Readers<T>): Reader<T> {
  return (value, field) => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) throw malformed(field);
    const own = new Map<string, unknown>(Object.entries(value));
    const unknown = [...own.keys()].find((name) => !Object.hasOwn(readers, name));
    if (unknown !== undefined) throw malformed(/^\w{1,40}$/.test(unknown) ? unknown : field);
    const read = Object.entries<Reader<unknown>>(readers).map(
      ([name, reader]) => [name, reader(own.get(name), name)] as const,
    );
    return Object.fromEntries(read.filter(([, one]) => one !== undefined)) as T;
  };
}
