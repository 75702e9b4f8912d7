// What happened to reports beyond the straight way, in English.
import type { beyond as indonesian } from '../../id/oversight/beyond.ts';

export const beyond: typeof indonesian = {
  recalling: 'Recalled reports',
  recalled: 'Had reports recalled',
  correcting: 'Corrected reports',
  extending: 'Extended the limit',
  consulting: 'Asked for advice',
  consulted: 'Were asked for advice',
  consultedLate: 'Were late with advice',
  objectedUpward: 'Objections that went upward',
};
