// Words on the buttons and fields of offices, superiors and operations alike, in English.
import type { officers as indonesian } from '../id/officers.ts';

export const officers: typeof indonesian = {
  cancel: 'Cancel',
  save: 'Save',
  saved: 'Saved.',
  required: 'Required',
  more: 'Load more',
  newTab: '(new tab)',
};
