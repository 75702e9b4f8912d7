// Where a report is, in three steps.
import type { steps as indonesian } from '../../id/reporter/steps.ts';

export const steps: typeof indonesian = {
  label: 'The way of a report in three steps',
  verified: 'Checked and passed on to the right office',
  handled: 'Handled by that office',
  answered: 'Answered, then rated by you',
  done: 'done',
  verifiedUsually: (days) => (days === 0 ? 'Usually on the same day' : `Usually ${days} working days`),
  answeredUsually: (days) =>
    days === 0
      ? 'Usually answered on the same day'
      : `Usually answered ${days} working days after it came in`,
};
