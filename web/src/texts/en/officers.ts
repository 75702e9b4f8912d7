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
  close: 'Close',
  palette: {
    title: 'Find and command',
    label: 'Number, office, page or action',
    short: 'Find',
    open: 'Open find and command',
    list: 'What can be chosen',
    none: 'Nothing fits',
    found: (count) => `${count} ${count === 1 ? 'choice' : 'choices'}`,
    goTo: (number) => `Open ${number}`,
    search: (words) => `Search “${words}” in all reports`,
    pageOf: (part, page) => `${part}: ${page}`,
    heldBy: (office) => `Reports at ${office}`,
    figuresOf: (office) => `Figures of ${office}`,
    settingsOf: (office) => `Settings of ${office}`,
    groups: {
      report: 'Reports',
      action: 'Actions',
      page: 'Pages',
      view: 'Views',
      office: 'Offices',
    },
  },
};
