// The reporter is to be reached elsewhere, in English.
import type { contact as indonesian } from '../../id/reporter/contact.ts';

export const contact: typeof indonesian = {
  title: 'Change how you are reached',
  now: (reached) => `At present: ${reached}.`,
  none: 'You left neither e-mail nor telephone.',
  email: 'New e-mail address',
  phone: 'New telephone number',
  why: 'What you leave empty stays. A new address is to be confirmed by its link; the old one is told.',
  empty: 'Fill in one of them',
  send: 'Save',
  updates: 'News by e-mail',
  always: 'The answer, questions and the end are always sent. All that happens stands on this page, too.',
  onceConfirmed: 'Once the address is confirmed. All that happens stands on this page, too.',
  chosen: 'Your choice of news is kept',
  done: 'You are now reached there',
};
