// What comes after the first question of the form.
import type { later as indonesian } from '../../id/reporter/later.ts';

export const later: typeof indonesian = {
  subjectWhy: 'One short sentence, for example “Potholes in front of Pasar Baru”.',
  descriptionWhy: 'What happened, where, when, and who was involved.',
  categoryWhy: 'Choose the nearest one, or write your own.',
  agencyWhy: 'If in doubt leave it to us: the national admin passes it to the agency in charge.',
  anyAgency: 'Let us decide',
  agenciesAway: 'The list of agencies cannot be loaded yet; let us decide.',
  anonymousHint: 'Do not write your name or contacts in title, text or files.',
  reporterWhy: 'Used to reach you about this report. Never shown to the public.',
  emailWhy: 'We tell you of a response, the answer, or when something is missing.',
  phoneWhy: 'In case staff need to ask.',
  preview: 'What the public will read',
  previewWhy:
    'Once it is verified, with its answer. Your name and contacts are masked; all else shows as you wrote it. If that is too much, choose Anonim or Rahasia.',
  filesSent:
    'Large photos are made smaller first, to arrive sooner. They are sent once the report is registered.',
  making: 'Making photos smaller …',
  made: (from, to) => `${to}, made smaller from ${from}, without the camera’s data`,
  useOriginal: 'Use the original',
  keep: 'This device is mine: keep it until it is sent',
  keepWhy:
    'Text and files are kept for seven days at most, and sent as soon as there is a connection, also after this page was closed. Not for shared devices.',
  chooseFiles: 'Choose files',
  notSent: 'The report was not sent yet',
  notSentWhy: 'What you typed is kept. Sending again does not file the report twice.',
  again: 'We send it again by ourselves once there is a connection, while this page is open.',
  againKept:
    'We send it again by ourselves once there is a connection, also after you close this page; at the latest when you come back to this site.',
  /** What is mailed on wish. */
  wishes: {
    'hand-overs': ['The report is passed to another office', 'One e-mail each time it moves.'],
    lateness: ['A time limit is missed', 'One e-mail for each limit that is missed.'],
  },
  byMail: 'News by e-mail',
  always: 'The answer, questions and the end are always sent. All that happens stands on this page, too.',
  onceConfirmed: 'Once the address is confirmed. All that happens stands on this page, too.',
  chosen: 'Your choice of news is kept',
  restored: 'Your draft is back',
  restoredWhy:
    'This is what you typed in this browser before. On a shared device, delete it when you are done.',
  restoredFiles: (names) => `Choose the files again: ${names}.`,
  restart: 'Delete the draft',
  draftNotKept: 'This browser cannot keep the draft (full or forbidden). Send before you close the page.',
};
