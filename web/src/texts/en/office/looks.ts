// Who looked at whom, and what is unusual about it (reading 33), in English.
import type { looks as indonesian } from '../../id/office/looks.ts';

export const looks: typeof indonesian = {
  title: 'Who looked',
  why: 'Who looked at the identity of the reporter or opened a file, once per officer and day. It is on record before it is seen; the reporter reads which office.',
  show: 'Show',
  none: 'Nobody has looked yet.',
  what: {
    identity: 'Identity of the reporter',
    original: 'File as it was sent',
    copy: 'File without metadata',
    internal: 'File between offices',
  },
  who: (name, office) => `${name}, ${office}`,
  notTheirs: 'no business of their office',
  page: {
    title: 'What one officer read',
    lead: (day) => `What was looked at on ${day}, a line a report.`,
    none: 'Nothing was looked at on that day, or the officer is not of your office or one below it.',
    officer: 'Username',
    day: 'Day',
    notADay: 'No day; such as 31/12/2026',
    find: 'Show',
    number: 'Report',
    at: 'First time',
    whats: 'What was looked at',
    theirs: 'Business of their office',
    yes: 'Yes',
    no: 'No',
  },
  unusual: {
    elsewhere: ({ reports, elsewhere }) =>
      `${elsewhere} of ${reports} reports are no business of their office`,
    'at-night': ({ atNight }) => `${atNight} reports at night`,
    'above-usual': ({ reports, usual }) => `${reports} reports, usually ${usual}`,
  },
};
