// The reporter is to be reached elsewhere: by another address, or another number.
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
  done: 'You are now reached there',
  own: {
    title: 'Your data',
    contact: 'The e-mail or telephone that you gave',
    why: 'To be sure that it is you. If you gave neither, write your name. The file holds all that we keep of you and of this report.',
    take: 'Download my data',
    erasing: 'Erase who I am',
    erasingWhy:
      'Your name, contacts, NIK and place are erased for good, and your name is covered in the report. The report and its answer stay. This cannot be undone.',
    number: (number) => `Write ${number} to erase`,
    erase: 'Erase for good',
    erased: 'Who you are is erased',
  },
  language: 'Language of e-mails',
  languages: {
    id: ['Bahasa Indonesia', 'E-mails about this report are written in Indonesian.'],
    en: ['English', 'E-mails about this report are written in English.'],
  },
};
