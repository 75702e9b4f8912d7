// The words of the procedure and of time, in English.
import { rowNames } from '../../../../../sop/texts/en/terms.ts';
import type { words as indonesian } from '../../id/office/words.ts';
import { terms } from '../terms.ts';

const counted = (count: number, unit: string) => `${count} ${unit}${count === 1 ? '' : 's'}`;

export const words: typeof indonesian = {
  ...terms,
  rows: rowNames,
  confidentialities: {
    terbuka: 'Open',
    anonim: 'Anonymous (identity for national admins only)',
    rahasia: 'Secret (content is not published)',
  },
  actions: {
    receive: 'Receive',
    accept: 'It is ours',
    dispose: 'Dispose',
    return: 'Return',
    respond: 'First response',
    answer: 'Answer',
    reject: 'Reject',
    'request-completion': 'Request completion',
    told: 'Record how they were told',
    recall: 'Recall',
    ask: 'Ask the reporter',
    correct: 'Correct the data',
    extend: 'Extend',
  },
  respondAfterAnswer: 'Further word',
  nobody: 'Nobody yet',
  time: {
    days: (count) => counted(count, 'working day'),
    calendarDays: (count) => counted(count, 'calendar day'),
    hours: (count) => `${count} h`,
    minutes: (count) => `${count} min`,
    working: 'of office hours',
    seconds: (count) => counted(count, 'second'),
    lessThanAMinute: 'less than a minute of office hours',
    aMinute: '<1 minute',
  },
  soon: 'Soon: ',
  standing: {
    fine: (left) => `${left} left`,
    soon: (left) => `Soon: ${left} left`,
    late: (by) => `Late by ${by}`,
    paused: () => 'Clock stopped: waiting for the reporter',
    closing: (left) => `Closed by the system in ${left}`,
    rejected: () => 'Rejected, may still be objected to',
    ended: () => 'Has ended',
    none: () => 'Deadline not reckoned yet',
  },
  marked: (when, provisional) =>
    provisional ? `${when} (provisional: the holidays of that year are not decreed yet)` : when,
  objectionsUntil: (moment) => `Until ${moment}`,
  due: (moment) => `Due ${moment}`,
};
