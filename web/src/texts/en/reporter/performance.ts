// How offices do, for everybody.
import type { performance as indonesian } from '../../id/reporter/performance.ts';

export const performance: typeof indonesian = {
  title: 'Performance',
  lead: 'How many reports are handled, how fast, and how satisfied people are, office by office. Counted from the same record that superiors read.',
  year: 'Reports received',
  allTime: 'All time',
  inYear: (year) => `In ${year}`,
  sort: 'Sort by',
  sorts: {
    name: 'Name of the office',
    within: 'In time, lowest first',
    median: 'Median time, longest first',
    rating: 'Satisfaction, lowest first',
    open: 'Being handled, most first',
  },
  find: 'Find an office',
  noOffice: 'There is no office of that name.',
  nothing: 'No report was received yet',
  nothingWhy: 'Choose another year to see its figures.',
  whole: 'All offices',
  sentence: (received, open) => `${received} reports received, ${open} still being handled.`,
  offices: 'By office',
  shown: (count) => `${count} offices shown`,
  levels: { national: 'National', agency: 'Agency', echelon1: 'Echelon 1', upt: 'UPT' },
  facts: {
    received: 'Received',
    open: 'Being handled',
    handled: 'Handled',
    within: 'In time',
    median: 'Median time',
    medianDays: 'Median until answered',
    rating: 'Satisfaction',
  },
  percent: (share) => `${share}%`,
  days: (days) => `${days} days`,
  lessThanAMinute: 'Less than a minute',
  time: (hours, minutes) =>
    [hours > 0 && `${hours} h`, minutes > 0 && `${minutes} min`].filter(Boolean).join(' ') +
    ' of office time',
  stars: (mean, total) => `${mean} of 5 (${total} ratings)`,
  few: 'Too few ratings',
  none: '–',
  how: 'How this is counted',
  meanings: [
    [
      'All offices, in time',
      'The share of reports that were answered within the limit of the whole for their kind.',
    ],
    ['Office, handled', 'How often a report was done at that office’s step, or passed its limit there.'],
    [
      'Office, in time',
      'The share of those that were done within the limit of the step. Waiting for the reporter does not count.',
    ],
    [
      'Median time',
      'Half took no longer. For an office in its office hours; until answered in calendar days.',
    ],
    [
      'Satisfaction',
      'The mean of the stars that reporters gave that office’s answers. Fewer than five are not shown, so that nobody is recognised.',
    ],
    ['Updates', 'Within five minutes of a change. Offices that were merged are still named for their past.'],
  ],
  data: 'Open data',
  dataWhy: 'Free to use and share. The addresses stay; add ?year=2026 for one year.',
  countedAt: (at) => `Counted ${at}.`,
};
