// The words of the procedure as people read them.
import type { Texts } from '../texts.tsx';
import { terms } from './terms.ts';

export const words: Texts['words'] = {
  dayForm: 'dd/mm/yyyy',
  kinds: terms.kinds,
  statuses: {
    received: 'Received',
    'in-process': 'In process',
    'awaiting-completion': 'To be completed',
    answered: 'Answered',
    closed: 'Closed',
    rejected: 'Cannot be processed',
    withdrawn: 'Not completed',
    'withdrawn-by-reporter': 'Withdrawn by the reporter',
  },
  number: 'Report number',
  accessKey: 'Access key',
  optional: '(optional)',
  send: 'Send',
  copied: 'Copied',
  notCopied: 'Could not copy; select the text and copy it yourself',
  description: 'The report',
  category: 'Category',
  place: 'Where it happened',
  happenedOn: 'Date of the event',
  agency: 'Agency',
  receivedAt: 'Received',
  firstResponse: 'First response',
  answer: 'Answer',
  saidBy: (office, at) => `${office}, ${at}`,
};
