// The form one thing at a time: what each step asks, and its name in the address.
import type { Values } from '../../../shared/forms/filing.ts';

const asks = {
  jenis: ['kind', 'oversight'],
  isi: ['title', 'description'],
  tempat: ['region', 'place', 'point', 'happenedOn'],
  tujuan: ['category', 'agencyId'],
  kerahasiaan: ['confidentiality'],
  pelapor: ['name', 'email', 'updates', 'phone'],
  lampiran: [],
  periksa: [],
} as const satisfies Record<string, readonly (keyof Values)[]>;

export type StepId = keyof typeof asks;

export const steps = Object.keys(asks) as StepId[];

/** What the step asks. */
export function fieldsOf(step: StepId): readonly (keyof Values)[] {
  return asks[step];
}

/** Where the field is asked for. */
export function stepWith(field: keyof Values): StepId {
  return steps.find((step) => fieldsOf(step).includes(field)) ?? 'jenis';
}

/** What the browser keeps with the address of a step. */
export interface Way {
  /** The step that one came from, which is one back in the browser's history. */
  from?: StepId;
  /** The field that is to have the focus. */
  field?: keyof Values;
}

export const wayHere = (): Way => (window.history.state as Way | null) ?? {};

export function addressOf(step: StepId): string {
  return step === steps[0] ? '/lapor' : `/lapor?langkah=${step}`;
}
