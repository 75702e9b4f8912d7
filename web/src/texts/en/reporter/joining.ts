// Following a public report instead of filing it again.
import type { joining as indonesian } from '../../id/reporter/joining.ts';

export const joining: typeof indonesian = {
  similar: 'Is this your report?',
  similarWhy:
    'These public reports are like what you write. If it is the same, follow it; no need to file again.',
  newTab: '(new tab)',
  meToo: 'It happened to me, too',
  about:
    'Did the same happen to you? Follow this report; the office sees how many it happened to, without names.',
  email: 'E-mail address to be told (optional)',
  emailWhy: 'We send a link to confirm it first. You hear of the first response, the answer and the end.',
  following: 'You follow this report',
  followingWhy: 'You find it under “Follow a report” on this device.',
  pressLink: 'Press the link in the e-mail that we send; from then on you are told.',
  stop: 'Follow no more',
  list: 'Reports that I follow',
};
