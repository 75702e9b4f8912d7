// Writing to the reporter: the draft, its files, what they will get, and the seconds before it goes.
import type * as indonesian from '../../id/office/answering.ts';

export const editor: typeof indonesian.editor = {
  saving: 'Saving the draft …',
  saved: (moment) => `Draft saved ${moment}`,
  yours: 'Only you can read this draft; it is kept until it is sent, for 30 days at most.',
  failed: 'The draft is not on the server yet; it is in this tab, and will be tried again.',
  elsewhere: 'This draft was changed or sent in another window',
  elsewhereSays: 'What is kept there:',
  elsewhereNone: 'There is no draft there any more.',
  mine: 'Use what is here',
  theirs: 'Use what is there',
  discard: 'Throw the draft away',
  discardSure: 'Throw this draft away?',
  discarded: 'The draft is gone.',
  files: 'Files for the reporter (may stay empty)',
  addFiles: 'Attach files',
  filesWhy: 'Uploaded when it is sent; the reporter sees them with these words.',
  removeFile: (name) => `Leave out ${name}`,
  uploading: (done, of) => `Uploading files, ${done} of ${of} …`,
  preview: 'Preview: what the reporter gets',
  previewEmpty: 'Write first; the preview follows what you write.',
  onPage: 'On the page of the report',
  inMail: 'By mail',
  mailWhy:
    'This is the mail to a confirmed address. Any other is told only that there is news, without the words.',
  noMail: 'No mail goes out for this decision.',
  subject: 'Subject',
};

export const sending: typeof indonesian.sending = {
  title: 'About to be sent',
  what: { answer: 'The answer', reject: 'The rejection' },
  inSeconds: (what, number, seconds) => `${what} to ${number} is sent in ${seconds} seconds`,
  announced: (what, number) => `${what} to ${number} is sent in 10 seconds. Until then it can be held back.`,
  which: ([first = '', ...others]) => (others.length === 0 ? first : `${others.length + 1} reports`),
  going: (what, number) => `${what} to ${number} is being sent …`,
  hold: 'Hold back',
  now: 'Send now',
  held: (what, number) => `${what} to ${number} was held back; it is a draft again.`,
  refused: (what, number, why) => `${what} to ${number} was not sent: ${why}. It is still there as a draft.`,
  here: 'About to be sent; until then you can hold it back.',
};
