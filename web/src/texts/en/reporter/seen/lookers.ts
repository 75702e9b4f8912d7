// Who looked at the reporter's data (reading 33), and what a virus scanner says of their files.
import type { lookers as indonesian } from '../../../id/reporter/seen/lookers.ts';

export const lookers: typeof indonesian = {
  title: 'Who looked at your data',
  why: 'Each office that looked at your identity or opened a file of yours, once per officer and day.',
  show: 'Show',
  none: 'Nobody has looked at it yet.',
  what: {
    identity: 'Your identity',
    original: 'File as it was sent',
    copy: 'File without metadata',
    internal: 'File between offices',
  },
  more: 'Earlier',
  scan: {
    waiting: 'Being checked for viruses; offices can open it after that.',
    found: 'It has a virus, so nobody can open it. Check your device, then send a clean file.',
  },
};
