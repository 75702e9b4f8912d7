// The start page.
import type { Texts } from '../texts.tsx';

export const start: Texts['start'] = {
  title: 'Your report, handled until it is settled',
  lead: 'Send a complaint, an aspiration or a request for information to ministries and agencies. Each report has a number, a time limit, and an office that answers for it.',
  file: 'File a report',
  fileWhy: 'No account, about five minutes. Your identity can be kept secret.',
  follow: 'Follow a report',
  followWhy: 'See who is handling it, reply to the answer, or complete your report.',
  register: 'See public reports',
  registerWhy: 'Search the reports that came in, and their answers.',
  how: 'What happens after you report',
  steps: [
    ['You get a number and a key', 'Keep both: with them you follow your report at any time.'],
    ['Your report is verified', 'Staff make sure that it is clear and reaches the agency in charge.'],
    ['The right unit follows it up', 'You get a first response, then the answer to your report.'],
    ['You judge', 'Satisfied? Confirm. Not yet? Object before the report is closed.'],
  ],
};
