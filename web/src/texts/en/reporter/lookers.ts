// Who looked at the reporter's data (reading 33).
import type { lookers as indonesian } from '../../id/reporter/lookers.ts';

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
};
