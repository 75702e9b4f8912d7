// Finding and sharing work: decisions in the palette, groups and saved views of a list, who has what in hand.
import type { finding as indonesian } from '../../id/office/finding.ts';

export const finding: typeof indonesian = {
  /** As the palette offers it. */
  palette: {
    decide: (action, number) => `${action}: ${number}`,
    decideMany: (action, count) => `${action}: ${count} selected`,
  },
  grouping: {
    label: 'Group',
    none: 'No groups',
    by: {
      category: 'By category',
      place: 'By place',
      office: 'By office',
      assignee: 'By officer',
      day: 'By deadline day',
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
  views: {
    label: 'Views',
    all: 'All',
    save: 'Save view',
    settings: 'View settings',
    as: 'Save as',
    asNew: 'A new view',
    replace: (name) => `Replace what “${name}” holds`,
    name: 'Name',
    office: 'For all officers of this office',
    saved: 'View saved.',
    removed: 'View removed.',
    removeSure: (name) => `Remove the view “${name}”?`,
    removeSureOffice: (name) => `Remove the office’s view “${name}” for everybody?`,
    link: 'Copy link',
    outdated: 'Some of its filters are no more and are left out. Save it again to put it right.',
    by: (who, moment) => `saved by ${who}, ${moment}`,
    reports: (count) => `${count} ${count === '1' ? 'report' : 'reports'}`,
  },
  handing: {
    short: (count) => `Hand over (${count})`,
    one: 'Hand over to an officer',
    title: (count) => `Hand over ${count} ${count === 1 ? 'report' : 'reports'}`,
    to: 'Officer',
    nobody: 'Nobody',
    load: (held, late) => (late > 0 ? `${held} in hand, ${late} late` : `${held} in hand`),
    given: (count, name) => `${count} ${count === 1 ? 'report' : 'reports'} handed to ${name}.`,
    taken: (count) => `${count} ${count === 1 ? 'report is' : 'reports are'} with nobody now.`,
    undo: 'Undo',
    notYet: 'Not undone yet.',
    undone: (count) => `Hand-over of ${count} ${count === 1 ? 'report' : 'reports'} undone.`,
    notUndone: (count) => `${count} not: they have moved since.`,
    failed: (good, bad) => `${good} handed over, ${bad} not.`,
    list: 'Not handed over',
  },
  contact: {
    title: 'Search by the reporter’s contact',
    short: 'Reporter’s contact',
    field: 'The reporter’s e-mail or telephone',
    why: 'Whole, as the reporter gave it. Each report that is found goes on record as an identity that you looked at; its reporter can read that.',
    find: 'Search',
    list: 'Reports with this contact',
    found: (count) =>
      count === 0
        ? 'No report has this contact.'
        : `${count} ${count === 1 ? 'report' : 'reports'} found and put on record.`,
  },
  loads: {
    open: 'Load of officers',
    short: 'Load',
    name: 'Officer',
    held: 'In hand',
    late: 'Late',
    soon: 'Due soon',
    soonest: 'Soonest deadline',
    none: '–',
  },
};
