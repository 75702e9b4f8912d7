// How satisfied the reporter is, in English.
import type { rating as indonesian } from '../../id/reporter/rating.ts';

export const rating: typeof indonesian = {
  title: 'How satisfied are you?',
  lead: 'Rate the answer to your report. Nobody must, and only offices see your message.',
  stars: 'Rating',
  scores: {
    1: 'Very dissatisfied',
    2: 'Dissatisfied',
    3: 'Neither',
    4: 'Satisfied',
    5: 'Very satisfied',
  },
  of: (score, words) => `${score} of 5: ${words}`,
  choose: 'Choose one to five stars',
  comment: 'Message (optional)',
  send: 'Send the rating',
  change: 'Change the rating',
  done: 'Thank you, your rating is on record',
  yours: 'Your rating',
  until: (moment) => `It can be changed until ${moment}.`,
  noToken: 'This link is incomplete. Open the link in the mail again.',
  once: 'This link works once; after that the rating can be changed with the access key.',
  follow: (number) => `Follow report ${number} with the access key`,
};
