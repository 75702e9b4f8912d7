// What is added to a report beside its procedure, in English.
import type { additions as indonesian } from '../../id/office/additions.ts';

import { rating } from '../reporter/rating.ts';

export const additions: typeof indonesian = {
  rating: {
    title: 'How satisfied the reporter is',
    of: rating.of,
    scores: rating.scores,
    by: (office, moment) => `For the answer of ${office}, ${moment}`,
  },
  references: {
    title: 'Numbers in other systems',
    none: 'None yet.',
    add: 'Add a number',
    source: 'System',
    sourceWhy: 'Such as SP4N-LAPOR!, letter, call center',
    number: 'Number',
    numberWhy: 'As it is written there. It cannot be taken away again.',
    submit: 'Save the number',
    saved: 'The number was saved.',
    noColon: 'Without a colon',
    by: (who, moment) => `${who}, ${moment}`,
  },
};
