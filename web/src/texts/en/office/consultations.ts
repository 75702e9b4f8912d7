// Advice between offices beside the report, in English.
import type { consultations as indonesian } from '../../id/office/consultations.ts';

export const consultations: typeof indonesian = {
  title: 'Advice',
  none: 'No other office was asked yet.',
  why: 'An office that is asked sees this report until it answers. The deadlines of the report run on, and its time stays charged to your office. The reporter is not told.',
  ask: 'Ask another office',
  office: 'Office to ask',
  question: 'Question',
  nobodyThere: 'This office has no active officers: the question will wait until there is one.',
  nobodyThereSure: 'Yes, ask it all the same',
  submit: 'Send the question',
  asked: 'The question was sent.',
  answer: 'Answer',
  answering: (from) => `Answer for ${from}`,
  answeringWhy:
    'The office that asked reads it, the reporter does not. Then your office no longer sees this report, unless it has held it.',
  submitAnswer: 'Send the answer',
  answered: 'The answer was sent.',
  withdraw: 'Withdraw the question',
  withdrawn: 'The question was withdrawn.',
  route: (from, to) => `${from} asks ${to}`,
  by: (who, moment) => `${who}, ${moment}`,
  due: (moment) => `Due ${moment}`,
  standing: {
    late: 'Past its limit',
    soon: 'Limit is near',
    open: 'Waiting for an answer',
    answered: 'Answered',
    withdrawn: 'Withdrawn',
    ended: 'Ended, the report went on',
  },
  list: (count) =>
    count === 1
      ? 'One question of another office waits for your answer'
      : `${count} questions of other offices wait for your answer`,
};
