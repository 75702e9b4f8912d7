// Words on the buttons and fields of offices, superiors and operations alike, in English.
import type { officers as indonesian } from '../id/officers.ts';

export const officers: typeof indonesian = {
  cancel: 'Cancel',
  save: 'Save',
  saved: 'Saved.',
  required: 'Required',
  more: 'Load more',
  newTab: '(new tab)',
  picking: {
    pick: 'Choose an office',
    none: 'No office fits',
    found: (count: number) => (count === 1 ? '1 office fits' : `${count} offices fit`),
    groups: { recent: 'Chosen by you of late', rest: 'All offices' },
    hint: 'Type any word of its name, or its short form',
    hintKeys: 'Type any word of its name, or its short form; 1–9 choose at once',
    unstaffed: 'Nobody there yet: reports will wait',
  },
};
