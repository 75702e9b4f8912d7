// The field for an agency.
import type { agency as indonesian } from '../../id/form/agency.ts';

export const agency: typeof indonesian = {
  found: (count) => (count === 1 ? '1 agency' : `${count} agencies`),
  noneFound: 'No agency fits.',
};
