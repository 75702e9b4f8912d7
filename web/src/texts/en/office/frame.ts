// The office's own menu, shortcuts, and what stands on every page of it.
import { officers } from '../officers.ts';
import type { frame as indonesian } from '../../id/office/frame.ts';

export const frame: typeof indonesian = {
  ...officers,
  menu: 'Office menu',
  inbox: 'Inbox',
  reports: 'Search reports',
  filing: 'File a report',
  notifications: 'Notifications',
  unread: (count) => `${count} unread`,
  templates: 'Templates',
  webhooks: 'Webhooks',
  account: 'My account',
  dismiss: 'Dismiss this message',
  openDone: 'Open that report',
  copy: 'Copy',
  remove: 'Remove',
  close: 'Close',
  shortcuts: {
    title: 'Keyboard shortcuts',
    lead: 'One key, without Ctrl. They do nothing while you type.',
    on: 'Use one-key shortcuts',
    help: 'This help',
    next: 'Next report',
    previous: 'Previous report',
    open: 'Open the report',
    select: 'Select for a bulk decision',
    search: 'To the search box',
    back: 'Back to the inbox',
    note: 'Write a note',
    decide: 'Decisions (in the inbox and on a report)',
    send: 'Send the form you are in',
    move: 'Move',
  },
};
