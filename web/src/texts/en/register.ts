// The public register.
import type { Texts } from '../texts.tsx';

export const register: Texts['register'] = {
  title: 'Public reports',
  lead: 'Open reports that were verified, and their answers. Who filed them is not shown.',
  search: 'Search',
  searchWhy: 'Words of title or text, or a report number',
  kind: 'Kind',
  allKinds: 'All kinds',
  allAgencies: 'All agencies',
  from: 'Received since',
  to: 'Received until',
  apply: 'Search reports',
  clear: 'Clear filters',
  results: 'Results',
  shown: (count, more) =>
    `${count} ${count === 1 ? 'report' : 'reports'} shown${more ? ', there are more' : ''}`,
  empty: 'No public reports yet',
  emptyWhy: 'Open reports appear here once they are verified.',
  nothing: 'No report matches',
  nothingWhy: 'Try other words, or clear some of the filters.',
  next: 'Next page',
  first: 'To the first page',
  answeredAt: (at) => `Answered ${at}`,
  back: 'To the public reports',
  noAnswer: 'No answer yet.',
  missing: 'This report is not in the public register',
  missingWhy: 'The number is wrong, or the report is not open to the public.',
};
