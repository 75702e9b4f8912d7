// Confirming an e-mail address.
import type { Texts } from '../texts.tsx';

export const confirming: Texts['confirming'] = {
  title: 'Confirm the e-mail address',
  lead: 'Press the button if this address is yours and you want to hear from us there.',
  press: 'Yes, this is my address',
  notYou: 'If it was not you who gave it, just close this page; nothing changes.',
  noToken: 'This link is not whole. Open the link of the mail again.',
  done: 'The e-mail address is confirmed',
  doneFor: {
    reporter: 'From now on we send the news of your report to it in full.',
    officer: 'From now on notifications are sent to it in full.',
    follower: 'The first response, the answer and the end of that report are told there.',
  },
  stop: 'Follow a report no more',
  stopLead: 'Press the button if you want to hear no more; your address is then deleted.',
  stopPress: 'Yes, stop',
  stopped: 'You follow that report no more',
  read: (number) => `Read report ${number}`,
  waiting: 'The e-mail address waits for confirmation',
  waitingWhy:
    'Follow the link in the mail that we sent. Until then mails only say that there is news, not what it is.',
  sendAgain: 'Send the link again',
  sentAgain: 'A new link is on its way. Look in the spam folder too.',
  follow: (number) => `Follow report ${number} with its access key`,
};
