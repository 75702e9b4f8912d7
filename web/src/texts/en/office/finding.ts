// Finding and sharing work: the palette of commands, groups of a list.
import type { finding as indonesian } from '../../id/office/finding.ts';

export const finding: typeof indonesian = {
  palette: {
    title: 'Find and command',
    label: 'Number, office, page or decision',
    short: 'Find',
    open: 'Open find and command',
    list: 'What can be chosen',
    none: 'Nothing fits',
    found: (count) => `${count} ${count === 1 ? 'choice' : 'choices'}`,
    goTo: (number) => `Open ${number}`,
    search: (words) => `Search “${words}” in all reports`,
    heldBy: (office) => `Reports at ${office}`,
    decide: (action, number) => `${action}: ${number}`,
    decideMany: (action, count) => `${action}: ${count} selected`,
    groups: {
      report: 'Reports',
      action: 'Decisions',
      page: 'Pages',
      office: 'Reports at an office',
    },
  },
  grouping: {
    label: 'Group',
    none: 'No groups',
    by: {
      category: 'By category',
      place: 'By place',
      office: 'By agency or office',
      assignee: 'By officer',
      day: 'By day of the deadline',
      step: 'By step',
    },
    due: (day) => `Due ${day}`,
    without: {
      category: 'No category',
      place: 'No place',
      office: 'No agency yet',
      assignee: 'Nobody has it',
      day: 'No deadline',
      step: 'No step',
    },
  },
};
