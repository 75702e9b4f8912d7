// The form for a report, and its receipt.
import { formats } from '../../../../contract/attachments/kinds.ts';
import { textFaultsInEnglish } from '../../../../sop/texts/en/text-faults.ts';
import type { Texts } from '../texts.tsx';

export const filing: Texts['filing'] = {
  title: 'File a report',
  lead: 'Write what is needed in your own words. The draft is kept in this browser until you send it, for seven days at most.',
  kind: 'What would you like to send?',
  kinds: {
    pengaduan: 'Bad service, something broken, or a suspected violation that needs follow-up.',
    aspirasi: 'A proposal, suggestion or hope for better services and policies.',
    informasi: 'A request for an explanation or data about services and policies.',
  },
  oversight: 'It is about a suspected abuse of power (berkadar pengawasan)',
  oversightWhy:
    'For example illegal fees, corruption, or a violation by officials. It needs an examination, so its time limit is longer.',
  content: 'Tell us',
  subject: 'Title',
  agency: 'Addressed to',
  secrecy: 'Who may see it?',
  reporter: 'About you',
  name: 'Full name',
  email: 'E-mail address',
  phone: 'Phone number',
  files: 'Attachments',
  filesTaken: `At most 20 files of at most 10 MB each: pictures (${formats.images}), documents (${formats.documents}), recordings (${formats.recordings}) and texts (${formats.texts}).`,
  alongFiles: 'Add a photo or file',
  wrongKind: (name) => `“${name}” is not a kind of file that is accepted and was not added.`,
  tooLarge: (name) => `“${name}” is larger than 10 MB and was not added.`,
  emptyFile: (name) => `“${name}” is empty and was not added.`,
  tooMany: 'At most 20 files; the rest was not added.',
  remove: (name) => `Remove ${name}`,
  removeWord: 'Remove',
  submit: 'Send the report',
  summary: (count) => (count === 1 ? '1 field needs correction' : `${count} fields need correction`),
  errors: {
    kind: 'Choose one kind of report',
    required: 'Required',
    tooLong: (max) => `Too long; at most ${max} characters`,
    ...textFaultsInEnglish,
    day: 'Write it like 12/11/2026',
    future: 'Still to come',
    email: 'Not a correct e-mail address, for example name@example.org',
    phone: 'Not a correct phone number, for example 0812 3456 7890',
  },
};
