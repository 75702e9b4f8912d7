// The id of a field's input, by which the summary of errors leads there.
import type { Values } from '../../shared/forms/filing.ts';

export function fieldId(field: keyof Values): string {
  return `field-${field}`;
}
